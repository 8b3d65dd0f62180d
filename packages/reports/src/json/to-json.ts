// Results as JSON: fields in the order of their interfaces, names that a model chose in alphabetical order, so that the same
// result gives the same bytes however it came about.
import { CLOSED_MAPS, SHAPES } from "./shapes.ts";

/** Two spaces deep, a line feed at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(ordered(value, new Map()), null, 2)}\n`;
}

/** `known` remembers the order of each set of keys: results hold thousands of objects of a few shapes. */
function ordered(value: unknown, known: Map<string, readonly string[]>): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, known));
  if (typeof value !== "object" || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>; // a plain object, as all results are
  return Object.fromEntries(fieldsOf(Object.keys(record), known).map((key) => [key, ordered(record[key], known)]));
}

function fieldsOf(keys: readonly string[], known: Map<string, readonly string[]>): readonly string[] {
  if (keys.length < 2) return keys;
  const name = keys.length > 64 ? undefined : keys.join("\n");
  const found = name === undefined ? undefined : known.get(name);
  if (found) return found;
  const shape = smallestShape(keys);
  const fields = shape ? shape.filter((field) => keys.includes(field)) : [...keys].sort();
  if (name !== undefined && known.size < 10_000) known.set(name, fields);
  return fields;
}

/** The shape with these fields and the fewest others. Depends on the names alone, never on their order. */
function smallestShape(keys: readonly string[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const shape of [...CLOSED_MAPS, ...SHAPES]) {
    if (shape.length < keys.length || (best && shape.length >= best.length)) continue;
    if (keys.every((key) => shape.includes(key))) best = shape;
  }
  return best;
}
