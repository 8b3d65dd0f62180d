// The characteristic values of one object while they are gathered: the better provenance wins, and values that cannot both be true are reported.
import type { Characteristic, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import type { StatedValue } from "../model/model.ts";
import { agree, outranks } from "./characteristic-value.ts";

export type ValueMap = Map<string, StatedValue>;

export interface Offered {
  readonly characteristic: Characteristic;
  readonly value: StatedValue;
  /** "element `web`", for messages. */
  readonly object: () => string;
}

/** Adds a value unless a better one is there. Returns a diagnostic when two values that each claim to be true differ. */
export function offer(values: ValueMap, { characteristic, value, object }: Offered): Diagnostic | undefined {
  const key = characteristic.id;
  const present = values.get(key);
  if (present === undefined) {
    values.set(key, value);
    return undefined;
  }
  const winner = outranks(value.provenance, present.provenance) ? value : present;
  const loser = winner === value ? present : value;
  if (winner === value) values.set(key, value);
  if (agree(value.value, present.value)) return undefined;
  // A default is there to be overridden, and an assumption gives way; everything else claims to be true.
  if (loser.provenance === "inherited" || winner.provenance === "inherited" && loser.provenance === "assumed") return undefined;
  return contradiction(key, object(), winner, loser);
}

export function contradiction(key: string, object: string, winner: StatedValue, loser: StatedValue): Diagnostic {
  return diagnose("C1058", winner.where ?? loser.where, {
    key, object, value: printValue(winner), source: sourceOf(winner), other: printValue(loser), against: sourceOf(loser),
  });
}

function printValue({ value }: StatedValue): string {
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}

function sourceOf(value: StatedValue): string {
  if (value.from !== undefined) return value.from;
  const place = value.where === undefined ? "" : ` in ${value.where.file}:${value.where.line}`;
  return `${value.provenance}${place}`;
}
