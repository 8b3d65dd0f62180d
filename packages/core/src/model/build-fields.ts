// Small conversions used while a model is built.
import type { ModelScale } from "./model.ts";

/** `web-to-orders` gives "web to orders". */
export function titleOf(id: string): string {
  return id.replace(/-+/g, " ").trim() || id;
}

/** Sorted and without repeats: order in a set means nothing. */
export function set(values: readonly string[]): readonly string[];
export function set(values: readonly string[] | undefined): readonly string[] | undefined;
export function set(values: readonly string[] | undefined): readonly string[] | undefined {
  return values === undefined || values.length < 2 ? values : [...new Set(values)].sort();
}

type Absent<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };

/** Leaves undefined keys out, so that equal models are equal values. */
export function withoutAbsent<T extends object>(object: T): Present<T> & Absent<T> {
  const copy: Record<string, unknown> = {};
  const source = object as Readonly<Record<string, unknown>>; // read by key only
  for (const key in source) if (source[key] !== undefined) copy[key] = source[key];
  return copy as Present<T> & Absent<T>; // exactly the keys that are not undefined
}

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Sets a key only when there is a value. Ten times faster than spreading optional parts, which matters for tens of thousands of objects. */
export function put<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/** Leaves out what `build` gives up on. */
export function mapValues<T, R extends object>(map: ReadonlyMap<string, T>, build: (value: T) => R | undefined): ReadonlyMap<string, R> {
  const built = new Map<string, R>();
  for (const [key, value] of map) {
    const made = build(value);
    if (made !== undefined) built.set(key, made);
  }
  return built;
}

/** Levels that exist on scales that exist. */
export function usableLevels(levels: Readonly<Record<string, string>> | undefined, scales: ReadonlyMap<string, ModelScale>): Readonly<Record<string, string>> {
  const usable: Record<string, string> = {};
  for (const scale of Object.keys(levels ?? {}).sort()) {
    const level = levels?.[scale];
    if (level !== undefined && scales.get(scale)?.levels.includes(level) === true) usable[scale] = level;
  }
  return usable;
}
