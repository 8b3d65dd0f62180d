// Reads the JSON that Graphviz writes for layoutDot. Anything that is not as expected is left out; the checks notice.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { simplify } from "./geometry.ts";
import type { Box, Point, Route } from "./geometry.ts";
import type { Placement } from "./placement.ts";

const pointsPerInch = 72;

export function readGraphviz(json: string, graph: DiagramGraph): Placement {
  const root: unknown = JSON.parse(json);
  const height = numbers(text(root, "bb"))[3] ?? 0;
  const elements = new Map<string, Box>();
  const boundaries = new Map<string, Box>();
  for (const object of list(root, "objects")) {
    const name = text(object, "name");
    const element = name.startsWith("e") ? graph.elements[Number(name.slice(1))] : undefined;
    const boundary = name.startsWith("cluster_") ? graph.boundaries[Number(name.slice("cluster_".length))] : undefined;
    if (element !== undefined) elements.set(element.id, nodeBox(object, height));
    if (boundary !== undefined) boundaries.set(boundary.id, clusterBox(object, height));
  }
  const routes = new Map<string, Route>();
  for (const edge of list(root, "edges")) {
    const flow = graph.flows[Number(text(edge, "id").slice(1))];
    const route = edgeRoute(text(edge, "pos"), height);
    if (text(edge, "id").startsWith("f") && flow !== undefined && route.length > 1) routes.set(flow.id, route);
  }
  return { elements, boundaries, routes };
}

function nodeBox(object: unknown, pageHeight: number): Box {
  const [x = 0, y = 0] = numbers(text(object, "pos"));
  const [width, height] = [Number(text(object, "width")) * pointsPerInch, Number(text(object, "height")) * pointsPerInch];
  return { x: x - width / 2, y: pageHeight - y - height / 2, width, height };
}

function clusterBox(object: unknown, pageHeight: number): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers(text(object, "bb"));
  return { x: left, y: pageHeight - top, width: right - left, height: top - bottom };
}

/** Straight runs are written as Bézier curves whose control points lie on them: every third point is a corner. */
function edgeRoute(pos: string, pageHeight: number): Point[] {
  const points = pos.split(" ").filter((part) => /^-?[\d.]/.test(part)).map(numbers);
  return simplify(points.filter((_, i) => i % 3 === 0).map(([x = 0, y = 0]) => ({ x, y: pageHeight - y })));
}

export function numbers(values: string): number[] {
  return values.split(",").map(Number);
}

export function text(object: unknown, key: string): string {
  const value = field(object, key);
  return typeof value === "string" ? value : "";
}

export function list(object: unknown, key: string): readonly unknown[] {
  const value = field(object, key);
  return Array.isArray(value) ? value : [];
}

export function field(object: unknown, key: string): unknown {
  return typeof object === "object" && object !== null && key in object ? (object as Readonly<Record<string, unknown>>)[key] : undefined;
}
