// Whole-process time and memory of `merlon analyze` on generated models, beside bare Node and a plain YAML load in the same run.
// `npm run bench:speed` prints the table and writes results.md; ratios matter, single numbers move with the machine.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateModel } from "./generate-model.ts";

const SIZES = [10, 100, 1_000, 3_000, 10_000];
const RUNS = 3;
const here = fileURLToPath(new URL(".", import.meta.url));
const bin = fileURLToPath(new URL("../../packages/cli/bin/merlon.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "merlon-bench-"));

interface Measured { readonly ms: number; readonly mib: number }

/** Median wall time and peak memory of a Node process. */
function measure(args: readonly string[]): Measured {
  const report = join(folder, "peak");
  const preload = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ["--import", preload, ...args], { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
    const ms = performance.now() - start;
    if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} ended with ${String(status)}: ${stderr}`);
    return { ms, mib: Number(readFileSync(report, "utf8")) / 1024 };
  });
  return runs.sort((a, b) => a.ms - b.ms)[Math.floor(RUNS / 2)]!;
}

const bare = measure(["-e", ""]);
const version = measure([bin, "--version"]);
const lines = [
  "# Speed", "", "Whole process, median of three; written by `npm run bench:speed`.", "",
  `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}. Bare Node ${bare.ms.toFixed(0)} ms; \`merlon --version\` ${version.ms.toFixed(0)} ms (${(version.ms / bare.ms).toFixed(2)} times).`, "",
  "*All packs*: those that a model gets when it names none. *Core*: with `packs: [core]`, which are about as many rules as the foundation began with.", "",
  "| elements | flows | file MB | YAML load alone ms | analyze, core ms | analyze, all packs ms | all packs : core | ms per element beyond bare Node | peak MiB |", "|---|---|---|---|---|---|---|---|---|",
];
for (const n of SIZES) {
  const path = join(folder, `n${n}.yaml`);
  writeFileSync(path, generateModel(n));
  const load = measure(["--input-type=module", "-e", `import{load}from${JSON.stringify(import.meta.resolve("js-yaml"))};import{readFileSync}from'node:fs';load(readFileSync(${JSON.stringify(path)},'utf8'))`]);
  const corePath = join(folder, `core${n}.yaml`);
  writeFileSync(corePath, `packs: [core]\n${generateModel(n)}`);
  const core = measure([bin, "analyze", corePath]);
  const analyze = measure([bin, "analyze", path]);
  lines.push(`| ${n} | ${2 * n} | ${(statSync(path).size / 1e6).toFixed(2)} | ${load.ms.toFixed(0)} | ${core.ms.toFixed(0)} | ${analyze.ms.toFixed(0)} | ${(analyze.ms / core.ms).toFixed(2)} | ${((analyze.ms - bare.ms) / n).toFixed(3)} | ${analyze.mib.toFixed(0)} |`);
  console.log(lines.at(-1));
}
rmSync(folder, { recursive: true });
writeFileSync(join(here, "results.md"), `${lines.join("\n")}\n`);
console.log(`\n${lines.slice(4, 5).join("")}\nWritten to bench/speed/results.md.`);
