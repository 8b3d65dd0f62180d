// Assesses the six cells of one row: every rule with the letter whose target is the row's, people's threats, and their verdicts.
import type { CellEntry, CellState, DecisionStatus, StrideCell, StrideLetter, Threat } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { pathsEndingAt } from "../paths/path-subjects.ts";
import type { Subject } from "../facts/subject.ts";
import { FALSE } from "../facts/truth.ts";
import { isDeeper, questionId } from "../questions/build-questions.ts";
import { wordingOf } from "../questions/wording.ts";
import { bind, evaluateTarget, inputsOf, type Instance } from "../rules/evaluate.ts";
import { decidingTexts, mitigatedOf } from "../threats/build-threat.ts";
import { firstState, sortEntries, withVerdict } from "./cell-order.ts";
import type { CellIndex } from "./cell-index.ts";

export type Leg = "request" | "response";
const LETTERS: readonly StrideLetter[] = ["S", "T", "R", "I", "D", "E"];

function cellId(letter: StrideLetter, subject: Subject, leg: Leg): string {
  return `${letter}@${subject.id}${leg === "response" ? "+response" : ""}`;
}

/** One cell per letter, in the order S T R I D E. */
export function assessTarget(subject: Subject, leg: Leg, index: CellIndex): readonly StrideCell[] {
  const skipped = skippedBecause(subject, leg);
  const found = skipped === undefined ? instancesOn(subject, leg, index).map((instance) => ({ instance, entries: entriesOf(instance, index) })) : [];
  const unsaid = skipped === undefined ? unknownLeg(subject, leg, index) : [];
  const human = leg === "request" ? (index.humanThreats.get(subject.id) ?? []) : [];
  return LETTERS.map((letter): StrideCell => {
    const id = cellId(letter, subject, leg);
    const own = found.filter(({ instance }) => instance.rule.rule.stride.includes(letter));
    const entries = [...own.flatMap((one) => one.entries), ...human.filter((t) => t.stride.includes(letter)).map(threatEntry), ...unsaid];
    const checkedBy = own.filter(({ instance }) => instance.outcome === "checked").length;
    return cellOf({ id, letter, checkedBy, entries: skipped === undefined ? entries : [...entries, skippedEntry(id, skipped)] }, index.verdicts.get(id));
  });
}

function cellOf(cell: Omit<StrideCell, "state">, verdict: DecisionStatus | undefined): StrideCell {
  const entries = sortEntries(cell.entries);
  return { ...cell, entries, state: withVerdict(firstState(entries), verdict), ...(verdict ? { decision: verdict } : {}) };
}

/** A leg that carries nothing, or something out of scope, is not applicable. */
function skippedBecause(subject: Subject, leg: Leg): string | undefined {
  if (subject.kind === "flow" && leg === "response" && subject.source.response?.length === 0) return "nothing comes back";
  if ((subject.kind === "flow" || subject.kind === "element") && subject.source.outOfScope !== undefined) return `out of scope: ${subject.source.outOfScope}`;
  return undefined;
}

function skippedEntry(id: string, because: string): CellEntry {
  return { id, kind: "checked", title: because, state: "not-applicable", because: [because], attack: [] };
}

function instancesOn(subject: Subject, leg: Leg, { rules, base }: CellIndex): readonly Instance[] {
  const own = subject.kind === "flow" ? rules[leg] : subject.kind === "element" || subject.kind === "boundary" ? rules[subject.kind] : [];
  // A path stands in the row of the element where it ends.
  const ending = subject.kind === "element" && rules.path.length > 0 ? pathsEndingAt(subject, base) : [];
  return [...own.flatMap((rule) => evaluateTarget(rule, subject, base)), ...ending.flatMap((path) => rules.path.flatMap((rule) => evaluateTarget(rule, path, base)))];
}

function entriesOf(instance: Instance, index: CellIndex): readonly CellEntry[] {
  const { base, threats } = index;
  const { rule } = instance.rule;
  const entry = (kind: CellEntry["kind"], state: CellState, because: readonly string[], id = instance.id): CellEntry => ({
    id, kind, state, title: rule.title, because, attack: (rule.attack ?? []).map((a) => a.id),
  });
  switch (instance.outcome) {
    case "threat": {
      const threat = threats.get(instance.id);
      return threat ? [threatEntry(threat)] : [];
    }
    case "question": return inputsOf(instance, base).map(questionId).map((id) => ({ ...entry("question", "unknown", [`${rule.id} waits for ${id}`], id), ...deeperThan(id, index) }));
    case "mitigated": return [entry("mitigated", "mitigated", mitigatedOf(instance, base).by)];
    case "checked": return [entry("checked", "checked", decidingFacts(instance, base), rule.id)];
    case "not-examined": return [];
  }
}

function threatEntry(threat: Threat): CellEntry {
  const state: CellState = threat.status === "open" ? "threat" : threat.status === "dismissed" ? "not-applicable" : threat.status;
  const because = [...(threat.plannedBy ? [`control ${threat.plannedBy} is planned`] : []), ...(threat.decision?.decision.reason ? [threat.decision.decision.reason] : [])];
  return { id: threat.id, kind: "threat", state, title: `${threat.title} (${threat.severity})`, because, attack: threat.attack.map((a) => a.id) };
}

const MOST_FACTS = 4;

/** The facts by which `when` was false, or `unless` true, in words. */
function decidingFacts(instance: Instance, base: FactBase): readonly string[] {
  const { rule } = instance;
  const env = bind(instance);
  if (rule.per && !instance.about) return [`nothing in ${rule.rule.per!.each}`];
  const condition = rule.when.test(env, base) === FALSE ? rule.when : (rule.unless ?? rule.when);
  return decidingTexts(condition, env, base).slice(0, MOST_FACTS);
}

/** A response that nobody described is one question per flow. */
function unknownLeg(subject: Subject, leg: Leg, index: CellIndex): readonly CellEntry[] {
  if (subject.kind !== "flow" || leg !== "response" || subject.source.response !== undefined) return [];
  const id = questionId({ subject, key: "response" });
  const title = wordingOf("response", subject.title, index.base).text;
  return [{ id, kind: "question", state: "unknown", title, because: ["the response is not described"], attack: [], ...deeperThan(id, index) }];
}

/** A question that this model does not ask leaves its cell unknown and calls for no attention. */
function deeperThan(id: string, { questions, base }: CellIndex): Pick<CellEntry, "deeper"> {
  const question = questions.get(id);
  return question && isDeeper(question, base.model.header.depth) ? { deeper: true } : {};
}
