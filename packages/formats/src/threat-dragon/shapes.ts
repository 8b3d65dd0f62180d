// The shapes of a Threat Dragon diagram and what they are here.
import type { ForeignMap } from "../foreign/place.ts";

export type Shape = "external" | "process" | "store" | "flow" | "box" | "curve" | "text";

const byShape: Readonly<Record<string, Shape>> = {
  actor: "external", process: "process", store: "store", flow: "flow",
  "trust-boundary-box": "box", "trust-boundary-curve": "curve", "trust-broundary-curve": "curve", "td-text-block": "text",
};

const byType: Readonly<Record<string, Shape>> = {
  "tm.Actor": "external", "tm.Process": "process", "tm.Store": "store", "tm.Flow": "flow", "tm.BoundaryBox": "box", "tm.Boundary": "curve", "tm.Text": "text",
};

/** The cell's `shape` decides; `data.type` only where there is none that is known. */
export function shapeOf(cell: ForeignMap, data: ForeignMap): Shape | undefined {
  return named(byShape, cell["shape"]) ?? named(byType, data["type"]);
}

function named(table: Readonly<Record<string, Shape>>, value: unknown): Shape | undefined {
  return typeof value === "string" && Object.hasOwn(table, value) ? table[value] : undefined;
}

/** The word for it in a report and in front of ids. */
export const shapeWords: Readonly<Record<Shape, string>> = {
  external: "external", process: "process", store: "store", flow: "flow", box: "boundary", curve: "open boundary", text: "text block",
};

export function isElement(shape: Shape): shape is "external" | "process" | "store" {
  return shape === "external" || shape === "process" || shape === "store";
}
