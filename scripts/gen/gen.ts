// Writes every generated file of the repository; with `--check` writes nothing and ends with 1 when one is stale.
import { spawnSync } from "node:child_process";
import { staleFiles, writeFiles } from "./generated-files.ts";
import { generators } from "./generators.ts";

const check = process.argv.includes("--check");
let stale = 0;

for (const generator of generators) {
  const files = await generator.run();
  const paths = staleFiles(files, generator.name);
  stale += paths.length;
  for (const path of paths) console.log(`${check ? "stale" : "wrote"} ${path} (${generator.name})`);
  if (check || paths.length === 0) continue;
  writeFiles(files, paths);
  if (generator.changesSource) {
    // What is loaded already is the old source; the rest is generated from the new.
    const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit" });
    process.exit(status ?? 1);
  }
}

console.log(stale === 0 ? "Everything generated is fresh." : `${stale} files ${check ? "are stale: run npm run gen" : "written"}.`);
process.exitCode = check && stale > 0 ? 1 : 0;
