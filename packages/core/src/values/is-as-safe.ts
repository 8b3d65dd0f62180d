// Whether what is stated is at least as safe as what somebody asks for, such as what a control of some type would provide.
import type { Characteristic } from "@merlon/schema";
import { agree, readValue, safety, type CharacteristicValue } from "./characteristic-value.ts";

/** `wanted` as the library writes it. A set must hold what is wanted. */
export function isAsSafe(characteristic: Characteristic, stated: CharacteristicValue, wanted: unknown): boolean {
  const read = readValue(characteristic, characteristic.kind === "set" ? [wanted] : wanted);
  if (read.kind !== "known") return false;
  const { value } = read;
  if (Array.isArray(stated) && Array.isArray(value)) return value.every((member) => stated.includes(member));
  return agree(stated, value) || safety(characteristic, stated) >= safety(characteristic, value);
}
