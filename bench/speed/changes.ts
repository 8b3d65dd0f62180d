// What changes cost: one edit in an engine that follows them, the causes of twenty, and whole processes of `merlon diff` and `merlon merge`, on generated models.
// `npm run bench:changes` prints and writes changes.md. Build first. Percentiles move with the machine; what other work runs beside it counts too.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readModel, type ModelElement, type ModelFlow } from "@merlon/core";
import { createIncremental, impactOf, type ModelDelta } from "@merlon/engine";
import { builtInLibrary, seeded } from "@merlon/testkit";
import { generateModel } from "./generate-model.ts";

const EDITS = 200;
const CHANGED_LINES = 20;
const at = "2026-01-01";
const library = builtInLibrary();
const bin = fileURLToPath(new URL("../../packages/cli/bin/merlon.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "merlon-bench-"));
const lines = ["# Speed of changes", "", "Written by `npm run bench:changes`.", ""];

function say(line: string): void {
  lines.push(line);
  console.log(line);
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1].map((part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(2)).join(" | ");
}

function modelOf(text: string) {
  const { model, documents } = readModel([{ path: "model.yaml", text }], library, { at });
  return { version: { name: "bench", model: model.header.id, digest: model.digest }, model, documents, library };
}

/** Some flows ask for nothing any more: `from` tells one side's from the other's. */
function changedText(text: string, from: number): string {
  const all = text.split("\n");
  const flows = all.flatMap((line, i) => (line.includes("authentication: token") ? [i] : []));
  for (let k = 0; k < CHANGED_LINES; k++) {
    const i = flows[(from + k * 37) % flows.length]!;
    all[i] = all[i]!.replace("authentication: token", "authentication: no");
  }
  return all.join("\n");
}

function edits(n: number): void {
  const { model } = modelOf(generateModel(n));
  const engine = createIncremental(model, library);
  const judged = timed(() => void engine.outcomes());
  const random = seeded(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const [elements, flows, data, boundaries] = [model.elements, model.flows, model.data, model.boundaries].map((map) => [...map.keys()]) as [string[], string[], string[], string[]];
  const none: ModelDelta = { elements: new Map(), flows: new Map(), boundaries: new Map(), data: new Map(), controls: new Map() };
  const element = (change: (old: ModelElement) => ModelElement): ModelDelta => {
    const id = pick(elements);
    return { ...none, elements: new Map([[id, change(engine.base.model.elements.get(id)!)]]) };
  };
  const flow = (change: (old: ModelFlow) => ModelFlow): ModelDelta => {
    const id = pick(flows);
    return { ...none, flows: new Map([[id, change(engine.base.model.flows.get(id)!)]]) };
  };
  const valued = <T extends ModelElement | ModelFlow>(old: T, key: string): T => ({ ...old, characteristics: new Map(old.characteristics).set(key, { value: pick(["yes", "no"]), provenance: "declared", where: old.where }) });
  const kinds: Readonly<Record<string, () => ModelDelta>> = {
    "characteristic of a flow": () => flow((old) => valued(old, pick(["encryption-in-transit", "rate-limiting"]))),
    "characteristic of an element": () => element((old) => valued(old, pick(["input-validation", "audit-logging"]))),
    "flow leads elsewhere": () => flow((old) => ({ ...old, to: pick(elements) })),
    "flow carries something else": () => flow((old) => ({ ...old, carries: [pick(data)] })),
    "element moves": () => element((old) => ({ ...old, in: [pick(boundaries)] })),
    "store holds something else": () => element((old) => ({ ...old, holds: [pick(data)] })),
  };
  say(`\n## One edit at ${n} elements, ${2 * n} flows, all rules\n`);
  say(`All outcomes judged for the first time: ${judged.toFixed(0)} ms. Then ${EDITS} edits of each kind, in ms:\n`);
  say("| edit | p50 | p95 | p99 | worst |\n|---|---|---|---|---|");
  const all = Object.entries(kinds).flatMap(([kind, make]) => {
    const times = Array.from({ length: EDITS }, () => {
      const delta = make();
      return timed(() => void engine.apply(delta));
    });
    say(`| ${kind} | ${percentiles(times)} |`);
    return times;
  });
  say(`| *all* | ${percentiles(all)} |`);
}

function attribution(n: number): void {
  const text = generateModel(n);
  const [base, head] = [modelOf(text), modelOf(changedText(text, 0))];
  const without = timed(() => void impactOf(base, head, { at, causes: [] }));
  const again = timed(() => void impactOf(base, head, { at, causes: [] }));
  const withCauses = timed(() => void impactOf(base, head, { at }));
  say(`| ${n} | ${CHANGED_LINES} | ${without.toFixed(0)} | ${again.toFixed(0)} | ${(withCauses - again).toFixed(0)} |`);
}

function process(args: readonly string[]): string {
  const times = Array.from({ length: 3 }, () => timed(() => {
    const { status, stderr } = spawnSync(globalThis.process.execPath, [bin, ...args], { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
    if (status === null || status > 1) throw new Error(`${args.join(" ")} ended with ${String(status)}: ${stderr}`);
  }));
  return times.sort((a, b) => a - b)[1]!.toFixed(0);
}

function wholeProcess(n: number): void {
  const text = generateModel(n);
  const path = (name: string, written: string): string => {
    const file = join(folder, `${name}${n}.yaml`);
    writeFileSync(file, written);
    return file;
  };
  const [base, ours, theirs] = [path("base", text), path("ours", changedText(text, 0)), path("theirs", changedText(text, 11))];
  say(`| ${n} | ${process(["diff", base, ours])} | ${process(["merge", base, ours, theirs])} |`);
}

say(`Node ${globalThis.process.version} on ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}.`);
edits(10_000);
say("\n## Causes of a change\n\nIn ms, the second time facts and outcomes of both versions are known.\n\n| elements | operations | impact without causes | again | causes |\n|---|---|---|---|---|");
for (const n of [1_000, 10_000]) attribution(n);
say("\n## Whole process\n\nMedian of three, in ms.\n\n| elements | `merlon diff` | `merlon merge` |\n|---|---|---|");
for (const n of [1_000, 10_000]) wholeProcess(n);
rmSync(folder, { recursive: true });
writeFileSync(fileURLToPath(new URL("changes.md", import.meta.url)), `${lines.join("\n")}\n`);
