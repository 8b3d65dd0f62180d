// What a decision is about, from what a person typed: a threat, a cell of a STRIDE table, or a bulk decision; and the facts it rests on now.
import { explain, strideTables } from "@merlon/engine";
import type { Analysis, DecisionStatus, Explanation, StrideCell, Threat } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { unknownThreat } from "../unknown-threat.ts";
import { cellFacts } from "./cell-facts.ts";

export type Facts = Readonly<Record<string, string | number>>;

export interface DecisionSubject {
  readonly kind: "threat" | "cell" | "bulk";
  /** As a new decision would be filed. */
  readonly key: string;
  /** As the decision that is there is filed, also under an older id. */
  readonly written?: string;
  readonly status?: DecisionStatus;
  /** Not decided here: bulk decisions that fit, and what was decided about an element that was split or merged. */
  readonly proposed?: readonly DecisionStatus[];
  readonly threat?: Threat;
  readonly explanation?: Explanation;
  readonly cell?: StrideCell;
  /** undefined: nothing to rest on, as for a threat that a person wrote. */
  readonly facts?: Facts;
}

export interface DecidableModel {
  readonly loaded: LoadedModel;
  readonly analysis: Analysis;
}

export function findSubject(id: string, model: DecidableModel, session: Session): DecisionSubject {
  const { loaded } = model;
  if (/^[STRIDE]@/.test(id)) return cellSubject(id, model, session);
  const bulk = loaded.model.decisions.get(id);
  if (bulk?.match) return { kind: "bulk", key: id, written: id };
  const slug = loaded.model.formerly.get(id) ?? id;
  const human = model.analysis.threats.find((threat) => threat.origin === "person" && threat.id === slug);
  if (human) return { kind: "threat", key: slug, threat: human, ...existing(slug, model.analysis) };
  const explanation = session.limit(() => explain(id, loaded.model, loaded.library, { at: session.at, sideEffects: "none" }));
  if (!explanation) {
    const orphaned = orphan(id, model);
    if (orphaned) return orphaned;
    throw unknownThreat(id, loaded, model.analysis);
  }
  const there = existing(explanation.id, model.analysis);
  if (explanation.outcome !== "threat" && explanation.outcome !== "question" && there.written === undefined) {
    throw new AppError("A4009", `There is no threat ${explanation.id} now: the rule comes out as ${explanation.outcome}.`, { hint: `See why: \`merlon why-not ${explanation.id}\`.` });
  }
  const threat = model.analysis.threats.find((one) => one.id === explanation.id) ?? explanation.threat;
  return { kind: "threat", key: explanation.id, ...there, ...(threat ? { threat } : {}), explanation, facts: explanation.witness };
}

/** A decision that is filed, though what it is about is not in the model any more. */
function orphan(id: string, { analysis }: DecidableModel): DecisionSubject | undefined {
  const there = existing(id, analysis);
  return there.written === undefined ? undefined : { kind: "threat", key: id, ...there };
}

function existing(key: string, { decisions }: Analysis): Pick<DecisionSubject, "written" | "status" | "proposed"> {
  const status = decisions.find((one) => one.decision.match === undefined && !one.carried && (one.key === key || one.alias === key));
  const proposed = decisions.filter((one) => one.state === "unconfirmed" && one.key === key);
  return { ...(status ? { status, written: status.alias ?? status.key } : {}), ...(proposed.length > 0 ? { proposed } : {}) };
}

function cellSubject(id: string, { loaded, analysis }: DecidableModel, session: Session): DecisionSubject {
  const { cells } = session.limit(() => strideTables(loaded.model, loaded.library, { at: session.at }));
  const cell = cells[id];
  if (!cell) throw unknownId("cell", id, Object.keys(cells));
  return { kind: "cell", key: id, cell, ...existing(id, analysis), facts: cellFacts(cell, loaded, session) };
}
