// Characteristics that assumptions stand for, as long as they stand. They give way to everything else.
import type { Assumption, CharacteristicTarget, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import type { Context } from "../model/context.ts";
import { characteristicTargets, describePath } from "../model/maps.ts";
import { whereEntry } from "../model/merge.ts";
import type { Entry } from "../model/merge.ts";
import type { StatedValue } from "../model/model.ts";
import { nearest } from "../text/nearest.ts";
import { readValue } from "./characteristic-value.ts";
import { wrongValue } from "./stated-values.ts";

export interface AssumedValue {
  readonly key: string;
  readonly value: StatedValue;
}

/** By the id of the object they are about. */
export function assumedValues(context: Context, report: (diagnostic: Diagnostic) => void): ReadonlyMap<string, readonly AssumedValue[]> {
  const byObject = new Map<string, AssumedValue[]>();
  for (const entry of context.maps.assumptions.values()) {
    for (const [fact, written] of Object.entries(entry.value.facts ?? {})) {
      const at = fact.indexOf(".");
      const object = at < 0 ? fact : fact.slice(0, at);
      const assumed = readFact(entry, { fact, object, key: at < 0 ? "" : fact.slice(at + 1), written }, context, report);
      if (assumed === undefined || !stands(entry.value, context)) continue;
      byObject.set(object, [...(byObject.get(object) ?? []), assumed]);
    }
  }
  return byObject;
}

/** An assumption holds on its last day too. */
function stands({ until }: Assumption, { at }: Pick<Context, "at">): boolean {
  return until === undefined || at === undefined || until >= at;
}

interface Fact {
  readonly fact: string;
  readonly object: string;
  readonly key: string;
  readonly written: unknown;
}

function readFact(entry: Entry<Assumption>, { fact, object, key, written }: Fact, context: Context, report: (diagnostic: Diagnostic) => void): AssumedValue | undefined {
  const where = whereEntry(entry, "facts", fact);
  const map = context.owners.get(object);
  const target: CharacteristicTarget | undefined = map === undefined ? undefined : characteristicTargets[map];
  if (target === undefined) {
    if (context.broken.has(object)) return undefined;
    const close = nearest(object, context.owners.keys());
    report(diagnose("C1040", where, {
      key: "facts", object: describePath(["assumptions", entry.id]), id: object, expected: "element, flow or boundary", nearest: close,
    }));
    return undefined;
  }
  const characteristic = context.index.characteristics.get(key);
  if (characteristic === undefined || !characteristic["applies-to"].includes(target)) {
    const close = nearest(key, context.index.keys[target]);
    report(diagnose("C1051", where, { key, object: describePath(["assumptions", entry.id]), nearest: close }));
    return undefined;
  }
  const read = readValue(characteristic, written);
  if (read.kind === "wrong") report(wrongValue(characteristic, written, { where, object: describePath(["assumptions", entry.id]), expected: read.expected }));
  return read.kind === "known" ? { key, value: { value: read.value, provenance: "assumed", where, from: `assumption ${entry.id}` } } : undefined;
}
