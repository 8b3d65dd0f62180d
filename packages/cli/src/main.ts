// The entry of the bundle: the process around one run.
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { folderResources } from "@merlon/app";
import { processIo } from "./io.ts";
import { run } from "./run.ts";

/** A reader that stops early, such as `head`, is no fault. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { readonly version: string };
const compiled = fileURLToPath(new URL("library.json", import.meta.url));

// The build lays the library, fonts and WASM beside the bundle; from source they are where the repository has them.
const built = existsSync(compiled) ? { library: { file: compiled }, resources: folderResources(dirname(compiled)) } : {};

// Without `await`: the bundle is a plain script, so that V8 can keep its compiled form.
void run(process.argv.slice(2), processIo(), { version, ...built }).then((code) => { process.exitCode = code; });
