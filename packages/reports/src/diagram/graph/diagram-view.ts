// Which picture of a model is wanted.
import type { Model } from "@merlon/core";

/** `data:<id>` shows where that data goes; `boundary:<id>` shows its members and crossings. */
export type DiagramView = "dfd" | "personal-data" | `data:${string}` | `boundary:${string}`;

/** The view that a text names, when the model has what it is about. */
export function diagramView(text: string, model: Model): DiagramView | undefined {
  if (text === "dfd" || text === "personal-data") return text;
  if (isDataView(text)) return model.data.has(subjectOf(text)) ? text : undefined;
  if (isBoundaryView(text)) return model.boundaries.has(subjectOf(text)) ? text : undefined;
  return undefined;
}

export function isDataView(text: string): text is `data:${string}` {
  return text.startsWith("data:");
}

export function isBoundaryView(text: string): text is `boundary:${string}` {
  return text.startsWith("boundary:");
}

/** The id after the colon. */
export function subjectOf(view: `data:${string}` | `boundary:${string}`): string {
  return view.slice(view.indexOf(":") + 1);
}
