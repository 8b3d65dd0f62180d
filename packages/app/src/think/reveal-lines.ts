// What came of a think session, for people. It counts what was found and never who found more.
import { targetsOf } from "@merlon/core";
import type { Threat } from "@merlon/schema";
import { severities } from "../severity-order.ts";
import type { Compared, ThinkResult } from "./think-session.ts";

const most = 20;

export function revealLines({ both, onlyPeople, perhaps, onlyRules }: ThinkResult): readonly string[] {
  return [
    ...section("Found by you and by the rules", both.map((one) => `${said(one)}: ${(one.same ?? []).join(", ")}`)),
    ...section("Perhaps the same as what the rules found", perhaps.map((one) => `${said(one)}: ${(one.perhaps ?? []).join(", ")}`)),
    ...section("Found only by you", onlyPeople.map(said)),
    ...section("Found only by the rules", byRule(onlyRules), onlyRules.length),
    score({ both, onlyPeople, perhaps, onlyRules }),
  ];
}

function score({ both, onlyPeople, perhaps, onlyRules }: ThinkResult): string {
  const named = both.length + onlyPeople.length + perhaps.length;
  if (named === 0) return onlyRules.length === 0 ? "Nobody named anything, and the rules found nothing." : `Nobody named anything; the rules found ${count(onlyRules.length)}.`;
  const possibly = perhaps.length > 0 ? `, ${perhaps.length} perhaps` : "";
  return `${count(named)} named by you: ${both.length} that the rules found too${possibly}, ${onlyPeople.length} that they did not. The rules found ${onlyRules.length} more.`;
}

function said({ idea: { text, by } }: Compared): string {
  return by === undefined ? text : `${text} (${by})`;
}

/** One line for each rule, the worst first: a list of every place would bury the rest. */
function byRule(threats: readonly Threat[]): readonly string[] {
  const groups = new Map<string, Threat[]>();
  for (const threat of threats) groups.set(threat.title, [...groups.get(threat.title) ?? [], threat]);
  const worst = (list: readonly Threat[]) => Math.max(...list.map(({ severity }) => severities.indexOf(severity)));
  return [...groups].sort(([, a], [, b]) => worst(b) - worst(a)).map(([title, list]) => `${severities[worst(list)] ?? ""}: ${title}, at ${[...new Set(list.flatMap((threat) => targetsOf(threat).map(({ title }) => title)))].slice(0, 4).join(", ")}${list.length > 4 ? ` and ${list.length - 4} more` : ""}`);
}

function section(title: string, lines: readonly string[], number = lines.length): readonly string[] {
  if (lines.length === 0) return [];
  return [`${title}: ${number}`, ...lines.slice(0, most).map((line) => `  ${line}`), ...(lines.length > most ? [`  and ${lines.length - most} more`] : [])];
}

function count(number: number): string {
  return number === 1 ? "1 threat" : `${number} threats`;
}
