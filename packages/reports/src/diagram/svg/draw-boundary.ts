// A boundary: dashed outline, tint by trust, title with type and trust level.
import type { PlacedBoundary } from "../layout/scene.ts";
import { inflate } from "../layout/geometry.ts";
import { drawBlock } from "./draw-block.ts";
import { bandAround, changeSentences } from "./draw-change.ts";
import { describe } from "./describe.ts";
import { trustTint } from "./palette.ts";
import { tag } from "./xml.ts";
import type { Svg } from "./xml.ts";

export function drawBoundary({ boundary, box }: PlacedBoundary): Svg {
  const tint = trustTint(boundary.trustRank);
  return describe("boundary", boundary.id, {
    title: boundary.title,
    text: [
      `Trust boundary, ${boundary.type}, trust ${boundary.trust ?? "not stated"}.`,
      ...boundary.tags.map((shared) => `Everything inside is in ${shared.title} (${shared.type}) as well.`),
      ...changeSentences(boundary.change),
    ],
    threats: boundary.threats,
  }, ...bandAround(box, 8, boundary.change), tag("rect", { ...box, rx: 8, fill: tint.fill, stroke: tint.line, "stroke-width": 1.4, "stroke-dasharray": "9 5" }));
}

/** Drawn after the flows, on a ground of its own: no line runs through a title. */
export function drawBoundaryTitle({ boundary, label, labelBox }: PlacedBoundary): Svg {
  const tint = trustTint(boundary.trustRank);
  return tag("g", { "data-title-of": boundary.id },
    tag("rect", { ...inflate(labelBox, 2), rx: 3, fill: tint.fill }),
    ...drawBlock(label, { x: labelBox.x, y: labelBox.y, align: "left", ink: tint.line }));
}
