// Keeps large pictures readable: boundaries become one box each, innermost and fullest first, until few enough are left.
import { counted } from "../../wording/counted.ts";
import { enclosing } from "./containment.ts";
import type { DiagramElement, DiagramFlow, DiagramGraph } from "./diagram-graph.ts";
import { highestClass, mergeThreats, strongestPersonal } from "./marks.ts";
import { mergeFlows } from "./merge-flows.ts";

/** Stands for elements in no boundary; a colon cannot be in an id of a model. */
const looseBox = "other:";

export function collapseBoundaries(graph: DiagramGraph, limit: number, wanted: readonly string[]): DiagramGraph {
  const collapsed = chooseCollapsed(graph, limit, wanted);
  const boxOf = boxesOf(graph, collapsed, limit);
  if (boxOf.size === 0) return graph;
  const boxes = [...new Set(boxOf.values())].toSorted();
  const kept = graph.elements.filter((element) => !boxOf.has(element.id));
  const hidden = (id: string): boolean => enclosing(id, byId(graph)).some((outer) => collapsed.has(outer));
  const flows = mergeFlows(graph.flows, boxOf, (id) => hidden(id) && !boxes.includes(id));
  return {
    ...graph,
    elements: [...kept, ...boxes.map((box) => boxElement(box, graph, boxOf))].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    boundaries: graph.boundaries.filter((boundary) => !hidden(boundary.id)),
    flows,
    notes: [...graph.notes, `${boxOf.size} of ${graph.elements.length} elements are drawn as ${counted(boxes.length, "box")}.`],
  };
}

function byId(graph: DiagramGraph): ReadonlyMap<string, DiagramGraph["boundaries"][number]> {
  return new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
}

function chooseCollapsed(graph: DiagramGraph, limit: number, wanted: readonly string[]): Set<string> {
  const boundaries = byId(graph);
  const chains = graph.elements.map((element) => enclosing(element.boundary, boundaries));
  const collapsed = new Set(wanted.filter((id) => chains.some((chain) => chain.includes(id))));
  const depthOf = new Map(graph.boundaries.map((boundary) => [boundary.id, enclosing(boundary.id, boundaries).length]));
  let boxes = new Set(chains.map((chain, i) => chain.findLast((id) => collapsed.has(id)) ?? `element ${i}`)).size;
  for (let depth = Math.max(0, ...depthOf.values()); depth > 0 && boxes > limit; depth--) {
    const fullestFirst = [...boxesInside(chains, collapsed)]
      .filter(([id, count]) => count > 1 && depthOf.get(id) === depth)
      .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    for (const [id, count] of fullestFirst) {
      if (boxes <= limit) break;
      collapsed.add(id);
      boxes -= count - 1;
    }
  }
  return collapsed;
}

/** How many boxes each boundary that is not itself summed up shows inside. */
function boxesInside(chains: readonly (readonly string[])[], collapsed: ReadonlySet<string>): Map<string, number> {
  const boxes = new Map<string, Set<string>>();
  chains.forEach((chain, i) => {
    const at = chain.findLastIndex((id) => collapsed.has(id));
    for (const id of chain.slice(at + 1)) {
      boxes.set(id, (boxes.get(id) ?? new Set()).add(at < 0 ? `element ${i}` : chain[at] ?? ""));
    }
  });
  return new Map([...boxes].map(([id, set]) => [id, set.size]));
}

/** Element id to the box that stands for it. */
function boxesOf(graph: DiagramGraph, collapsed: ReadonlySet<string>, limit: number): Map<string, string> {
  const boundaries = byId(graph);
  const boxes = new Map<string, string>();
  for (const element of graph.elements) {
    const box = enclosing(element.boundary, boundaries).findLast((id) => collapsed.has(id));
    if (box !== undefined) boxes.set(element.id, box);
  }
  const left = graph.elements.length - boxes.size + new Set(boxes.values()).size;
  if (left > limit) {
    for (const element of graph.elements) if (element.boundary === undefined) boxes.set(element.id, `${looseBox}${element.shape}`);
  }
  return boxes;
}

function boxElement(box: string, graph: DiagramGraph, boxOf: ReadonlyMap<string, string>): DiagramElement {
  const members = graph.elements.filter((element) => boxOf.get(element.id) === box);
  const inner = graph.flows.filter((flow: DiagramFlow) => boxOf.get(flow.from) === box && boxOf.get(flow.to) === box);
  const boundary = byId(graph).get(box);
  const threats = mergeThreats([boundary, ...members, ...inner].map((part) => part?.threats));
  return {
    id: box,
    title: boundary?.title ?? `In no boundary: ${box.slice(looseBox.length)}`,
    shape: "collapsed",
    note: `${counted(members.length, "element")} and ${counted(inner.length, "flow")} inside`,
    ...(boundary?.parent === undefined ? {} : { boundary: boundary.parent }),
    tags: [],
    sensitivity: highestClass(members.map((member) => member.sensitivity)),
    personal: strongestPersonal(members.map((member) => member.personal)),
    ...(threats === undefined ? {} : { threats }),
    outOfScope: members.every((member) => member.outOfScope),
    dimmed: members.every((member) => member.dimmed),
  };
}
