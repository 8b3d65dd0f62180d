// The three-way merge of one value: key by key in maps, item by item in sets, everything else whole.
import { canonicalJson } from "../canonical/canonical-json.ts";
import { isSameValue } from "../edit/same-value.ts";
import { isObject, type PlainObject } from "../model/maps.ts";
import type { Path } from "../text/tree.ts";

/** What theirs does to ours. */
export type ValueEdit =
  | { readonly path: Path; readonly value: unknown }
  | { readonly path: Path; readonly add: readonly unknown[]; readonly remove: readonly unknown[] };

export interface ThreeValues {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export interface Clash extends ThreeValues {
  readonly path: Path;
}

export interface ValueMerge {
  readonly edits: readonly ValueEdit[];
  readonly clashes: readonly Clash[];
}

/** Lists whose order means something. */
const ordered = new Set(["levels", "via", "scales"]);
/** Who is in two places now, because each side moved it, is a question. */
const oneAnswer = new Set(["in"]);
const nothing: ValueMerge = { edits: [], clashes: [] };

/** `path`: below the object; `key`: the name that the value has. */
export function mergeValue(values: ThreeValues, path: Path, key = String(path.at(-1) ?? "")): ValueMerge {
  const { base, ours, theirs } = values;
  if (saysSame(base, theirs, key) || saysSame(ours, theirs, key)) return nothing;
  if (isPlainMap(ours) && isPlainMap(theirs) && (base === undefined || isPlainMap(base))) return mergeMaps({ base: base ?? {}, ours, theirs }, path);
  if (Array.isArray(ours) && Array.isArray(theirs) && !ordered.has(key)) return mergeSets({ base: listOf(base), ours, theirs }, path);
  return saysSame(base, ours, key) ? { edits: [{ path, value: theirs }], clashes: [] } : { edits: [], clashes: [{ path, ...values }] };
}

function mergeMaps({ base, ours, theirs }: { readonly base: PlainObject; readonly ours: PlainObject; readonly theirs: PlainObject }, path: Path): ValueMerge {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(base)])];
  const merged = keys.map((key) => mergeValue({ base: base[key], ours: ours[key], theirs: theirs[key] }, [...path, key]));
  return { edits: merged.flatMap(({ edits }) => edits), clashes: merged.flatMap(({ clashes }) => clashes) };
}

function mergeSets({ base, ours, theirs }: { readonly base: readonly unknown[]; readonly ours: readonly unknown[]; readonly theirs: readonly unknown[] }, path: Path): ValueMerge {
  const [before, mine, other] = [base, ours, theirs].map((list) => new Map(list.map((item) => [canonicalJson(meaning(item)), item])));
  const missing = (from: ReadonlyMap<string, unknown>, to: ReadonlyMap<string, unknown>) => [...from].filter(([item]) => !to.has(item));
  const gone = missing(before!, other!);
  const added = missing(other!, before!);
  const [ownAdded, bothGone] = [missing(mine!, before!), gone.filter(([item]) => !mine!.has(item))];
  const single = oneAnswer.has(String(path.at(-1))) || [...bothGone].some(([, item]) => isObject(item));
  const differ = canonicalJson(added.map(([item]) => item).sort()) !== canonicalJson(ownAdded.map(([item]) => item).sort());
  if (single && bothGone.length > 0 && added.length > 0 && ownAdded.length > 0 && differ) return { edits: [], clashes: [{ path, base, ours, theirs }] };
  const edit = { path, add: added.filter(([item]) => !mine!.has(item)).map(([, item]) => item), remove: gone.filter(([item]) => mine!.has(item)).map(([item]) => mine!.get(item)) };
  return edit.add.length + edit.remove.length === 0 ? nothing : { edits: [edit], clashes: [] };
}

/** A value in its long form is one value: what it is, and where it comes from. */
function isPlainMap(value: unknown): value is PlainObject {
  return isObject(value) && !("value" in value);
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" && !["yes", "no", "unknown"].includes(value) ? [value] : [];
}

export function saysSame(a: unknown, b: unknown, key = ""): boolean {
  return isSameValue(a, b) || canonicalJson(meaning(a, ordered.has(key))) === canonicalJson(meaning(b, ordered.has(key)));
}

/** One form for what says the same: yes and true, unknown and nothing, sets in any order. Where a value comes from counts. */
function meaning(value: unknown, keepOrder = false): unknown {
  if (value === undefined || value === "unknown") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    const items = value.map((item) => canonicalJson(meaning(item)));
    return keepOrder ? items : items.sort();
  }
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "value") return meaning(value["value"]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, meaning(inner, ordered.has(key))]));
}
