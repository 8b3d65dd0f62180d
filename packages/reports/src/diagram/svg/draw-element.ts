// An element in the notation of data flow diagrams: process rounded, store two open lines, external a rectangle.
import type { DiagramElement } from "../graph/diagram-graph.ts";
import { isFaded, isGone } from "../labels/change-pieces.ts";
import { processRadius } from "../layout/meet-shapes.ts";
import { labelOrigin } from "../layout/scene-of.ts";
import type { PlacedElement } from "../layout/scene.ts";
import type { Box } from "../layout/geometry.ts";
import { describe } from "./describe.ts";
import { drawBlock } from "./draw-block.ts";
import { bandAround, changeSentences, drawBadge, faded, faint } from "./draw-change.ts";
import { background, elementColours } from "./palette.ts";
import { number, tag, xy } from "./xml.ts";
import type { Svg } from "./xml.ts";

export function drawElement({ element, box, label }: PlacedElement): Svg {
  const origin = labelOrigin(box, label);
  return describe("element", element.id, { title: element.title, text: sentencesOf(element), threats: element.threats },
    tag("g", element.dimmed ? { opacity: 0.55 } : {},
      ...(isFaded(element.change) ? [groundOf(element, box)] : []),
      ...faded(element.change, faint.shape, [...shapeOf(element, box), ...drawBlock(label, { ...origin, align: "centre" })]), ...drawBadge(box, element.change)));
}

/** Nothing behind a faint shape is seen through it. */
function groundOf(element: DiagramElement, box: Box): Svg {
  return tag("rect", { ...box, rx: cornerOf(element, box), fill: background });
}

function cornerOf({ shape }: DiagramElement, box: Box): number {
  return shape === "process" ? processRadius(box) : shape === "collapsed" ? 8 : 0;
}

/** Under the flows, so that arrowheads stay whole. */
export function drawElementBand({ element, box }: PlacedElement): Svg[] {
  return bandAround(box, cornerOf(element, box), element.change);
}

function shapeOf(element: DiagramElement, box: Box): Svg[] {
  const colours = element.outOfScope || isGone(element.change) ? elementColours.outOfScope : elementColours[element.shape];
  const dash = isGone(element.change) ? { "stroke-dasharray": "4 3" } : {};
  const look = { fill: colours.fill, stroke: colours.line, "stroke-width": 1.5, ...dash };
  switch (element.shape) {
    case "process": return [tag("rect", { ...box, rx: cornerOf(element, box), ...look })];
    case "external": return [tag("rect", { ...box, ...look })];
    case "store": return [
      tag("rect", { ...box, fill: colours.fill }),
      tag("path", { d: storeLines(box), fill: "none", stroke: colours.line, "stroke-width": 2.2, ...dash }),
    ];
    case "collapsed": return [
      tag("rect", { ...box, rx: 8, ...look, "stroke-dasharray": "9 5" }),
      tag("rect", { x: box.x + 4, y: box.y + 4, width: box.width - 8, height: box.height - 8, rx: 5, fill: "none", stroke: colours.line, "stroke-width": 1 }),
    ];
  }
}

function storeLines({ x, y, width, height }: Box): string {
  return [y, y + height].map((level) => `M${xy(x, level)}H${number(x + width)}`).join("");
}

function sentencesOf(element: DiagramElement): string[] {
  const personal = { none: [], personal: ["Personal data here."], special: ["Special categories of personal data here."] }[element.personal];
  return [
    `${{ process: "Process", store: "Data store", external: "External entity", collapsed: "Boundary drawn as one box" }[element.shape]}${element.note === undefined ? "" : `, ${element.note}`}.`,
    ...element.tags.map((tagged) => `Also in ${tagged.title} (${tagged.type}).`),
    ...(element.sensitivity === "unknown" || element.sensitivity === "none" ? [] : [`Highest class of data: ${element.sensitivity}.`]),
    ...personal,
    ...(element.outOfScope ? ["Out of scope."] : []),
    ...changeSentences(element.change),
  ];
}
