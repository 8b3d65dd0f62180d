// Whether a change may go on: by default it may not bring a severe threat that nobody decided, nor make a decision stale. What it does not cause is for others to mend.
import { STAGES } from "@merlon/core";
import type { Cause, GatedDecisionState, GateReason, GateVerdict, Impact, Policy, Severity, Stage, Threat } from "@merlon/schema";
import { createFactBase } from "../facts/create-fact-base.ts";
import { decisionLacks } from "../policy/acceptance.ts";
import { gateAt, leastSeverity, type GateAt, type Stated } from "../policy/gate-at.ts";
import { counted, moreThan, reasonOf, verdictOf } from "../policy/gate-reason.ts";
import { decisionRemedies, decisionWords, isIn, lackingDecisions } from "../policy/gated-decisions.ts";
import { personalDataBelow, placesWords } from "../policy/lower-trust.ts";
import { fromWords, gatedQuestions, modelGate } from "../policy/model-gate.ts";
import { SEVERITIES } from "../threats/severity.ts";
import { causeFor, sameRules, type Comparison, type SideSeen } from "./comparison.ts";
import { looseningReasons } from "./loosening.ts";

type Changes = Pick<Impact, "threats" | "questions" | "exposure">;

export function gateOf(changes: Changes, comparison: Comparison, policy: Policy | undefined): GateVerdict {
  const gate = gateAt("change", stageOf(comparison), policy);
  return verdictOf([
    ...threatReasons(changes, gate, { policy: policy ?? {}, at: comparison.at }), ...decisionReasons(comparison, gate, policy), ...questionReasons(changes, gate),
    ...crossingReasons(changes, gate), ...dataReasons(comparison, gate), ...looseningReasons(comparison, policy), ...stageReasons(comparison, policy),
  ]);
}

/** The later one: who goes on to a stage passes its gate, and who goes back does not get round one. */
function stageOf({ before, after }: Comparison): Stage {
  const [was, is] = [before.model.header.stage, after.model.header.stage];
  return STAGES.indexOf(was) > STAGES.indexOf(is) ? was : is;
}

/** A model that a change takes a stage further passes as a whole there, whatever the change itself brings. */
function stageReasons({ before, after, at }: Comparison, policy: Policy | undefined): readonly GateReason[] {
  const [was, is] = [before.model.header.stage, after.model.header.stage];
  if (policy === undefined || STAGES.indexOf(is) <= STAGES.indexOf(was)) return [];
  return modelGate(after.judged, policy, { at }).reasons.map((reason) => ({ ...reason, text: `${reason.text}, where the change takes the model from ${was} to ${is}` }));
}

/** What other rules bring goes to whoever keeps them. */
function isOwn({ kind }: Cause): boolean {
  return kind !== "rules";
}

interface Asked {
  readonly policy: Policy;
  readonly at: string;
}

/** Decided, and by somebody who said why, who or when: as the policy asks, or at all. */
function isSettled({ status, severity, decision: standing }: Threat, { policy, at }: Asked): boolean {
  if (status === "open" || !standing) return status !== "open";
  const { decision } = standing;
  const { reason, owner, due, tickets = [] } = decision;
  return decisionLacks(decision, severity, policy, at).length === 0 && (reason !== undefined || owner !== undefined || due !== undefined || tickets.length > 0);
}

function threatReasons({ threats }: Changes, gate: GateAt, asked: Asked): readonly GateReason[] {
  const least = gate.severity === undefined ? { value: "high" as const } : leastSeverity(gate);
  if (least === undefined) return [];
  const rank = (severity: Severity | undefined): number => (severity === undefined ? -1 : SEVERITIES.indexOf(severity));
  const severe = threats.filter(({ change, threat, severityBefore, cause }) => isOwn(cause) && !isSettled(threat, asked) && rank(threat.severity) >= rank(least.value)
    && (change === "added" || change === "reopened" || (change === "changed" && severityBefore !== undefined && rank(threat.severity) > rank(severityBefore))));
  const noun = severe.every(({ change }) => change === "added") ? "new threat" : "new, risen or reopened threat";
  return reasonOf(least, { ids: severe.map(({ id }) => id), text: `${counted(severe.length, noun)} of severity ${least.value} or worse`, remedy: "Clear it as told below, or decide in the same change, with a reason: `merlon decide <id>`." });
}

/** Whoever says how decisions are to be made stops those that are made otherwise. */
function statesOf({ decisions }: GateAt, policy: Policy | undefined): Stated<readonly GatedDecisionState[]> {
  if (decisions !== undefined) return decisions;
  const part = policy?.acceptance !== undefined ? "acceptance" : policy?.dismissal !== undefined ? "dismissal" : undefined;
  return { value: part === undefined ? ["stale"] : ["stale", "unallowed"] };
}

function decisionReasons(comparison: Comparison, gate: GateAt, policy: Policy | undefined): readonly GateReason[] {
  const { before, after, at, diff } = comparison;
  const states = statesOf(gate, policy);
  const sided = ({ judged }: SideSeen) => ({ lacking: lackingDecisions(judged, policy, at), by: new Map(judged.ledger.all.map((status) => [status.key, status])) });
  const [old, now] = [sided(before), sided(after)];
  const edited = new Set(diff.changes.filter(({ operation }) => operation.map === "decisions").map(({ operation }) => operation.object));
  return states.value.flatMap((state) => {
    const brought = [...now.by.values()].filter((status) => {
      const was = old.by.get(status.key);
      if (!isIn(state, status, now.lacking) || (was && isIn(state, was, old.lacking))) return false;
      // Time is nobody's change.
      return state === "expired" || state === "overdue" ? edited.has(status.alias ?? status.key) : isOwn(causeFor(comparison, `decision:${status.key}`));
    });
    const ids = brought.map(({ key }) => key);
    return reasonOf(states, { ids, text: state === "stale" ? `${counted(ids.length, "decision")} made stale` : `${counted(ids.length, "decision")} ${decisionWords[state]}`, remedy: decisionRemedies[state] });
  });
}

function questionReasons({ questions }: Changes, gate: GateAt): readonly GateReason[] {
  const opened = gatedQuestions(questions.filter(({ change, cause }) => change === "opened" && isOwn(cause)).map(({ question }) => question), gate);
  return moreThan(gate.questions, opened.map(({ id }) => id), (most) => ({ text: `${counted(opened.length, "question")} opened${fromWords(gate)}${most}`, remedy: "Answer with `merlon ask`, and let the answers be part of the change." }));
}

function crossingReasons({ exposure }: Changes, gate: GateAt): readonly GateReason[] {
  const ids = [...new Set(exposure.filter(({ kind, better, cause }) => kind === "forbidden-crossing" && !better && isOwn(cause)).map(({ target }) => target.id))];
  return moreThan(gate["forbidden-crossings"], ids, (most) => ({ text: `${counted(ids.length, "new flow crosses", "new flows cross")} a boundary whose policy forbids it${most}`, remedy: "Take the flow away, or let the boundary's policy list it, with whoever keeps that." }));
}

function dataReasons(comparison: Comparison, { "personal-data-below": below }: GateAt): readonly GateReason[] {
  if (below === undefined) return [];
  const { before, after } = comparison;
  const placesIn = ({ judged: { prepared } }: SideSeen) => personalDataBelow(prepared.base, below.value);
  // What today's rules take for personal in the old version too is theirs.
  const byRules = sameRules(before.library, after.library) ? new Map() : personalDataBelow(createFactBase(before.model, after.library), below.value);
  const old = placesIn(before);
  const brought = [...placesIn(after)].filter(([key]) => !old.has(key) && !byRules.has(key) && isOwn(causeFor(comparison, key))).map(([, found]) => found);
  const { data, ids } = placesWords(brought);
  return reasonOf(below, { ids, text: `personal data (${data}) newly at ${counted(ids.length, "element")} trusted less than ${below.value}`, remedy: "Move or leave out the data, or send something derived from it." });
}
