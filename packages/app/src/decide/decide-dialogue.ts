// Shows what a decision is about and asks for it: first what, then why, and only what that verdict needs.
import { targetTitles } from "@merlon/core";
import { decisionLacks } from "@merlon/engine";
import type { DecisionState, Threat } from "@merlon/schema";
import { askOne, askText, askYesNo, say, type Dialogue, type Option } from "../dialogue/prompt.ts";
import { isDay } from "../session.ts";
import { severities } from "../severity-order.ts";
import type { SaidDecision } from "./decide.ts";
import type { DecidableModel, DecisionSubject } from "./decision-subject.ts";

const states: readonly Option[] = [
  { value: "mitigate", label: "We do something about it" }, { value: "accept", label: "We live with it", hint: "needs an owner and a last day" },
  { value: "transfer", label: "Somebody else bears it", hint: "needs an owner and a last day" }, { value: "avoid", label: "We drop what makes it possible" },
  { value: "not-applicable", label: "It cannot happen here" }, { value: "false-positive", label: "The rule is wrong here" }, { value: "open", label: "Looked at, not decided yet" },
];

/** Where somebody did not say which threat: the open ones, worst first. */
export function* chooseThreatDialogue(threats: readonly Threat[]): Dialogue<string> {
  const open = threats.filter(({ status }) => status === "open");
  return yield* askText({ message: `Which of the ${open.length} open threats?`, onlyKnown: true, known: open.map((threat) => ({ value: threat.id, label: `${threat.severity}: ${threat.title}, at ${targetTitles(threat)}`, hint: threat.id })) });
}

/** undefined: the person looked at it and does not want it written. */
export function* decideDialogue(subject: DecisionSubject, model: DecidableModel, today: string): Dialogue<SaidDecision | undefined> {
  yield* say(shown(subject), subject.threat?.title ?? subject.key);
  const said = yield* askVerdict(subject, model, today);
  const approved = lacksApproval(said, subject, model, today) ? yield* askWhoAgrees() : [];
  return (yield* askYesNo("Write it down?")) ? { ...said, ...(approved.length === 0 ? {} : { approved }) } : undefined;
}

function* askVerdict(subject: DecisionSubject, model: DecidableModel, today: string): Dialogue<SaidDecision> {
  const before = subject.status?.decision;
  const state = (yield* askOne({ message: "What is decided?", options: states, ...(before ? { initial: before.state } : {}) })) as DecisionState; // one of the options
  const bears = state === "accept" || state === "transfer";
  const strict = bears && isStrict(subject, model);
  const reason = yield* askText({ message: "Why?", placeholder: "so that somebody who reads it in a year understands", optional: !strict && (state === "mitigate" || state === "open"), ...initial(before?.reason) });
  const owner = bears || state === "mitigate" ? yield* askText({ message: "Who sees to it?", placeholder: "a person or a team", optional: !strict, ...initial(before?.owner) }) : "";
  const until = bears ? yield* askDay("Until when does that hold?", today, strict) : "";
  const due = state === "mitigate" ? yield* askDay("By when is it to be done?", today, false) : "";
  const ticket = state === "mitigate" || state === "avoid" ? yield* askText({ message: "In which ticket is the work followed?", placeholder: "SHOP-1234", optional: true }) : "";
  const by = yield* askText({ message: "Who decides this?", placeholder: "dana@example.org", optional: true, ...initial(before?.by) });
  return {
    state, ...given("reason", reason), ...given("owner", owner), ...given("until", until), ...given("due", due), ...given("by", by), ...(ticket === "" ? {} : { tickets: [ticket] }),
  };
}

function* askWhoAgrees(): Dialogue<readonly string[]> {
  const names = yield* askText({ message: "Who else agrees? The policy asks for that.", placeholder: "names, with commas between them" });
  return names.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

function* askDay(message: string, today: string, needed: boolean): Dialogue<string> {
  return yield* askText({ message, placeholder: `for example ${halfYearAfter(today)}`, optional: !needed, check: (text) => (isDay(text) ? (text < today ? "That day is over." : undefined) : "Write it as year, month and day: 2027-03-31.") });
}

function halfYearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 6);
  return date.toISOString().slice(0, 10);
}

/** From the severity that the policy says. */
function isStrict({ threat }: DecisionSubject, { loaded }: DecidableModel): boolean {
  const from = loaded.model.policy["acceptance-from"] ?? "medium";
  return threat !== undefined && severities.indexOf(threat.severity) >= severities.indexOf(from);
}

function lacksApproval(said: SaidDecision, { threat }: DecisionSubject, { loaded }: DecidableModel, today: string): boolean {
  return threat !== undefined && decisionLacks(said, threat.severity, loaded.model.policy, today).some(({ code }) => code === "E3033");
}

function shown({ threat, cell, status, explanation }: DecisionSubject): readonly string[] {
  const stale = (status?.stale ?? []).map(({ fact, was, is }) => `${fact} was ${was}, is ${is} now.`);
  const before = status ? [`Decided before: ${status.decision.state}${status.decision.reason === undefined ? "" : ` (${status.decision.reason})`}; ${status.state}.`, ...stale] : [];
  if (cell) return [`The cell is ${cell.state}.`, ...cell.entries.slice(0, 8).map(({ kind, title }) => `  ${kind}: ${title}`), ...before];
  if (!threat) return before;
  const fixes = (explanation?.fixes ?? []).map(({ fix, clears }) => `  ${clears === true ? "clears it: " : clears === false ? "does not clear it alone: " : ""}${fix.text}`);
  return [`${threat.severity}, at ${targetTitles(threat)}.`, threat.statement, threat.why, ...(fixes.length > 0 ? ["What would help:", ...fixes] : []), ...before].filter((text) => text !== "");
}

function initial(text: string | undefined): { readonly initial?: string } {
  return text === undefined ? {} : { initial: text };
}

function given<K extends string>(key: K, text: string): Partial<Record<K, string>> {
  return (text === "" ? {} : { [key]: text }) as Partial<Record<K, string>>; // one key, or none
}
