// A value of a foreign file together with the JSON pointer that leads to it, so that every reading can be accounted for and pointed at.

export interface Place {
  /** JSON pointer (RFC 6901) from the root of the file. */
  readonly at: string;
  readonly value: unknown;
}

export type ForeignMap = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is ForeignMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value under a key; undefined where there is none. */
export function under(place: Place, ...keys: readonly (string | number)[]): Place {
  let { at, value } = place;
  for (const key of keys) {
    at = `${at}/${escapeKey(key)}`;
    value = step(value, key);
  }
  return { at, value };
}

export function escapeKey(key: string | number): string {
  return typeof key === "string" && /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : String(key);
}

/** The key or index that a pointer ends with. */
export function lastKey(at: string): string {
  return at.slice(at.lastIndexOf("/") + 1).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The steps of a pointer, as numbers where they lead into a list. */
export function stepsOf(at: string, root: unknown): readonly (string | number)[] {
  let value = root;
  return at.split("/").slice(1).map((part) => {
    const key = Array.isArray(value) ? Number(part) : lastKey(part);
    value = step(value, key);
    return key;
  });
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

/** The pointer with `*` for every list index: one line of a report for the same field of many objects. */
export function pattern(at: string): string {
  return at.replace(/\/\d+(?=\/|$)/g, "/*");
}
