// A value of a foreign file together with the path that leads to it, so that every reading can be accounted for and pointed at.

export type Path = readonly (string | number)[];

export interface Place {
  readonly path: Path;
  readonly value: unknown;
}

export type ForeignMap = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is ForeignMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value under a key; undefined where there is none. */
export function under(place: Place, ...keys: readonly (string | number)[]): Place {
  let value = place.value;
  for (const key of keys) value = step(value, key);
  return { path: [...place.path, ...keys], value };
}

function step(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === "number" ? value[key] : undefined;
  return isMap(value) && Object.hasOwn(value, String(key)) ? value[String(key)] : undefined;
}

/** Nothing to carry: absent, null, blank, or an empty list or map. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** JSON pointer (RFC 6901). */
export function pointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The pointer with `*` for every list index: one line of a report for the same field of many objects. */
export function pattern(path: Path): string {
  return pointer(path.map((part) => (typeof part === "number" ? "*" : part)));
}
