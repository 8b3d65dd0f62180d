// Every outside package is pinned exactly, has a line that says why it is here, and, where it ships, a licence we accept.
import { minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import type { Workspace } from "./workspace.ts";

const record = "decisions/dependencies.md";
const accepted = new Set(["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "CC0-1.0", "MPL-2.0", "PSF-2.0", "Python-2.0", "BlueOak-1.0.0"]);
/** Packages whose licence field names no known licence; the record says what was read instead. */
const readByHand = new Set(["dejavu-fonts-ttf"]);

interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

export const dependencies: Guard = { name: "dependencies", minimum: minimums.dependencies, check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter((path) => /^(packages\/[^/]+\/)?package\.json$/.test(path));
  const reasons = workspace.files.includes(record) ? workspace.read(record) : "";
  const declared = files.flatMap((path) => declaredIn(path, JSON.parse(workspace.read(path)) as PackageFile));
  const shipped = workspace.files.includes("package-lock.json") ? shippedPackages(workspace.read("package-lock.json")) : [];
  const problems = [...declared.flatMap((one) => undeclared(one, reasons)), ...shipped.flatMap(licenceProblem)];
  return { seen: declared.length + shipped.length, problems };
}

interface Declared {
  readonly path: string;
  readonly name: string;
  readonly version: string;
}

function declaredIn(path: string, file: PackageFile): Declared[] {
  const all = { ...file.dependencies, ...file.devDependencies };
  return Object.entries(all).map(([name, version]) => ({ path, name, version }));
}

function undeclared({ path, name, version }: Declared, reasons: string): Problem[] {
  const problems: Problem[] = [];
  if (!/^(npm:[a-z0-9@/-]+@)?\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version)) problems.push({ path, message: `${name} ${version} is not an exact version` });
  const ours = name.startsWith("@merlon/") || name === "merlon";
  if (!ours && !reasons.includes(`\`${name}\``)) problems.push({ path, message: `${name} has no line in ${record} that says why it is here` });
  return problems;
}

function shippedPackages(lock: string): (readonly [string, LockEntry])[] {
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, LockEntry>> };
  return Object.entries(packages).filter(([path, entry]) => path.includes("node_modules/") && entry.dev !== true && entry.link !== true);
}

function licenceProblem([path, entry]: readonly [string, LockEntry]): Problem[] {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  if (readByHand.has(name) || accepted.has(entry.license ?? "")) return [];
  return [{ path: "package-lock.json", message: `${name} has the licence "${entry.license ?? "none"}", which is not among those we accept` }];
}
