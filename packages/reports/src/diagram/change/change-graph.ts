// One picture of both versions of a model: the union of their pictures, so that what did not change stays where it is, with what the change did to each part.
import type { Analysis, Impact, ModelOperation, ObjectMap } from "@merlon/schema";
import { targetsOf, type Model } from "@merlon/core";
import { versionWords } from "../../impact/impact-counts.ts";
import { counted, listed, sentence } from "../../wording/counted.ts";
import { diagramGraph } from "../graph/build-graph.ts";
import { collapseBoundaries } from "../graph/collapse.ts";
import type { ChangeMark, DiagramGraph } from "../graph/diagram-graph.ts";
import { threatKey } from "../graph/marks.ts";
import { baseNames, withNames } from "./base-names.ts";
import { wordsOfObjects } from "./change-words.ts";
import { comparedParts, type Comparing } from "./compare-parts.ts";
import { focused } from "./focus.ts";

export interface ChangeSide {
  readonly model: Model;
  readonly analysis: Analysis;
}

export interface ChangeGraphOptions {
  /** How much of what did not change is shown: all of a model of usual size and the neighbourhood of what changed in a larger one, or always one of them. */
  readonly extent?: "fitting" | "neighbourhood" | "whole";
}

/** A larger model is reduced. */
const mostWhole = 20;
const mostBoxesWhole = 300;
/** A reduced picture has as many boxes as it can have without more flows than can be followed. */
const boxSteps = [120, 60, 30, 15, 8];
const mostFlows = 80;

export function changeGraph(base: ChangeSide, head: ChangeSide, impact: Impact, { extent = "fitting" }: ChangeGraphOptions = {}): DiagramGraph {
  const drawn = ({ model, analysis }: ChangeSide): DiagramGraph => diagramGraph(model, analysis, "dfd", { limit: Infinity });
  const name = baseNames(base.model, head.model, impact.operations);
  const [before, after] = [withNames(drawn(base), name), drawn(head)];
  const heading = `${versionWords(impact.base)} → ${versionWords(impact.head)}`;
  const one = impact.base.absent ? after : impact.head.absent ? before : undefined;
  if (one) return collapseBoundaries({ ...one, heading, notes: [impact.base.absent ? "All of this is new." : "All of this is gone."] }, mostBoxesWhole, []);
  const parts = comparedParts(comparing(base, head, impact, { before, after, name }));
  const union: DiagramGraph = { ...after, ...parts, heading, summary: summaryOf(parts), change: wholeMark(before, after, impact), notes: notesOf(impact) };
  const reduced = extent === "neighbourhood" || (extent === "fitting" && union.elements.length > mostWhole);
  return reduced ? summedUp(focused(union)) : collapseBoundaries(union, mostBoxesWhole, []);
}

function summedUp(graph: DiagramGraph): DiagramGraph {
  let drawn = graph;
  for (const limit of boxSteps) {
    drawn = collapseBoundaries(graph, limit, []);
    if (drawn.flows.length <= mostFlows) break;
  }
  return drawn;
}

interface Drawn {
  readonly before: DiagramGraph;
  readonly after: DiagramGraph;
  readonly name: (id: string) => string;
}

function comparing(base: ChangeSide, head: ChangeSide, impact: Impact, { before, after, name }: Drawn): Comparing {
  const titles = new Map([base, head].flatMap(({ model }) => [...model.elements, ...model.boundaries, ...model.flows, ...model.data].map(([id, { title }]) => [model === base.model ? name(id) : id, title] as const)));
  const newThreats = new Map<string, number>();
  const threatened = new Set<string>();
  for (const { change, threat } of impact.threats) {
    for (const { kind, id } of targetsOf(threat)) {
      const key = threatKey(kind, id);
      threatened.add(key);
      if ((change === "added" || change === "reopened") && threat.status === "open") newThreats.set(key, (newThreats.get(key) ?? 0) + 1);
    }
  }
  return {
    before, after, newThreats, threatened, words: wordsOfObjects(impact.operations, [base.model, head.model], (id) => titles.get(id) ?? id),
    boundaries: { before: new Set([...base.model.boundaries.keys()].map(name)), after: new Set(head.model.boundaries.keys()) },
  };
}

/** Threats to the model as a whole. */
function wholeMark({ threats: was }: DiagramGraph, { threats: is }: DiagramGraph, impact: Impact): ChangeMark {
  const newThreats = impact.threats.filter(({ change, threat }) => change === "added" && threat.status === "open" && targetsOf(threat).some(({ kind }) => kind === "model")).length;
  const same = was?.count === is?.count && was?.worst === is?.worst;
  return { kind: same ? "same" : "touched", words: [], ...(same ? {} : { before: { ...(was ? { threats: was } : {}), personal: "none", sensitivity: "unknown" } }), newThreats };
}

const told = [["added", "added"], ["removed", "removed"], ["changed", "changed"]] as const;
const nouns = [["elements", "element"], ["boundaries", "boundary"], ["flows", "flow"]] as const;

/** `1 element and 2 flows added; 1 flow removed.` */
function summaryOf(parts: Pick<DiagramGraph, "elements" | "boundaries" | "flows">): string {
  const sentences = told.flatMap(([kind, verb]) => {
    const counts = nouns.flatMap(([map, noun]) => {
      const n = parts[map].filter(({ change }) => change?.kind === kind).length;
      return n === 0 ? [] : [counted(n, noun)];
    });
    return counts.length === 0 ? [] : [`${listed(counts)} ${verb}`];
  });
  return sentences.length === 0 ? "Nothing that is drawn was added, removed or changed." : sentence(sentences.join("; "));
}

function notesOf({ threats, risk, operations }: Impact): string[] {
  const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
  const fresh = threats.filter(({ change, threat }) => (change === "added" || change === "reopened") && threat.status === "open").length;
  const open = `Open threats: ${total(risk.before.open)} before, ${total(risk.after.open)} after${fresh === 0 ? "" : `, ${fresh} of them new`}.`;
  const elsewhere = undrawn(operations);
  return [open, ...(elsewhere === "" ? [] : [`Changed too, and not drawn: ${elsewhere}.`])];
}

const undrawnWords: Partial<Readonly<Record<ObjectMap, string>>> = {
  data: "data", controls: "controls", assumptions: "assumptions", threats: "threats that people wrote", risks: "risks", scales: "scales", decisions: "decisions", header: "what is said about the model",
};

function undrawn(operations: readonly ModelOperation[]): string {
  return listed(Object.entries(undrawnWords).flatMap(([map, words]) => (operations.some((operation) => operation.map === map) ? [words] : [])));
}
