// Runs dependency-cruiser over the packages of a root and says which layer rules are broken. It compares the number of
// files cruised with the number on disk, because the tool reports an empty, green result when it cannot parse TypeScript.
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface LayerReport {
  readonly onDisk: number;
  readonly seen: number;
  readonly problems: readonly LayerProblem[];
}

export interface LayerProblem {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly instead: string;
}

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
  };
}

export async function checkLayers(root: string): Promise<LayerReport> {
  const cruise = await runCruiser(root);
  const comments = new Map(cruise.summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  return {
    onDisk: sourcesUnder(join(root, "packages")).length,
    seen: cruise.modules.filter((module) => isSource(module.source)).length,
    problems: cruise.summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to, instead: comments.get(rule.name) ?? "" })),
  };
}

function runCruiser(root: string): Promise<Cruise> {
  const tool = join(import.meta.dirname, "../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const folders = ["packages", "scripts", "bench"].filter((name) => existsSync(join(root, name)));
  const args = [tool, "--config", ".dependency-cruiser.mjs", "--output-type", "json", ...folders];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      // A broken rule gives a non-zero exit and a full report; only a missing report is a failure of the tool.
      if (stdout.startsWith("{")) resolve(JSON.parse(stdout) as Cruise);
      else reject(error ?? new Error(stderr));
    });
  });
}

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `packages/${path}`).filter(isSource);
}

function isSource(path: string): boolean {
  return /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !path.includes("node_modules");
}
