// Wraps a shape so that people who cannot see it, and scripts, know what it is.
import type { ThreatMark } from "../graph/diagram-graph.ts";
import { group, textTag } from "./xml.ts";
import type { Svg } from "./xml.ts";

export interface Description {
  readonly title: string;
  /** Sentences. */
  readonly text: readonly string[];
  readonly threats: ThreatMark | undefined;
}

export function describe(kind: "element" | "flow" | "boundary", id: string, { title, text, threats }: Description, ...shapes: readonly Svg[]): Svg {
  const sentences = threats === undefined ? text : [...text, threatSentence(threats)];
  return group({ role: "graphics-symbol", "data-kind": kind, "data-id": id },
    textTag("title", {}, title), textTag("desc", {}, sentences.join(" ")), ...shapes);
}

export function threatSentence({ count, worst }: ThreatMark): string {
  return count === 1 ? `One open threat, ${worst}.` : `${count} open threats, the worst ${worst}.`;
}
