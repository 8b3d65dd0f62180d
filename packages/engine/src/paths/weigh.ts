// What is stated about a step makes it dearer; what is not stated is counted as not there and remembered.
import { inherits, isInForce } from "@merlon/core";
import type { Characteristic } from "@merlon/schema";
import { makesSense } from "../facts/characteristic-fact.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { Subject } from "../facts/subject.ts";
import { controlsAt } from "../rules/control-truth.ts";
import { block, leaveOpen, type Toll } from "./attack-step.ts";

/** A protection adds what its value is worth; unknown, it may be there. `stops`: with it nothing but a flaw helps. */
export interface Protection {
  readonly key: string;
  readonly worth: (value: string) => number;
  readonly stops?: boolean;
}

export function protect(toll: Toll, subject: Subject, { key, worth, stops = false }: Protection, base: FactBase): void {
  const stated = subject.characteristics.get(key);
  const characteristic = base.index.characteristics.get(key);
  if (!characteristic || (!stated && !makesSense(characteristic, subject))) return;
  const value = stated && !(characteristic.kind === "choice" && stated.value === "yes") ? String(stated.value) : undefined;
  if (value === undefined && worth(bestOf(characteristic)) > 0) {
    toll.safest++;
    if (stops && toll.flaw === 0) toll.flaw = 1;
    leaveOpen(toll, [{ subject, key }]);
  }
  const adds = value === undefined ? 0 : worth(value);
  if (adds <= 0) return;
  toll.cost += adds;
  toll.least++;
  toll.safest++;
  if (stops) toll.flaw = 2;
  block(toll, { subject, key, value: value!, adds });
}

/** The safest value that a characteristic takes. */
function bestOf({ kind, values, safer }: Characteristic): string {
  return kind === "choice" ? values?.at(-1)?.id ?? "yes" : String(safer);
}

/** A control of a type makes it dearer where it is in force; controls are all drawn, so none is unknown. */
export function protectByControl(toll: Toll, subjects: readonly Subject[], type: string, adds: number, base: FactBase): void {
  if (base.model.controls.size === 0) return;
  for (const subject of subjects) {
    const control = controlsAt(subject).find((one) => inherits(one.type, type) && isInForce(one));
    if (!control) continue;
    toll.cost += adds;
    toll.least++;
    toll.safest++;
    block(toll, { subject, key: `control ${control.id}`, value: control.title, adds });
    return;
  }
}

/** Worth one, two or three where the answer is yes. */
export function yes(adds: 1 | 2 | 3): (value: string) => number {
  return YES[adds];
}

const YES = { 1: (value: string) => (value === "yes" ? 1 : 0), 2: (value: string) => (value === "yes" ? 2 : 0), 3: (value: string) => (value === "yes" ? 3 : 0) };
