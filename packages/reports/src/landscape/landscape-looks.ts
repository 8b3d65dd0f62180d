// The colours of the boxes of a landscape, by type; words say the same.
import type { LandscapeType } from "@merlon/schema";
import { elementColours, type Tint } from "../diagram/svg/palette.ts";
import type { LandscapeBox } from "./landscape-graph.ts";

const GOOD: Tint = { fill: "#e7f6ec", line: "#067647" };
const BAD: Tint = { fill: "#fde8e6", line: "#b42318" };
const WARM: Tint = { fill: "#fff4e5", line: "#b54708" };
const PLAIN: Tint = { fill: "#ffffff", line: "#667085" };

const tints: Readonly<Record<LandscapeType, Tint>> = {
  model: elementColours.collapsed, boundary: elementColours.collapsed, element: elementColours.process, flow: elementColours.process, data: elementColours.store,
  control: GOOD, decision: GOOD, threat: BAD, path: WARM, question: PLAIN, technique: PLAIN, weakness: PLAIN, evidence: elementColours.external, vulnerability: BAD, incident: BAD, ticket: WARM,
  risk: { fill: "#f4ebff", line: "#6941c6" }, person: elementColours.external,
};

export function tintOf({ type }: Pick<LandscapeBox, "type">): Tint {
  return tints[type];
}
