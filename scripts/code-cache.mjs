// Runs `merlon analyze <model>` from the bundle in a folder, and keeps what V8 compiled for it. Plain JavaScript, used by build.mjs only.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runBundle } from "../packages/cli/bin/run-bundle.mjs";

const [node, , folder, model] = process.argv;
const bundle = join(folder, "merlon.cjs");
process.argv = [node, bundle, "analyze", model];
const script = runBundle(bundle);
process.on("exit", () => writeFileSync(`${bundle}.cache`, script.createCachedData()));
