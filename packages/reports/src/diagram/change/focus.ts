// Reduces the picture of a change to what changed, what it is tied to and the boundaries around, and says what is left out.
import { counted, listed } from "../../wording/counted.ts";
import { enclosing } from "../graph/containment.ts";
import type { ChangeMark, DiagramGraph } from "../graph/diagram-graph.ts";

/** Boxes that a reduced picture may have before neighbours of what changed are left out too. */
const mostWithNeighbours = 40;

interface Part {
  readonly change?: ChangeMark;
}

/** As it is when nothing in it changed, since then there is nothing to look at instead. */
export function focused(graph: DiagramGraph): DiagramGraph {
  const wide = around(graph, true);
  if (wide.elements.size + wide.boundaries.size === 0) return graph;
  const kept = wide.elements.size > mostWithNeighbours ? around(graph, false) : wide;
  const shown = {
    elements: graph.elements.filter(({ id }) => kept.elements.has(id)),
    boundaries: graph.boundaries.filter(({ id }) => kept.boundaries.has(id)),
    flows: graph.flows.filter(({ id, from, to }) => kept.flows.has(id) && kept.elements.has(from) && kept.elements.has(to)),
  };
  return { ...graph, ...shown, notes: [...graph.notes, ...leftOut(graph, shown)] };
}

interface Kept {
  readonly elements: ReadonlySet<string>;
  readonly boundaries: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
}

/** `neighbours`: also what a changed element has flows with, and what is in a changed boundary. */
function around(graph: DiagramGraph, neighbours: boolean): Kept {
  const elements = new Set(graph.elements.filter(isTold).map(({ id }) => id));
  const flows = new Set(graph.flows.filter(isTold).map(({ id }) => id));
  const changed = new Set(graph.elements.filter(isChanged).map(({ id }) => id));
  const outlines = new Set(graph.boundaries.filter(isChanged).map(({ id }) => id));
  for (const { id, from, to, via } of graph.flows) {
    const near = neighbours && (changed.has(from) || changed.has(to));
    if (near) flows.add(id);
    if (near || flows.has(id)) for (const end of [from, to, ...via.map((element) => element.id)]) elements.add(end);
  }
  if (neighbours) for (const { id, boundary } of graph.elements) if (boundary !== undefined && outlines.has(boundary)) elements.add(id);
  for (const { id, from, to } of graph.flows) if (neighbours && elements.has(from) && elements.has(to)) flows.add(id);
  const byId = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const inner = [...graph.boundaries.filter(isTold).map(({ id }) => id), ...graph.elements.filter(({ id }) => elements.has(id)).map(({ boundary }) => boundary)];
  return { elements, flows, boundaries: new Set(inner.flatMap((id) => enclosing(id, byId))) };
}

/** Something is to be seen at it. */
function isTold({ change }: Part): boolean {
  return change !== undefined && change.kind !== "same";
}

function isChanged(part: Part): boolean {
  return isTold(part) && part.change?.kind !== "touched";
}

function leftOut(graph: DiagramGraph, shown: Pick<DiagramGraph, "elements" | "boundaries" | "flows">): string[] {
  const counts = (["element", "boundary", "flow"] as const).flatMap((noun) => {
    const map = ({ element: "elements", boundary: "boundaries", flow: "flows" } as const)[noun];
    const n = graph[map].length - shown[map].length;
    return n === 0 ? [] : [counted(n, noun)];
  });
  return counts.length === 0 ? [] : [`Left out, because nothing changed there: ${listed(counts)}.`];
}
