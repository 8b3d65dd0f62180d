// The sensitivity scales and the trust scale of a model: as declared, by preset, or by default.
import type { Diagnostic, ProtectedProperty, Scale, ScaleEntry, SensitivityClass } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { nearest } from "../text/nearest.ts";
import type { LibraryIndex } from "./library-index.ts";
import { whereEntry } from "./merge.ts";
import type { Entry, Merged } from "./merge.ts";
import type { ModelScale } from "./model.ts";

const classOrder: readonly SensitivityClass[] = ["none", "low", "moderate", "high"];
const properties: readonly ProtectedProperty[] = ["confidentiality", "integrity", "availability", "privacy", "safety"];
const defaultTrust: readonly string[] = ["untrusted", "partner", "edge", "internal", "restricted"];
const defaultPreset = "public-internal-confidential-secret";

export interface Scales {
  readonly scales: ReadonlyMap<string, ModelScale>;
  readonly trustLevels: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export function resolveScales(merged: Merged, index: LibraryIndex): Scales {
  const scales = new Map<string, ModelScale>();
  const diagnostics: Diagnostic[] = [];
  for (const entry of merged.maps.scales.values()) {
    const made = makeScale(entry, index);
    if ("levels" in made) scales.set(entry.id, made);
    else diagnostics.push(made);
  }
  if (!scales.has("trust")) scales.set("trust", { id: "trust", levels: defaultTrust, classes: {} });
  for (const property of properties) addDefault(property, scales, merged, index);
  const sorted = new Map([...scales].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return { scales: sorted, trustLevels: scales.get("trust")?.levels ?? defaultTrust, diagnostics };
}

/** Confidentiality always has a scale. The other properties get one whose levels are the classes, where an object states a level on it. */
function addDefault(property: ProtectedProperty, scales: Map<string, ModelScale>, merged: Merged, index: LibraryIndex): void {
  if (scales.has(property) || merged.maps.scales.has(property)) return;
  if (property === "confidentiality") {
    if ([...scales.values()].some((scale) => scale.protects === property)) return;
    const preset = index.scales.get(defaultPreset);
    scales.set(property, { id: property, protects: property, levels: preset?.levels ?? classOrder, classes: spreadClasses(preset?.levels ?? classOrder, preset?.class ?? {}) });
  } else if (isUsed(property, merged)) {
    scales.set(property, { id: property, protects: property, levels: classOrder, classes: spreadClasses(classOrder, {}) });
  }
}

function isUsed(scale: string, { maps }: Merged): boolean {
  for (const map of [maps.data, maps.elements]) {
    for (const { value } of map.values()) if (value.levels !== undefined && Object.hasOwn(value.levels, scale)) return true;
  }
  return false;
}

/** What was written, in full: levels, property and stated classes. */
interface Written {
  readonly levels: readonly string[];
  readonly protects: ProtectedProperty | undefined;
  readonly classes: Readonly<Record<string, SensitivityClass>>;
}

interface Flaw {
  readonly reason: string;
  readonly nearest?: string | undefined;
}

function makeScale(entry: Entry<ScaleEntry>, index: LibraryIndex): ModelScale | Diagnostic {
  const { id, value } = entry;
  const written = writtenScale(id, value, index);
  const flaw = written === undefined
    ? { reason: `there is no preset \`${String(value)}\``, nearest: nearest(String(value), index.scales.keys()) }
    : levelFlaw(written) ?? (id === "trust" ? undefined : classFlaw(written));
  if (written === undefined || flaw !== undefined) return diagnose("C1057", whereEntry(entry), { scale: id, ...flaw });
  if (id === "trust" || written.protects === undefined) return { id, levels: written.levels, classes: {} };
  return { id, protects: written.protects, levels: written.levels, classes: spreadClasses(written.levels, written.classes) };
}

/** undefined when it names a preset that does not exist. */
function writtenScale(id: string, value: ScaleEntry, index: LibraryIndex): Written | undefined {
  const named = properties.find((property) => property === id);
  if (typeof value === "string") {
    const preset = index.scales.get(value);
    return preset === undefined ? undefined : { levels: preset.levels, protects: named ?? preset.protects, classes: preset.class };
  }
  return isScale(value)
    ? { levels: value.levels, protects: named ?? value.protects, classes: value.class ?? {} }
    : { levels: value, protects: named, classes: {} };
}

function levelFlaw({ levels }: Written): Flaw | undefined {
  const twice = levels.find((level, at) => levels.indexOf(level) !== at);
  return twice === undefined ? undefined : { reason: `the level \`${twice}\` is listed twice` };
}

function classFlaw({ levels, protects, classes }: Written): Flaw | undefined {
  if (protects === undefined) return { reason: "it does not say which property it protects" };
  const foreign = Object.keys(classes).find((level) => !levels.includes(level));
  if (foreign !== undefined) return { reason: `a class is stated for \`${foreign}\`, which is not one of its levels`, nearest: nearest(foreign, levels) };
  const stated = levels.filter((level) => classes[level] !== undefined);
  const falling = stated.find((level, at) => at > 0 && rank(classes[stated[at - 1] ?? ""]) > rank(classes[level]));
  return falling === undefined ? undefined : { reason: `the class of \`${falling}\` is below that of a lesser level` };
}

function isScale(value: ScaleEntry): value is Scale {
  return typeof value === "object" && !Array.isArray(value);
}

function rank(sensitivity: SensitivityClass | undefined): number {
  return sensitivity === undefined ? -1 : classOrder.indexOf(sensitivity);
}

/** Absent classes spread evenly from none (least) to high (most), kept between the stated ones around them. */
function spreadClasses(levels: readonly string[], stated: Readonly<Record<string, SensitivityClass>>): Readonly<Record<string, SensitivityClass>> {
  const classes: Record<string, SensitivityClass> = {};
  let least = 0;
  levels.forEach(function assign(level, at) {
    const own = stated[level];
    const most = Math.min(3, ...levels.slice(at).map((later) => stated[later]).filter((value) => value !== undefined).map(rank));
    const even = levels.length === 1 ? 3 : Math.round((3 * at) / (levels.length - 1));
    const chosen = own === undefined ? Math.min(most, Math.max(least, even)) : rank(own);
    least = Math.max(least, chosen);
    classes[level] = classOrder[chosen] ?? "high";
  });
  return classes;
}
