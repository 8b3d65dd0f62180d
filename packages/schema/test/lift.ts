// Takes out what Zod cannot admit, as core does before it validates: `x-…` keys at objects, and dotted keys where characteristics stand.

/** Maps whose keys are ids or people's own words; there `x-…` is a word like any other. */
const words = new Set(["levels", "class", "facts", "positions", "inside", "packs", "catalogues"]);
const entries = new Set(["scales", "data", "boundaries", "elements", "flows", "controls", "assumptions", "threats", "risks", "decisions", "evidence", "views", "imports"]);
const withCharacteristics = new Set(["boundaries", "elements", "flows"]);

export function lift(document: unknown): unknown {
  if (!isPlain(document)) return document;
  return mapObject(withoutKeys(document, isExtension), (key, value) => (entries.has(key) && isPlain(value) ? liftEntries(key, value) : liftValue(key, value)));
}

function liftEntries(map: string, value: Plain): Plain {
  const lifted = (key: string): boolean => isExtension(key) || (withCharacteristics.has(map) && key.includes("."));
  return mapObject(value, (_, entry) => (isPlain(entry) ? mapObject(withoutKeys(entry, lifted), liftValue) : entry));
}

function liftValue(key: string, value: unknown): unknown {
  if (words.has(key)) return value;
  if (Array.isArray(value)) return value.map((item) => liftValue("", item));
  return isPlain(value) ? mapObject(withoutKeys(value, isExtension), liftValue) : value;
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isExtension(key: string): boolean {
  return key.startsWith("x-");
}

function withoutKeys(object: Plain, drop: (key: string) => boolean): Plain {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !drop(key)));
}

function mapObject(object: Plain, change: (key: string, value: unknown) => unknown): Plain {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]));
}
