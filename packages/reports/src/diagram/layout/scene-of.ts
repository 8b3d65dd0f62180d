// From a placement to a scene: crossing points, titles and labels get their places.
import { enclosing } from "../graph/containment.ts";
import type { DiagramFlow, DiagramGraph } from "../graph/diagram-graph.ts";
import { changeSign } from "../labels/change-pieces.ts";
import { blockOf } from "../text/block.ts";
import type { Block } from "../text/block.ts";
import { crossingPoints, pointAlong } from "./crossing-points.ts";
import { badgePoint, badgeRadius } from "./badge.ts";
import { boundsOf, centreOf, inflate } from "./geometry.ts";
import type { Box, Point, Route } from "./geometry.ts";
import { placeLabels } from "./place-labels.ts";
import type { PlacedLabel } from "./place-labels.ts";
import { placeTitle } from "./place-title.ts";
import type { Placement } from "./placement.ts";
import type { PlacedBoundary, PlacedCrossing, PlacedElement, PlacedFlow, Scene } from "./scene.ts";
import type { Sizes } from "./sizes.ts";

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };
const noLabel: Block = { width: 0, height: 0, lines: [], broken: 0 };
const arrowRoom = 10;

export function sceneOf(graph: DiagramGraph, sizes: Sizes, placement: Placement): Scene {
  const elements = graph.elements.map((element): PlacedElement => ({
    element, box: placement.elements.get(element.id) ?? nowhere, label: sizes.elements.get(element.id)?.label ?? noLabel,
  }));
  const routes = graph.flows.map((flow) => placement.routes.get(flow.id) ?? []);
  const crossings = graph.flows.map((flow, i) => crossingsOf(flow, routes[i] ?? [], placement));
  const boundaries = placeBoundaries(graph, sizes, placement, [...elements.map((placed) => placed.box), ...marksOf(routes, crossings)]);
  const flows = placeFlows(graph, sizes, { routes, crossings, elements, boundaries });
  const boxes = [...elements, ...boundaries].map((placed) => placed.box);
  const points = routes.flat().map((point) => inflate({ ...point, width: 0, height: 0 }, 3));
  return { elements, boundaries, flows, bounds: boundsOf([...boxes, ...points, ...badgesOf(elements), ...flows.map((flow) => flow.labelBox)]) };
}

function placeBoundaries(graph: DiagramGraph, sizes: Sizes, placement: Placement, obstacles: readonly Box[]): PlacedBoundary[] {
  const byId = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const routes = [...placement.routes.values()];
  return graph.boundaries.map((boundary) => {
    const box = placement.boundaries.get(boundary.id) ?? nowhere;
    const label = sizes.boundaries.get(boundary.id) ?? noLabel;
    const inner = graph.boundaries.filter((other) => other.parent === boundary.id).map((other) => placement.boundaries.get(other.id) ?? nowhere);
    return {
      boundary, box, label, depth: enclosing(boundary.id, byId).length,
      labelBox: placeTitle(box, label, routes, [...obstacles, ...inner]),
    };
  });
}

interface Placed {
  readonly routes: readonly Route[];
  readonly crossings: readonly (readonly PlacedCrossing[])[];
  readonly elements: readonly PlacedElement[];
  readonly boundaries: readonly PlacedBoundary[];
}

function placeFlows(graph: DiagramGraph, sizes: Sizes, { routes, crossings, elements, boundaries }: Placed): PlacedFlow[] {
  const requests = graph.flows.map((flow, i) => ({ id: flow.id, route: routes[i] ?? [], variants: sizes.flows.get(flow.id) ?? [] }));
  const obstacles = [...elements.map((placed) => placed.box), ...badgesOf(elements), ...boundaries.map((placed) => placed.labelBox), ...marksOf(routes, crossings)];
  const outlines = boundaries.map((placed) => placed.box);
  const labels = placeLabels(requests, { obstacles, outlines });
  const unlabelled = graph.flows.filter((flow) => !labels.has(flow.id)).map((flow) => flow.id);
  const numbers = placeLabels(
    requests.filter((request) => unlabelled.includes(request.id)).map((request) => ({ ...request, variants: [numberBlock(unlabelled, request.id)] })),
    { obstacles: [...obstacles, ...[...labels.values()].map((label) => label.box)], outlines },
  );
  return graph.flows.map((flow, i) => {
    const route = routes[i] ?? [];
    const full = labels.get(flow.id);
    const number = full === undefined ? { number: unlabelled.indexOf(flow.id) + 1 } : {};
    const placed = full ?? numbers.get(flow.id) ?? lastResort(route, numberBlock(unlabelled, flow.id));
    return { flow, route, crossings: crossings[i] ?? [], label: placed.label, labelBox: placed.box, labelCost: placed.cost, ...(placed.anchor === undefined ? {} : { anchor: placed.anchor }), ...number };
  });
}

function numberBlock(unlabelled: readonly string[], id: string): Block {
  return blockOf([[{ kind: "pill", text: `${unlabelled.indexOf(id) + 1}`, look: "number" }]], 1);
}

/** A number fits nowhere either: it goes on the middle of its line. */
function lastResort(route: Route, label: Block): PlacedLabel {
  const middle = pointAlong(route, 30);
  return { label, cost: 0, box: { x: middle.x - label.width / 2, y: middle.y - label.height / 2, width: label.width, height: label.height } };
}

function crossingsOf(flow: DiagramFlow, route: Route, placement: Placement): PlacedCrossing[] {
  const stops = flow.via.flatMap((element) => placement.elements.get(element.id) ?? []);
  return flow.crosses.flatMap(({ id, forbidden }) => {
    const outline = placement.boundaries.get(id);
    const points = outline === undefined ? [boxEnd(flow, id, route)] : crossingPoints(route, stops, outline);
    return points.flatMap((at) => (at === undefined ? [] : [{ boundary: id, forbidden, at }]));
  });
}

/** A collapsed boundary is a box of its own: the flow crosses it where it ends. */
function boxEnd(flow: DiagramFlow, boundary: string, route: Route): Point | undefined {
  if (flow.to === boundary) return pointAlong(route, -(arrowRoom + 4));
  return flow.from === boundary ? pointAlong(route, arrowRoom + 4) : undefined;
}

/** What a change did stands on a corner of an element. */
function badgesOf(elements: readonly PlacedElement[]): Box[] {
  return elements.flatMap(({ element, box }) => (changeSign(element.change) === undefined ? [] : [inflate({ ...badgePoint(box), width: 0, height: 0 }, badgeRadius)]));
}

/** Arrowheads and crossing marks. */
function marksOf(routes: readonly Route[], crossings: readonly (readonly PlacedCrossing[])[]): Box[] {
  const arrows = routes.filter((route) => route.length > 1)
    .flatMap((route) => [endBox(pointAlong(route, 0), pointAlong(route, arrowRoom)), endBox(pointAlong(route, -0.001), pointAlong(route, -arrowRoom))]);
  return [...arrows, ...crossings.flat().map(({ at }) => inflate({ ...at, width: 0, height: 0 }, 5))];
}

function endBox(a: Point, b: Point): Box {
  return inflate(boundsOf([{ ...a, width: 0, height: 0 }, { ...b, width: 0, height: 0 }]), 3.5);
}

export function labelOrigin(box: Box, label: Block): Point {
  const centre = centreOf(box);
  return { x: centre.x - label.width / 2, y: centre.y - label.height / 2 };
}
