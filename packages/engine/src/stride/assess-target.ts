// Assesses the six cells of one row: every rule with the letter whose target is the row's, people's threats, and their verdicts.
import type { CellEntry, CellState, DecisionStatus, StrideCell, StrideLetter, Threat } from "@merlon/schema";
import type { Judged } from "../analysis/judge.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { Subject } from "../facts/subject.ts";
import { FALSE } from "../facts/truth.ts";
import { questionId } from "../questions/build-questions.ts";
import { bind, evaluateTarget, inputsOf, type Instance } from "../rules/evaluate.ts";
import { proofOf, visitDeciding } from "../rules/trace.ts";
import { mitigatedOf } from "../threats/build-threat.ts";
import { CELL_ORDER } from "./cell-order.ts";

export type Leg = "request" | "response";
export const LETTERS: readonly StrideLetter[] = ["S", "T", "R", "I", "D", "E"];

export function assessTarget(subject: Subject, leg: Leg, judged: Judged): readonly StrideCell[] {
  const skipped = skippedBecause(subject, leg);
  const instances = skipped === undefined ? instancesOn(subject, leg, judged) : [];
  return LETTERS.map((letter) => {
    const id = `${letter}@${subject.id}${leg === "response" ? "+response" : ""}`;
    const own = instances.filter((i) => i.rule.rule.stride.includes(letter));
    const entries = [
      ...own.flatMap((i) => entriesOf(i, judged)),
      ...humanEntries(subject, leg, letter, judged),
      ...unknownLeg(subject, leg, judged),
    ];
    return cellOf(id, letter, { entries, skipped, checkedBy: own.filter((i) => i.outcome === "checked").length, verdict: judged.ledger.cells.get(id) });
  });
}

/** A leg that carries nothing, or something out of scope, is not applicable. */
function skippedBecause(subject: Subject, leg: Leg): string | undefined {
  if (subject.kind === "flow" && leg === "response" && subject.source.response?.length === 0) return "nothing comes back";
  if ((subject.kind === "flow" || subject.kind === "element") && subject.source.outOfScope !== undefined) return `out of scope: ${subject.source.outOfScope}`;
  return undefined;
}

function instancesOn(subject: Subject, leg: Leg, judged: Judged): readonly Instance[] {
  const { rules, base } = judged.prepared;
  return rules
    .filter(({ rule }) => rule.scope === subject.kind && (rule.scope !== "flow" || (rule.threat.leg ?? "request") === leg))
    .flatMap((rule) => evaluateTarget(rule, subject, base));
}

function entriesOf(instance: Instance, judged: Judged): readonly CellEntry[] {
  const { base } = judged.prepared;
  const { rule } = instance.rule;
  const attack = (rule.attack ?? []).map((a) => a.id);
  const entry = (kind: CellEntry["kind"], state: CellState, because: readonly string[], id = instance.id): CellEntry => ({ id, kind, state, title: rule.title, because, attack });
  switch (instance.outcome) {
    case "threat": {
      const threat = judged.threats.find((t) => t.id === instance.id);
      return threat ? [threatEntry(threat)] : [];
    }
    case "question": return [...new Set(inputsOf(instance, base).map(questionId))].map((id) => entry("question", "unknown", [`${rule.id} waits for ${id}`], id));
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

/** The facts by which `when` was false, or `unless` true, in words. */
function decidingFacts(instance: Instance, base: FactBase): readonly string[] {
  const { rule } = instance;
  const env = bind(instance);
  if (rule.per && !instance.about) return [`nothing in ${rule.rule.per!.each}`];
  const condition = rule.when.test(env, base) === FALSE ? rule.when : (rule.unless ?? rule.when);
  const texts: string[] = [];
  visitDeciding(condition, env, base, (leaf) => texts.push(proofOf(leaf, env, base).text.replace(/ \([^(]*\?\)$/, "")));
  return [...new Set(texts)].slice(0, 4);
}

function humanEntries(subject: Subject, leg: Leg, letter: StrideLetter, judged: Judged): readonly CellEntry[] {
  if (leg === "response") return [];
  return judged.threats.filter((t) => t.origin === "person" && t.target.id === subject.id && t.stride.includes(letter)).map(threatEntry);
}

/** A response that nobody described is one question per flow. */
function unknownLeg(subject: Subject, leg: Leg, judged: Judged): readonly CellEntry[] {
  if (subject.kind !== "flow" || leg !== "response" || subject.source.response !== undefined) return [];
  const id = questionId({ subject, key: "response" });
  const title = judged.questions.find((q) => q.id === id)?.text ?? `What data comes back on ${subject.title}?`;
  return [{ id, kind: "question", state: "unknown", title, because: ["the response is not described"], attack: [] }];
}

interface Found {
  readonly entries: readonly CellEntry[];
  /** Why the whole row is not applicable. */
  readonly skipped: string | undefined;
  readonly checkedBy: number;
  readonly verdict: DecisionStatus | undefined;
}

function cellOf(id: string, letter: StrideLetter, { entries, skipped, checkedBy, verdict }: Found): StrideCell {
  const sorted = [...entries].sort((a, b) => CELL_ORDER.indexOf(a.state) - CELL_ORDER.indexOf(b.state) || (a.id < b.id ? -1 : 1));
  const found = skipped !== undefined ? "not-applicable" : (sorted[0]?.state ?? "not-examined");
  const state = verdict ? withVerdict(found, verdict) : found;
  const shown: readonly CellEntry[] = skipped === undefined ? sorted : [{ id, kind: "checked", title: skipped, state: "not-applicable", because: [skipped], attack: [] }];
  return { id, letter, state, entries: shown, checkedBy, ...(verdict ? { decision: verdict } : {}) };
}

/** A person's verdict settles a cell, but a threat stays a threat until it is itself decided, and a stale verdict settles nothing. */
function withVerdict(found: CellState, status: DecisionStatus): CellState {
  if (status.state !== "valid" || found === "threat") return found;
  switch (status.decision.state) {
    case "open": return "threat";
    case "mitigate": return "planned";
    case "accept":
    case "transfer":
    case "avoid": return "accepted";
    case "not-applicable":
    case "false-positive": return "not-applicable";
  }
}
