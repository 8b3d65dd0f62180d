// Compiles library/ into two JSON files that the bundled command reads: what it knows, and the tests beside the rules.
// Errors in the library end the build.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compiledTestsName, loadBuiltIn, readBuiltInTests, sourceLibrary } from "@merlon/app";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Say where to write: tsx scripts/build-library.ts <folder>.");

const { library, diagnostics } = await loadBuiltIn(sourceLibrary);
const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
for (const { code, message, where } of errors) console.error(`${where?.file ?? "library"}:${where?.line ?? 1}: ${message} (${code})`);
if (errors.length > 0) process.exit(1);
writeFileSync(join(folder, "library.json"), JSON.stringify(library));
writeFileSync(join(folder, compiledTestsName), JSON.stringify(await readBuiltInTests(sourceLibrary)));
