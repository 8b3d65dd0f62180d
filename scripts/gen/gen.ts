// Writes every generated file of the repository; with `--check` writes nothing and ends with 1 when one is stale.
import { generators } from "./generators.ts";
import { staleFiles, writeFiles } from "./generated-files.ts";

const check = process.argv.includes("--check");
let stale = 0;

for (const generator of generators) {
  const files = await generator.run();
  const paths = staleFiles(files, generator.name);
  stale += paths.length;
  for (const path of paths) console.log(`${check ? "stale" : "wrote"} ${path} (${generator.name})`);
  if (!check) writeFiles(files, paths);
}

console.log(stale === 0 ? "Everything generated is fresh." : `${stale} files ${check ? "are stale: run npm run gen" : "written"}.`);
process.exitCode = check && stale > 0 ? 1 : 0;
