// For tests: everything that makes a picture wrong or unreadable, found in the placed scene.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { contains, inflate, lengthInside, overlap } from "../layout/geometry.ts";
import type { Box } from "../layout/geometry.ts";
import { layoutProblems } from "../layout/layout-problems.ts";
import type { Scene } from "../layout/scene.ts";

interface Named {
  readonly name: string;
  readonly box: Box;
}

export function pictureFaults(graph: DiagramGraph, scene: Scene): string[] {
  const labels = scene.flows.map(({ flow, labelBox }): Named => ({ name: `label of ${flow.id}`, box: labelBox }));
  const titles = scene.boundaries.map(({ boundary, labelBox }): Named => ({ name: `title of ${boundary.id}`, box: labelBox }));
  const elements = scene.elements.map(({ element, box }): Named => ({ name: `element ${element.id}`, box }));
  const marks = scene.flows.flatMap(({ flow, crossings }) => crossings.map(({ boundary, at }): Named =>
    ({ name: `crossing of ${flow.id} and ${boundary}`, box: inflate({ ...at, width: 0, height: 0 }, 4) })));
  return [
    ...overlapping(labels, labels), ...overlapping(labels, elements), ...overlapping(labels, titles), ...overlapping(labels, marks),
    ...overlapping(titles, elements), ...containment(graph, scene), ...missingCrossings(graph, scene), ...throughElements(scene),
    ...scene.elements.filter(({ box, label }) => label.width > box.width || label.height > box.height).map(({ element }) => `text of ${element.id} is cut`),
    ...[...labels, ...titles].filter(({ box }) => !contains(scene.bounds, box)).map(({ name }) => `${name} is outside of the picture`),
  ];
}

function overlapping(some: readonly Named[], others: readonly Named[]): string[] {
  const pairs = some.flatMap((a, i) => (some === others ? others.slice(i + 1) : others).map((b) => [a, b] as const));
  return pairs.filter(([a, b]) => overlap(a.box, b.box)).map(([a, b]) => `${a.name} over ${b.name}`);
}

function containment(graph: DiagramGraph, scene: Scene): string[] {
  const problems = layoutProblems(graph, {
    elements: new Map(scene.elements.map(({ element, box }) => [element.id, box])),
    boundaries: new Map(scene.boundaries.map(({ boundary, box }) => [boundary.id, box])),
    routes: new Map(scene.flows.map(({ flow, route }) => [flow.id, route])),
  });
  return problems.map(({ kind, objects }) => `${kind}: ${objects.join(", ")}`);
}

/** A flow that crosses a drawn boundary has a mark there. */
function missingCrossings(graph: DiagramGraph, scene: Scene): string[] {
  const drawn = new Set(graph.boundaries.map((boundary) => boundary.id));
  return scene.flows.flatMap(({ flow, crossings }) => flow.crosses
    .filter(({ id }) => drawn.has(id) && !crossings.some((crossing) => crossing.boundary === id))
    .map(({ id }) => `${flow.id} has no mark where it crosses ${id}`));
}

function throughElements(scene: Scene): string[] {
  return scene.flows.flatMap(({ flow, route }) => scene.elements
    .filter(({ element, box }) => element.id !== flow.from && element.id !== flow.to && !flow.via.some(({ id }) => id === element.id) && lengthInside(route, inflate(box, -1)) > 0)
    .map(({ element }) => `${flow.id} runs through ${element.id}`));
}
