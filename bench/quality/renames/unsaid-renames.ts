// A model as it is after somebody renamed some of its objects without saying so, and edited, removed and added others meanwhile.
import { readModel, withChanges, diffModels, type SourceFile } from "@merlon/core";
import type { Library } from "@merlon/schema";

export type Objects = Record<string, Record<string, unknown>>;
export type Maps = Record<string, Objects>;

export const mapsRenamed = ["elements", "flows", "boundaries", "data"] as const;

export interface Renamed {
  readonly document: Readonly<Record<string, unknown>>;
  /** New ids by old ones. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface Others {
  readonly random: () => number;
  /** Objects of other models, for names and for what is added. */
  readonly elsewhere: Maps;
}

/** All that files say, in one document. */
export function asOneDocument(files: readonly SourceFile[], library: Library, root: string): Readonly<Record<string, unknown>> {
  const { documents } = readModel(files, library, { root });
  return withChanges(diffModels(documents, documents, library), new Set());
}

export function withUnsaidRenames(document: Readonly<Record<string, unknown>>, { random, elsewhere }: Others): Renamed {
  const maps = structuredClone(document) as unknown as Maps; // objects by map and id, beside a header that is not looked at
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const all = (): readonly (readonly [string, string])[] => mapsRenamed.flatMap((map) => Object.keys(maps[map] ?? {}).map((id) => [map, id] as const));
  const share = (from: number, to: number, of: number): number => Math.floor((from + random() * (to - from)) * of + random());
  const size = all().length;
  for (let left = share(0.05, 0.1, size); left > 0; left--) editOne(maps, pick(all()), { random, elsewhere });
  for (let left = share(0.02, 0.05, size); left > 0; left--) removeOne(maps, pick(all()));
  const kept = all();
  const names = new Map<string, string>();
  for (let left = Math.max(1, share(0.02, 0.2, size)); left > 0; left--) {
    const [map, id] = pick(kept);
    if (names.has(id)) continue;
    const title = otherName(maps[map]![id]!, id, { random, other: pick(Object.keys(elsewhere[map]!)) });
    const next = freeId(title, [...kept.map(([, one]) => one), ...names.values()]);
    if (random() < 0.6) maps[map]![id]!["title"] = title;
    names.set(id, next);
  }
  for (let left = share(0.02, 0.05, size); left > 0; left--) addOne(maps, { random, elsewhere });
  return { document: replaced(maps, names) as Renamed["document"], renamed: names };
}

const fillers = ["service", "api", "main", "new", "internal", "v2", "core", "app"];

/** Half get a word more or less, three in ten are abbreviated, two in ten are called something else altogether. */
function otherName(object: Record<string, unknown>, id: string, { random, other }: { readonly random: () => number; readonly other: string }): string {
  const words = String(object["title"] ?? id.replaceAll("-", " ")).split(/\s+/).slice(0, 6);
  const dice = random();
  if (dice < 0.2) return other.replaceAll("-", " ");
  if (dice < 0.5) return words.map((word) => word.slice(0, 4)).join(" ") + (words.every((word) => word.length <= 4) ? " x" : "");
  const filler = fillers[Math.floor(random() * fillers.length)]!;
  return words.length > 2 && random() < 0.4 ? words.slice(0, -1).join(" ") : random() < 0.5 ? `${filler} ${words.join(" ")}` : `${words.join(" ")} ${filler}`;
}

function freeId(title: string, taken: readonly string[]): string {
  const base = `n-${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`.slice(2, 50).replace(/^[^a-z]+/, "").replace(/-+$/, "") || "renamed";
  for (let next = 1; ; next++) {
    const id = next === 1 ? base : `${base}-${next}`;
    if (!taken.includes(id)) return id;
  }
}

/** One value becomes that of an object of the same map elsewhere. */
function editOne(maps: Maps, [map, id]: readonly [string, string], { random, elsewhere }: Others): void {
  const others = Object.values(elsewhere[map]!);
  const other = others[Math.floor(random() * others.length)]!;
  const keys = Object.keys(other).filter((key) => !["kind", "from", "to", "in", "via", "carries", "response", "holds", "handles", "part-of", "derived-from", "credential", "levels", "policy"].includes(key));
  const key = keys[Math.floor(random() * keys.length)];
  if (key !== undefined) maps[map]![id]![key] = other[key];
}

/** With all that refers to it. */
function removeOne(maps: Maps, [map, id]: readonly [string, string]): void {
  delete maps[map]?.[id];
  for (const [flow, { from, to }] of Object.entries(maps["flows"] ?? {})) if (from === id || to === id) delete maps["flows"]?.[flow];
  for (const objects of mapsRenamed) for (const object of Object.values(maps[objects] ?? {})) for (const [key, value] of Object.entries(object)) {
    if (value === id) delete object[key];
    else if (Array.isArray(value)) object[key] = value.filter((item) => item !== id);
  }
}

/** An element of another model, in a boundary of this one, with a flow or two; or a flow more between what is there. */
function addOne(maps: Maps, { random, elsewhere }: Others): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const elements = Object.keys(maps["elements"] ?? {});
  const flow = (from: string, to: string): void => {
    const { protocol } = pick(Object.values(elsewhere["flows"]!));
    const name = pick(Object.keys(elsewhere["flows"]!));
    if (!known(maps, name)) (maps["flows"] ??= {})[name] = { from, to, ...(protocol === undefined ? {} : { protocol }) };
  };
  if (elements.length < 2) return;
  if (random() < 0.5) return flow(pick(elements), pick(elements));
  const name = pick(Object.keys(elsewhere["elements"]!));
  const { kind, type, title, technology } = elsewhere["elements"]![name]!;
  if (known(maps, name)) return;
  const place = random() < 0.8 ? maps["elements"]![pick(elements)]!["in"] : undefined;
  maps["elements"]![name] = { kind, ...(type === undefined ? {} : { type }), ...(title === undefined ? {} : { title }), ...(technology === undefined ? {} : { technology }), ...(place === undefined ? {} : { in: place }) };
  flow(pick(elements), name);
  if (random() < 0.5) flow(name, pick(elements));
}

function known(maps: Maps, id: string): boolean {
  return Object.values(maps).some((objects) => typeof objects === "object" && objects !== null && id in objects);
}

/** In keys of the maps, and wherever an id is a whole value; decisions keep the ids that they were given. */
function replaced(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [names.get(key) ?? key, key === "title" || key === "description" || key === "decisions" ? inner : replaced(inner, names)]));
}
