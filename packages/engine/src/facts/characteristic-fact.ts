// A captured characteristic as a fact. A choice answered `yes` means some value, not said which.
import type { Characteristic } from "@merlon/schema";
import { ABSENT, known, unknown } from "./fact.ts";
import type { Fact, Subject } from "./subject.ts";

export function readCharacteristic(characteristic: Characteristic | undefined, subject: Subject, key: string): Fact {
  const stated = subject.characteristics.get(key);
  if (!stated) return characteristic && !makesSense(characteristic, subject) ? ABSENT : unknown([{ subject, key }]);
  if (characteristic?.kind === "choice" && stated.value === "yes") {
    return unknown([{ subject, key }], (characteristic.values ?? []).map((v) => v.id));
  }
  return known(stated.value);
}

/** Nobody is asked for what an element of this kind cannot have: the backup of a person, the insides of an external. */
export function makesSense(characteristic: Characteristic, subject: Subject): boolean {
  const kinds = characteristic["element-kinds"];
  return kinds === undefined || subject.kind !== "element" || kinds.includes(subject.source.kind);
}

/** Values from least to most safe, `no` first; undefined where values have no order. */
export function orderOf(characteristic: Characteristic): readonly string[] | undefined {
  if (characteristic.kind === "choice") return ["no", ...(characteristic.values ?? []).map((v) => v.id)];
  return undefined;
}
