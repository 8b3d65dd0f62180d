// Keeps large pictures readable by drawing parts as one box each, with the marks of everything inside.
import { counted } from "../../wording/counted.ts";
import { mergeChanges } from "../change/merge-changes.ts";
import { chooseBoxes, looseBox, manyBoundariesBox } from "./choose-boxes.ts";
import { enclosing } from "./containment.ts";
import type { DiagramBoundary, DiagramElement, DiagramFlow, DiagramGraph } from "./diagram-graph.ts";
import { highestClass, mergeThreats, strongestPersonal } from "./marks.ts";
import { mergeFlows } from "./merge-flows.ts";

export function collapseBoundaries(graph: DiagramGraph, limit: number, wanted: readonly string[]): DiagramGraph {
  const boxOf = chooseBoxes(graph, limit, wanted);
  if (boxOf.size === 0) return graph;
  const boundaries = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const boxes = contentsOf(graph, boxOf, boundaries);
  const shown = shownBoundaries(graph, boxOf, boundaries);
  const elements = graph.elements.filter((element) => !boxOf.has(element.id));
  return {
    ...graph,
    elements: [...elements, ...[...boxes].map(([id, content]) => boxElement(id, content))].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    boundaries: graph.boundaries.filter((boundary) => shown.has(boundary.id)),
    flows: mergeFlows(graph.flows, boxOf, (id) => boundaries.has(id) && !shown.has(id) && !boxes.has(id)),
    notes: [...graph.notes, `${boxOf.size} of ${graph.elements.length} elements are drawn as ${counted(boxes.size, "box")}.`],
  };
}

interface Content {
  readonly elements: DiagramElement[];
  readonly flows: DiagramFlow[];
  /** The one it stands for and those nested in it. */
  readonly boundaries: DiagramBoundary[];
}

function contentsOf(graph: DiagramGraph, boxOf: ReadonlyMap<string, string>, boundaries: ReadonlyMap<string, DiagramBoundary>): Map<string, Content> {
  const contents = new Map<string, Content>();
  for (const element of graph.elements) {
    const box = boxOf.get(element.id);
    if (box === undefined) continue;
    const content = contents.get(box) ?? { elements: [], flows: [], boundaries: [] };
    content.elements.push(element);
    contents.set(box, content);
  }
  for (const flow of graph.flows) {
    const box = boxOf.get(flow.from);
    if (box !== undefined && box === boxOf.get(flow.to)) contents.get(box)?.flows.push(flow);
  }
  for (const boundary of graph.boundaries) {
    const box = enclosing(boundary.id, boundaries).findLast((id) => contents.has(id));
    if (box !== undefined) contents.get(box)?.boundaries.push(boundary);
  }
  return contents;
}

/** Boundaries that keep their outline: around what is still drawn, or empty before. */
function shownBoundaries(graph: DiagramGraph, boxOf: ReadonlyMap<string, string>, boundaries: ReadonlyMap<string, DiagramBoundary>): Set<string> {
  const filled = new Set(graph.elements.flatMap((element) => enclosing(element.boundary, boundaries)));
  const boxes = new Set(boxOf.values());
  const inBox = (id: string): boolean => enclosing(id, boundaries).some((outer) => boxes.has(outer));
  const around = graph.elements.filter((element) => !boxOf.has(element.id)).flatMap((element) => enclosing(element.boundary, boundaries));
  const aroundBoxes = [...boxes].flatMap((id) => enclosing(boundaries.get(id)?.parent, boundaries));
  const empty = graph.boundaries.filter(({ id }) => !filled.has(id) && !inBox(id)).flatMap(({ id }) => enclosing(id, boundaries));
  return new Set([...around, ...aroundBoxes, ...empty]);
}

function boxElement(id: string, { elements, flows, boundaries }: Content): DiagramElement {
  const boundary = boundaries.find((one) => one.id === id);
  const threats = mergeThreats([...boundaries, ...elements, ...flows].map((part) => part.threats));
  return {
    id,
    title: boundary?.title ?? (id === manyBoundariesBox ? "All other boundaries" : `In no boundary: ${id.slice(looseBox.length)}`),
    shape: "collapsed",
    note: `${counted(elements.length, "element")} and ${counted(flows.length, "flow")} inside`,
    ...(boundary?.parent === undefined ? {} : { boundary: boundary.parent }),
    tags: [],
    sensitivity: highestClass(elements.map((element) => element.sensitivity)),
    personal: strongestPersonal(elements.map((element) => element.personal)),
    ...(threats === undefined ? {} : { threats }),
    outOfScope: elements.every((element) => element.outOfScope),
    dimmed: elements.every((element) => element.dimmed),
    ...mergeChanges([...boundaries, ...elements, ...flows]),
  };
}
