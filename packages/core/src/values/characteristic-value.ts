// Reads one written characteristic value, short or long, into its normal form: flags as yes/no, sets sorted, `unknown` as nothing.
import type { Characteristic, Scalar } from "@merlon/schema";
import { isObject } from "../model/maps.ts";
import type { StatedProvenance } from "../model/model.ts";

export type CharacteristicValue = Scalar | readonly string[];

export type ReadValue =
  | { readonly kind: "known"; readonly value: CharacteristicValue }
  | { readonly kind: "unknown" }
  | { readonly kind: "wrong"; readonly expected: readonly string[] };

const unknown: ReadValue = { kind: "unknown" };

export function readValue(characteristic: Characteristic, written: unknown): ReadValue {
  if (written === "unknown") return unknown;
  const word = typeof written === "boolean" ? (written ? "yes" : "no") : written;
  switch (characteristic.kind) {
    case "flag":
      return word === "yes" || word === "no" ? known(word) : wrong(["yes", "no"]);
    case "choice": {
      const ids = valueIds(characteristic);
      return typeof word === "string" && (word === "yes" || word === "no" || ids.includes(word)) ? known(word) : wrong([...ids, "yes", "no"]);
    }
    case "number":
      return typeof word === "number" && word >= (characteristic.minimum ?? -Infinity) && word <= (characteristic.maximum ?? Infinity)
        ? known(word) : wrong([rangeText(characteristic)]);
    case "set":
      return readSet(characteristic, word);
  }
}

function readSet(characteristic: Characteristic, word: unknown): ReadValue {
  const ids = valueIds(characteristic);
  const expected = ids.length > 0 ? [`a list of ${ids.join(", ")}`, "no"] : ["a list of words", "no"];
  if (word === "no") return known([]);
  if (!Array.isArray(word)) return wrong(expected);
  const members = word.filter((member): member is string => typeof member === "string" && (ids.length === 0 || ids.includes(member)));
  return members.length === word.length ? known([...new Set(members)].sort()) : wrong(expected);
}

/** The words of a choice or set, for "did you mean" hints too. */
export function valueIds(characteristic: Characteristic): readonly string[] {
  return (characteristic.values ?? []).map(({ id }) => id);
}

function rangeText({ minimum, maximum, unit }: Characteristic): string {
  const range = minimum !== undefined && maximum !== undefined ? ` from ${minimum} to ${maximum}`
    : minimum !== undefined ? ` of at least ${minimum}` : maximum !== undefined ? ` of at most ${maximum}` : "";
  return `a number${range}${unit === undefined ? "" : ` (${unit})`}`;
}

function known(value: CharacteristicValue): ReadValue {
  return { kind: "known", value };
}
function wrong(expected: readonly string[]): ReadValue {
  return { kind: "wrong", expected };
}

/** A value's long form taken apart; short forms have only a value. */
export interface WrittenValue {
  readonly value: unknown;
  readonly source?: string;
  readonly ref?: string;
  readonly at?: string;
}

export function takeApart(written: unknown): WrittenValue {
  if (!isObject(written)) return { value: written };
  const text = (key: string): string | undefined => (typeof written[key] === "string" ? written[key] : undefined);
  const source = text("source");
  const ref = text("ref");
  const at = text("at");
  return {
    value: written["value"],
    ...(source === undefined ? {} : { source }), ...(ref === undefined ? {} : { ref }), ...(at === undefined ? {} : { at }),
  };
}

const provenances: Readonly<Record<string, StatedProvenance>> = {
  declared: "declared", assumed: "assumed", imported: "imported", iac: "imported", sbom: "imported", api: "imported",
  observed: "observed", runtime: "observed", scan: "observed", test: "observed",
};

/** undefined when the source is no known word. */
export function provenanceOf(source: string): StatedProvenance | undefined {
  return Object.hasOwn(provenances, source) ? provenances[source] : undefined;
}

const precedence: readonly StatedProvenance[] = ["assumed", "inferred", "inherited", "declared", "imported", "observed"];

export function outranks(a: StatedProvenance, b: StatedProvenance): boolean {
  return precedence.indexOf(a) > precedence.indexOf(b);
}

function sameValue(a: CharacteristicValue, b: CharacteristicValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((member, at) => member === b[at]);
  return a === b;
}

/** `yes` of a choice leaves open which, so it agrees with every value but `no`. */
export function agree(a: CharacteristicValue, b: CharacteristicValue): boolean {
  return sameValue(a, b) || (a === "yes" && b !== "no") || (b === "yes" && a !== "no");
}

/** How safe a value is, on the characteristic's own order; only comparable within one characteristic. */
export function safety(characteristic: Characteristic, value: CharacteristicValue): number {
  switch (characteristic.kind) {
    case "flag":
      return value === characteristic.safer ? 1 : 0;
    case "choice":
      // `no` is least; `yes` is just above it, since any of the values may be meant.
      return value === "no" ? -2 : value === "yes" ? -1 : valueIds(characteristic).indexOf(String(value));
    case "number":
      return characteristic.safer === "lower" ? -Number(value) : Number(value);
    case "set": {
      const count = Array.isArray(value) ? value.length : 0;
      return characteristic.safer === "fewer" ? -count : count;
    }
  }
}
