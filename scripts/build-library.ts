// Compiles library/ to the one JSON file that the bundled command reads when it starts. Errors in the library end the build.
import { writeFileSync } from "node:fs";
import { loadBuiltIn, sourceLibrary } from "@merlon/app";

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error("Say where to write: tsx scripts/build-library.ts <file>.");

const { library, diagnostics } = await loadBuiltIn(sourceLibrary);
const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
for (const { code, message, where } of errors) console.error(`${where?.file ?? "library"}:${where?.line ?? 1}: ${message} (${code})`);
if (errors.length === 0) writeFileSync(target, JSON.stringify(library));
else process.exitCode = 1;
