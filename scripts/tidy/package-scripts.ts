// All packages look alike: the same script names and the same keys that matter.
import { minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import type { Workspace } from "./workspace.ts";

interface PackageFile {
  readonly version?: string;
  readonly license?: string;
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

export const packageScripts: Guard = { name: "package scripts", minimum: minimums["package scripts"], check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter((path) => /^packages\/[^/]+\/package\.json$/.test(path));
  const packages = files.map((path) => [path, JSON.parse(workspace.read(path)) as PackageFile] as const);
  const [firstPath, first] = packages[0] ?? ["", {}];
  return { seen: files.length, problems: packages.flatMap(([path, found]) => differences(path, shape(found), firstPath, shape(first))) };
}

function shape(found: PackageFile): Readonly<Record<string, string>> {
  return {
    "script names": Object.keys(found.scripts ?? {}).sort().join(", ") || "none",
    version: found.version ?? "none",
    license: found.license ?? "none",
    type: found.type ?? "none",
  };
}

function differences(path: string, mine: Readonly<Record<string, string>>, firstPath: string, first: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(mine)
    .filter(([key, value]) => value !== first[key])
    .map(([key, value]) => ({ path, message: `${key}: ${value}, but ${first[key]} in ${firstPath}; packages share them` }));
}
