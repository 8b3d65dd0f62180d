// How often people set aside what a rule says: such a rule is wrong, or models do not say what would stop it.
import type { Threat } from "@merlon/schema";

export interface Dismissals {
  readonly rule: string;
  readonly dismissed: number;
  readonly notApplicable: number;
  readonly falsePositive: number;
  /** Threats of the rule, however they are decided. */
  readonly threats: number;
}

const LEAST = 3;

/** Of rules with at least one; those dismissed most come first. Threats may be those of several models. */
export function dismissalsOf(threats: readonly Threat[]): readonly Dismissals[] {
  const byRule = new Map<string, Threat[]>();
  for (const threat of threats) if (threat.rule) (byRule.get(threat.rule.id) ?? newList(byRule, threat.rule.id)).push(threat);
  const all = [...byRule].map(([rule, own]): Dismissals => {
    const dismissed = own.filter(({ status }) => status === "dismissed");
    const falsePositive = dismissed.filter(({ decision }) => decision?.decision.state === "false-positive").length;
    return { rule, dismissed: dismissed.length, notApplicable: dismissed.length - falsePositive, falsePositive, threats: own.length };
  });
  return all.filter(({ dismissed }) => dismissed > 0).sort((a, b) => b.dismissed - a.dismissed || a.threats - b.threats || (a.rule < b.rule ? -1 : 1));
}

/** Three and more, and at least half. */
export function isOften({ dismissed, threats }: Pick<Dismissals, "dismissed" | "threats">): boolean {
  return dismissed >= LEAST && dismissed * 2 >= threats;
}

function newList(byRule: Map<string, Threat[]>, rule: string): Threat[] {
  const list: Threat[] = [];
  byRule.set(rule, list);
  return list;
}
