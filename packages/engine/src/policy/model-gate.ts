// Whether a whole model passes at its stage: threats, questions, decisions, crossings and where personal data is, as far as the policy states a limit.
import type { GateReason, GateVerdict, Policy } from "@merlon/schema";
import type { AnalyzeOptions, Judged } from "../analysis/judge.ts";
import { forbids } from "../facts/crossing-policy.ts";
import { isDeeper, type OpenQuestion } from "../questions/build-questions.ts";
import { SEVERITIES } from "../threats/severity.ts";
import { gateAt, leastSeverity, type GateAt } from "./gate-at.ts";
import { counted, moreThan, reasonOf, verdictOf } from "./gate-reason.ts";
import { decisionRemedies, decisionWords, isIn, lackingDecisions } from "./gated-decisions.ts";
import { personalDataBelow, placesWords } from "./lower-trust.ts";

/** `failOn`: what a person says of severities, which goes before what the policy says. */
export function modelGate(judged: Judged, policy: Policy, { at, failOn }: AnalyzeOptions): GateVerdict {
  const stated = gateAt("model", judged.prepared.model.header.stage, policy);
  const gate = failOn === undefined ? stated : { ...stated, severity: { value: failOn, line: `--fail-on ${failOn}` } };
  return verdictOf([...threatReasons(judged, gate), ...questionReasons(judged, gate), ...decisionReasons(judged, gate, policy, at), ...crossingReasons(judged, gate), ...dataReasons(judged, gate)]);
}

function threatReasons({ threats }: Judged, gate: GateAt): readonly GateReason[] {
  const least = leastSeverity(gate);
  if (least === undefined) return [];
  const from = SEVERITIES.indexOf(least.value);
  const ids = threats.filter(({ status, severity }) => status === "open" && SEVERITIES.indexOf(severity) >= from).map(({ id }) => id);
  return reasonOf(least, { ids, text: `${counted(ids.length, "open threat")} of severity ${least.value} or worse`, remedy: "Clear each with a fix of `merlon explain <id>`, or decide with `merlon decide <id>`." });
}

function questionReasons({ questions, prepared }: Judged, gate: GateAt): readonly GateReason[] {
  const open = questions.filter((question) => !isDeeper(question, prepared.model.header.depth));
  return moreThan(gate.questions, gatedQuestions(open, gate).map(({ id }) => id), (most) => ({ text: `${counted(gatedQuestions(open, gate).length, "open question")}${fromWords(gate)}${most}`, remedy: "Answer with `merlon ask`." }));
}

export function gatedQuestions<Q extends Pick<OpenQuestion, "worst">>(questions: readonly Q[], { "questions-from": from }: GateAt): readonly Q[] {
  return from === undefined ? questions : questions.filter(({ worst }) => SEVERITIES.indexOf(worst) >= SEVERITIES.indexOf(from.value));
}

export function fromWords({ "questions-from": from }: GateAt): string {
  return from === undefined ? "" : ` that could reveal ${from.value} or worse`;
}

function decisionReasons(judged: Judged, { decisions }: GateAt, policy: Policy, at: string): readonly GateReason[] {
  const lacking = decisions?.value.includes("unallowed") ? lackingDecisions(judged, policy, at) : new Set<string>();
  return (decisions?.value ?? []).flatMap((state) => {
    const ids = judged.ledger.all.filter((status) => isIn(state, status, lacking)).map(({ key }) => key);
    return reasonOf(decisions, { ids, text: `${counted(ids.length, "decision")} ${decisionWords[state]}`, remedy: decisionRemedies[state] });
  });
}

function crossingReasons({ prepared: { base } }: Judged, gate: GateAt): readonly GateReason[] {
  const flows = [...base.subjects.boundaries.values()].flatMap((boundary) => boundary.crossings.filter((flow) => forbids(boundary, flow).value === "yes"));
  const ids = [...new Set(flows.map(({ id }) => id))].sort();
  return moreThan(gate["forbidden-crossings"], ids, (most) => ({ text: `${counted(ids.length, "flow crosses", "flows cross")} a boundary whose policy forbids it${most}`, remedy: "Take the flow away, or let the boundary's policy list it." }));
}

function dataReasons(judged: Judged, { "personal-data-below": below }: GateAt): readonly GateReason[] {
  if (below === undefined) return [];
  const { data, ids } = placesWords(personalDataBelow(judged.prepared.base, below.value).values());
  return reasonOf(below, { ids, text: `personal data (${data}) at ${counted(ids.length, "element")} trusted less than ${below.value}`, remedy: "Move or leave out the data, or send something derived from it." });
}
