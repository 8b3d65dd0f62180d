// Tactics by what people call them: the short name, or the id, whose meaning depends on the release.
import type { AttackTactic, AttackTechnique } from "@merlon/schema";

export function tacticOf(tactics: readonly AttackTactic[], said: string): AttackTactic | undefined {
  return tactics.find(({ id, shortname }) => id === said || shortname === said);
}

/** `Stealth (stealth, TA0005)`, for every tactic that a technique serves. */
export function tacticWords({ tactics: served = [] }: AttackTechnique, tactics: readonly AttackTactic[]): string {
  const named = served.map((shortname) => {
    const tactic = tacticOf(tactics, shortname);
    return tactic ? `${tactic.name} (${shortname}, ${tactic.id})` : shortname;
  });
  return named.join(", ") || "no tactic";
}
