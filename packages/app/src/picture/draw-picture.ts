// From a model and its analysis to a picture in any of its forms.
import type { Analysis } from "@merlon/schema";
import type { Model } from "@merlon/core";
import { diagramGraph, diagramSvg, toDot, toMermaid, whyNotByHand } from "@merlon/reports";
import type { DiagramGraph, DiagramOptions, DiagramView, Positions } from "@merlon/reports";
import { loadGraphviz } from "./graphviz.ts";
import { renderPng } from "./render-png.ts";
import type { PngOptions } from "./render-png.ts";

export type PictureFormat = "svg" | "png" | "mermaid" | "dot";

export interface PictureOptions extends DiagramOptions, PngOptions {
  /** Default `dfd`. */
  readonly view?: DiagramView;
  /** Where people put everything. */
  readonly positions?: Positions;
  /** Told why the picture does not have these places. */
  readonly onOtherPlaces?: (why: string) => void;
}

/** Text as UTF-8. */
export async function drawPicture(model: Model, analysis: Analysis, format: PictureFormat, options: PictureOptions = {}): Promise<Uint8Array> {
  const { timeLimit = (work) => work() } = options;
  return drawGraph(timeLimit(() => diagramGraph(model, analysis, options.view ?? "dfd", options)), format, options);
}

/** Text as UTF-8. */
export async function drawGraph(graph: DiagramGraph, format: PictureFormat, options: Omit<PictureOptions, "view"> = {}): Promise<Uint8Array> {
  const { timeLimit = (work) => work(), positions } = options;
  const why = positions && (format === "mermaid" || format === "dot" ? "this format leaves the layout to others" : whyNotByHand(graph, positions));
  if (why !== undefined) options.onOtherPlaces?.(why);
  if (format === "mermaid") return new TextEncoder().encode(toMermaid(graph));
  if (format === "dot") return new TextEncoder().encode(toDot(graph));
  const engine = await loadGraphviz();
  const svg = timeLimit(() => diagramSvg(graph, engine, positions));
  return format === "svg" ? new TextEncoder().encode(svg) : renderPng(svg, options);
}
