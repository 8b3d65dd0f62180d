// What was decided about an outcome, how that stands today and why, and the command for what to do next.
import type { DecisionStatus, Explanation } from "@merlon/schema";
import { ink, line, type Line } from "../terminal/lines.ts";
import { decisionSentence, staleWords, standingWords } from "../wording/decision.ts";
import { placeWords } from "../wording/titles.ts";

export function decisionLines({ threat, decisions: all, id }: Explanation, { command }: { readonly command?: (verb: string) => string }): readonly Line[] {
  // What a person wrote comes with its decision in the threat.
  const decisions = all ?? (threat?.decision ? [threat.decision] : []);
  if (!threat && decisions.length === 0) return [];
  const told = (verb: string): Line => line(ink("cyan", command?.(verb) ?? `merlon ${verb}`), 4);
  const planned = threat?.plannedBy === undefined ? [] : [line([ink("cyan", threat.plannedBy), " is planned and would stop it."], 2)];
  const confirm = decisions.flatMap(confirmWords);
  return [
    line(ink("bold", "The decision")), ...decisions.flatMap(standingLines), ...planned,
    ...confirm.slice(0, 1).flatMap((words) => [line(words, 2), told(`decide ${id} --confirm`)]),
    ...(threat ? [line(otherwise(threat.status === "open", decisions), 2), told(`decide ${id}`)] : []),
  ];
}

function standingLines(status: DecisionStatus): readonly Line[] {
  const { alias, key, decision: { reason }, stale } = status;
  return [
    line([decisionSentence(status), reason === undefined ? undefined : ` ${reason}`, ink("dim", ` (${standingWords(status)})`)], 2),
    ...(alias === undefined || alias === key ? [] : [line(ink("dim", `written for ${alias}`), 4)]),
    ...stale.map((fact) => line([ink("yellow", staleWords(fact)), fact.where ? ink("dim", `  ${placeWords(fact.where)}`) : undefined], 4)),
  ];
}

function confirmWords({ state, decision: { until } }: DecisionStatus): readonly string[] {
  if (state === "stale") return ["A fact that it rests on changed, so it does not count. If it still holds:"];
  if (state === "expired") return [`It counted until ${until ?? "its last day"}. If it still holds, with a new last day (--until):`];
  return state === "unconfirmed" ? ["It does not count here before somebody confirms it. If it holds here too:"] : [];
}

function otherwise(isOpen: boolean, decisions: readonly DecisionStatus[]): string {
  if (!isOpen) return "To change it:";
  return decisions.length > 0 ? "Otherwise mitigate, accept, transfer, avoid, or say that it does not apply:" : "Nothing is decided. Mitigate, accept, transfer, avoid, or say that it does not apply:";
}
