// What the cells of all tables are assessed from, each thing found by its id or target instead of searched for in every cell.
import type { DecisionStatus, Threat } from "@merlon/schema";
import type { Judged } from "../analysis/judge.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { OpenQuestion } from "../questions/build-questions.ts";
import type { CompiledRule } from "../rules/compile-rule.ts";

/** What a row is judged by: the rules of its scope, those about a flow by the leg they speak of. */
export type RowKind = "boundary" | "element" | "request" | "response" | "path";

export interface CellIndex {
  readonly base: FactBase;
  /** Of each kind of row. */
  readonly rules: Readonly<Record<RowKind, readonly CompiledRule[]>>;
  readonly threats: ReadonlyMap<string, Threat>;
  /** People's threats by each object that they are at. */
  readonly humanThreats: ReadonlyMap<string, readonly Threat[]>;
  readonly questions: ReadonlyMap<string, OpenQuestion>;
  readonly verdicts: ReadonlyMap<string, DecisionStatus>;
}

export function indexCells({ prepared, threats, questions, ledger }: Judged): CellIndex {
  const humanThreats = new Map<string, Threat[]>();
  for (const threat of threats) {
    if (threat.origin !== "person") continue;
    for (const id of prepared.model.threats.get(threat.id)?.at ?? []) humanThreats.set(id, [...(humanThreats.get(id) ?? []), threat]);
  }
  return {
    base: prepared.base, rules: rulesByRow(prepared.rules), humanThreats, verdicts: ledger.cells,
    threats: new Map(threats.map((threat) => [threat.id, threat])), questions: new Map(questions.map((question) => [question.id, question])),
  };
}

function rulesByRow(rules: readonly CompiledRule[]): CellIndex["rules"] {
  const of = (row: RowKind): readonly CompiledRule[] => rules.filter(({ rule }) => (rule.scope === "flow" ? (rule.threat.leg ?? "request") : rule.scope) === row);
  return { boundary: of("boundary"), element: of("element"), request: of("request"), response: of("response"), path: of("path") };
}
