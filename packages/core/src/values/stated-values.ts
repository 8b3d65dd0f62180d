// The characteristics written on one object, over all its layers.
import type { CharacteristicTarget, Characteristic, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { put } from "../model/build-fields.ts";
import type { Mutable } from "../model/build-fields.ts";
import type { Context } from "../model/context.ts";
import { appliesData, orList } from "../model/explain-issue.ts";
import { schemaKeys } from "../model/schema-targets.ts";
import type { LibraryIndex } from "../model/library-index.ts";
import { describePath, isObject } from "../model/maps.ts";
import type { Entry, Layer } from "../model/merge.ts";
import type { StatedProvenance, StatedValue } from "../model/model.ts";
import { nearest } from "../text/nearest.ts";
import { whereIs, whereIsValue } from "../text/parsed-file.ts";
import type { Path } from "../text/tree.ts";
import { provenanceOf, readValue, takeApart, valueIds } from "./characteristic-value.ts";
import { offer } from "./value-map.ts";
import type { ValueMap } from "./value-map.ts";

type Report = (diagnostic: Diagnostic) => void;

export function statedValues(entry: Entry<unknown>, target: CharacteristicTarget, context: Context, report: Report): ValueMap {
  const values: ValueMap = new Map();
  const object = (): string => describePath([entry.map, entry.id]);
  const own = context.index.keys[target];
  for (const layer of entry.layers) {
    for (const key in layer.raw) {
      const characteristic = own.has(key) ? context.index.characteristics.get(key) : undefined;
      if (characteristic === undefined && !isCharacteristicKey(key, target)) continue;
      const path = [entry.map, entry.id, key];
      if (characteristic === undefined) {
        report(misplaced(layer, path, target, context.index));
        const kept = context.index.characteristics.has(key) ? undefined : readUndeclared(layer, path);
        if (kept !== undefined && !values.has(key)) values.set(key, kept);
        continue;
      }
      const value = readStated(layer, path, characteristic, report);
      const clash = value === undefined ? undefined : offer(values, { characteristic, value, object });
      if (clash !== undefined) report(clash);
    }
  }
  return values;
}

/** A pack's key, or one that the schema admits although no loaded pack declares it. */
function isCharacteristicKey(key: string, target: CharacteristicTarget): boolean {
  return !key.startsWith("x-") && (key.includes(".") || schemaKeys[target].has(key));
}

function misplaced(layer: Layer, path: Path, target: CharacteristicTarget, index: LibraryIndex): Diagnostic {
  const key = String(path.at(-1));
  const object = describePath(path.slice(0, -1));
  const where = whereIs(layer.source.parsed, path);
  const known = index.characteristics.get(key);
  if (known !== undefined) return diagnose("C1052", where, { key, object, ...appliesData(known, target) });
  const close = nearest(key, index.keys[target]);
  return diagnose("C1051", where, { key, object, nearest: close });
}

const longKeys: ReadonlySet<string> = new Set(["value", "source", "ref", "at", "by", "note"]);
const sources = ["declared", "assumed", "imported", "iac", "sbom", "api", "observed", "runtime", "scan", "test"];

/** Reads the value at `path` of a layer; undefined when it is unknown or wrong. */
export function readStated(layer: Layer, path: Path, characteristic: Characteristic, report: Report): StatedValue | undefined {
  const { parsed } = layer.source;
  const written = valueIn(layer.source.raw, path);
  const parts = takeApart(written);
  const read = readValue(characteristic, parts.value);
  const valuePath = isObject(written) ? [...path, "value"] : path;
  if (isObject(written)) checkLongForm(written, path, layer, report);
  if (read.kind === "wrong") {
    report(wrongValue(characteristic, parts.value, { where: whereIsValue(parsed, valuePath), object: describePath(path.slice(0, -1)), expected: read.expected }));
  }
  if (read.kind !== "known") return undefined;
  const stated: Mutable<StatedValue> = { value: read.value, provenance: provenanceFrom(layer, parts.source), where: whereIs(parsed, path) };
  put(stated, "ref", parts.ref);
  put(stated, "at", parts.at);
  return stated;
}

/** A pack that is not loaded may give it a meaning later; until then it is kept as written. */
function readUndeclared(layer: Layer, path: Path): StatedValue | undefined {
  const { value, source } = takeApart(valueIn(layer.source.raw, path));
  const word = typeof value === "boolean" ? (value ? "yes" : "no") : value;
  const isValue = typeof word === "number" || (typeof word === "string" && word !== "unknown") || (Array.isArray(word) && word.every((item) => typeof item === "string"));
  if (!isValue) return undefined;
  return { value: word, provenance: provenanceFrom(layer, source), where: whereIs(layer.source.parsed, path) };
}

function provenanceFrom(layer: Layer, source: string | undefined): StatedProvenance {
  const base = layer.source.role === "imported" ? "imported" : "declared";
  return source === undefined ? base : provenanceOf(source) ?? base;
}

interface WrongPlace {
  readonly where: Diagnostic["where"];
  readonly object: string;
  readonly expected: readonly string[];
}

export function wrongValue(characteristic: Characteristic, value: unknown, place: WrongPlace): Diagnostic {
  const expected = orList(place.expected.map((word) => (/^[a-z0-9-]+$/.test(word) ? `\`${word}\`` : word)));
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  const ids = valueIds(characteristic);
  const known = [...ids, "yes", "no", "unknown"];
  const odd = words.find((word) => typeof word !== "string" || !ids.includes(word));
  const close = typeof odd === "string" ? nearest(odd, known) : undefined;
  return diagnose("C1053", place.where, {
    value: shown(characteristic.kind === "set" ? odd ?? value : value), key: characteristic.id, object: place.object, expected, nearest: close,
  });
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "a map" : String(value);
}

function checkLongForm(written: Readonly<Record<string, unknown>>, path: Path, layer: Layer, report: Report): void {
  const object = describePath(path);
  for (const key of Object.keys(written)) {
    if (longKeys.has(key) || key.startsWith("x-")) continue;
    const close = nearest(key, longKeys);
    report(diagnose("C1020", whereIs(layer.source.parsed, [...path, key]), { key, object, nearest: close }));
  }
  const { source, at } = written;
  if (source !== undefined && provenanceOf(String(source)) === undefined) {
    const close = nearest(String(source), sources);
    report(diagnose("C1023", whereIsValue(layer.source.parsed, [...path, "source"]), {
      value: String(source), key: "source", object, expected: orList(sources.map((word) => `\`${word}\``)), nearest: close,
    }));
  }
  if (at !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(at))) {
    report(diagnose("C1025", whereIsValue(layer.source.parsed, [...path, "at"]), { value: at, key: "at", object, expected: "a calendar day such as 2026-11-01" }));
  }
}

function valueIn(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const step of path) value = isObject(value) ? value[step] : undefined;
  return value;
}
