// Everything with its place, ready to be drawn.
import type { DiagramBoundary, DiagramElement, DiagramFlow } from "../graph/diagram-graph.ts";
import type { Block } from "../text/block.ts";
import type { Box, Point, Route } from "./geometry.ts";

export interface PlacedBoundary {
  readonly boundary: DiagramBoundary;
  readonly depth: number;
  readonly box: Box;
  readonly label: Block;
  readonly labelBox: Box;
}

export interface PlacedElement {
  readonly element: DiagramElement;
  readonly box: Box;
  readonly label: Block;
}

export interface PlacedCrossing {
  readonly boundary: string;
  readonly forbidden: boolean;
  readonly at: Point;
}

export interface PlacedFlow {
  readonly flow: DiagramFlow;
  readonly route: Route;
  readonly crossings: readonly PlacedCrossing[];
  readonly label: Block;
  readonly labelBox: Box;
  /** Where a label that stands away from its line belongs to. */
  readonly anchor?: Point;
  /** Set when there was no room: the label is this number, its text stands under the picture. */
  readonly number?: number;
  /** How badly the label stands, for choosing between layouts. */
  readonly labelCost: number;
}

export interface Scene {
  readonly boundaries: readonly PlacedBoundary[];
  readonly elements: readonly PlacedElement[];
  readonly flows: readonly PlacedFlow[];
  readonly bounds: Box;
}
