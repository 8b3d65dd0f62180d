// What makes the gate let a change pass, as a command that can be copied.
import type { GateReason } from "@merlon/schema";

/** The first of several stands for all. */
export function remedyWords({ remedy, ids: [first] }: GateReason): string | undefined {
  return first === undefined ? remedy : remedy?.replaceAll("<id>", first);
}
