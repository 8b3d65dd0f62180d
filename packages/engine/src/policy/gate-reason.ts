// Puts together the reasons of a gate, the same for a whole model and for a change.
import type { GateReason, GateVerdict } from "@merlon/schema";
import type { Stated } from "./gate-at.ts";

export interface Stop {
  readonly text: string;
  readonly ids: readonly string[];
  readonly remedy: string;
}

/** Nothing where nothing stops. */
export function reasonOf(stated: Stated<unknown> | undefined, { text, ids, remedy }: Stop): readonly GateReason[] {
  return ids.length === 0 ? [] : [{ text, ids, ...(stated?.line === undefined ? {} : { policy: stated.line }), remedy }];
}

/** Where a number of them may be: only more than that stop. */
export function moreThan(most: Stated<number> | undefined, ids: readonly string[], stop: (over: string) => Omit<Stop, "ids">): readonly GateReason[] {
  if (most === undefined || ids.length <= most.value) return [];
  return reasonOf(most, { ...stop(most.value === 0 ? "" : `, ${most.value} at most`), ids });
}

export function verdictOf(reasons: readonly GateReason[]): GateVerdict {
  return { failed: reasons.length > 0, reasons };
}

export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return n === 1 ? `1 ${noun}` : `${n} ${plural}`;
}
