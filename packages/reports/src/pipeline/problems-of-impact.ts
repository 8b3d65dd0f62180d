// What a change brings, for a pipeline: what the gate stops are errors, what else got worse is told beside it.
import type { Impact, ModelOperation, Where } from "@merlon/schema";
import { storyOf, type StoryItem } from "../impact/story.ts";
import { sentence } from "../wording/counted.ts";
import type { PipelineProblem, PipelineSuite } from "./pipeline-problem.ts";

export interface ImpactSuiteOptions {
  /** The gate is told, but fails nothing. */
  readonly gate?: "off";
}

export function suiteOfImpact(impact: Impact, { gate }: ImpactSuiteOptions = {}): PipelineSuite {
  const stopped = new Set(gate === "off" ? [] : impact.gate.reasons.flatMap(({ ids }) => ids));
  const items = storyOf(impact).flatMap(({ tone, items: all }) => (tone === "worse" ? all : [])).filter(({ id }) => id !== undefined);
  const told = items.map((item) => problemOf(item, stopped, impact));
  const known = new Set(items.map(({ id = "" }) => id));
  return { model: impact.head.model, passes: "The change passes the gate", problems: [...told, ...(gate === "off" ? [] : reasonsBeside(known, impact))] };
}

function problemOf({ id = "", severity, mark, title, details }: StoryItem, stopped: ReadonlySet<string>, impact: Impact): PipelineProblem {
  const where = placeOf(id, impact);
  const matters = severity === "critical" || severity === "high" || severity === "medium" || severity === undefined;
  const words = [severity, mark].filter((word) => word !== undefined && word !== "").join(", ");
  return {
    level: stopped.has(id) ? "error" : matters && !isDecided(id, impact) ? "warning" : "note",
    kind: severity === undefined ? "decision" : id.split("@")[0] ?? id, title: `${title} (${words})`, lines: [id, ...details.map(({ label, lines }) => [label, ...(lines.length === 0 ? [] : [lines.join("; ")])].join(": "))],
    ...(where ? { where } : {}), key: severity === undefined ? `decision on ${id}` : id, ...(severity ? { severity } : {}),
  };
}

/** A threat that came with its decision needs no more than a note. */
function isDecided(id: string, { threats }: Impact): boolean {
  return threats.some((change) => change.id === id && change.change !== "hidden" && change.threat.status !== "open");
}

/** Where the change was made: an annotation there is seen beside the changed lines. */
function placeOf(id: string, { threats, decisions, operations }: Impact): Where | undefined {
  const threat = threats.find((change) => change.id === id);
  const decision = decisions.find(({ key }) => key === id);
  const behind = new Set((threat ?? decision)?.cause.operations);
  const written = operations.find((operation) => behind.has(operation.id) && isInHead(operation));
  return written?.where ?? threat?.threat.where ?? decision?.status?.where;
}

function isInHead({ kind }: ModelOperation): boolean {
  return kind !== "remove";
}

/** Reasons of the gate that are neither about a threat nor about a decision of the story. */
function reasonsBeside(known: ReadonlySet<string>, { gate, operations }: Impact): readonly PipelineProblem[] {
  return gate.reasons.flatMap(({ text, ids }): readonly PipelineProblem[] => {
    const left = ids.filter((id) => !known.has(id));
    if (ids.length > 0 && left.length === 0) return [];
    const where = operations.find((operation) => left.includes(operation.object) && isInHead(operation))?.where;
    return [{ level: "error", kind: "gate", title: sentence(text), lines: left, key: ids.length === 0 ? text : left.join(" "), ...(where ? { where } : {}) }];
  });
}
