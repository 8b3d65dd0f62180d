// A flow: line, arrowhead, a mark where it crosses a boundary, and its label on a ground of its own.
import type { ChangeMark, ClassMark, DiagramFlow } from "../graph/diagram-graph.ts";
import { changeSign, isGone } from "../labels/change-pieces.ts";
import { pointAlong } from "../layout/crossing-points.ts";
import { nearestIn } from "../layout/geometry.ts";
import type { Box, Point, Route } from "../layout/geometry.ts";
import { labelOrigin } from "../layout/scene-of.ts";
import type { PlacedCrossing, PlacedFlow } from "../layout/scene.ts";
import { describe } from "./describe.ts";
import { drawBlock } from "./draw-block.ts";
import { bandAlong, changeSentences, faded, faint } from "./draw-change.ts";
import { changeColours, classColours, innerLine, quietLine } from "./palette.ts";
import { tag, xy } from "./xml.ts";
import type { Properties, Svg } from "./xml.ts";

export interface FlowTitles {
  readonly from: string;
  readonly to: string;
}

export function drawFlow({ flow, route, crossings }: PlacedFlow, titles: FlowTitles): Svg {
  const look = lineLook(flow);
  return describe("flow", flow.id, { title: flow.title, text: sentencesOf(flow, titles), threats: flow.threats },
    ...bandAlong(pathOf(route), flow.change),
    ...faded(flow.change, faint.line, [tag("path", { d: pathOf(route), fill: "none", stroke: look.colour, "stroke-width": look.width, "stroke-dasharray": look.dash, "stroke-linejoin": "round" }),
    ...arrows(flow, route, look.colour),
    ...crossings.map((crossing) => drawCrossing(crossing, look.colour))]));
}

export function drawFlowLabel({ flow, label, labelBox, anchor }: PlacedFlow): Svg {
  const origin = labelOrigin(labelBox, label);
  return tag("g", { "data-label-of": flow.id },
    ...faded(flow.change, faint.line, anchor === undefined ? [] : leader(anchor, labelBox, lineLook(flow).colour)),
    tag("rect", { ...labelBox, rx: 3, fill: "#ffffff", "fill-opacity": 0.92, ...labelFrame(flow.change) }),
    ...faded(flow.change, faint.shape, drawBlock(label, { ...origin, align: "centre" })));
}

/** A thin line from a label to a dot on the flow it belongs to. */
function leader(anchor: Point, box: Box, colour: string): Svg[] {
  const end = nearestIn(box, anchor);
  return [
    tag("path", { d: `M${xy(anchor.x, anchor.y)}L${xy(end.x, end.y)}`, stroke: colour, "stroke-width": 0.8 }),
    tag("circle", { cx: anchor.x, cy: anchor.y, r: 2.2, fill: "#ffffff", stroke: colour, "stroke-width": 0.9 }),
  ];
}

/** Ties the label to its band. */
function labelFrame(change: ChangeMark | undefined): Properties {
  const sign = changeSign(change);
  return sign === undefined ? {} : { stroke: changeColours[sign].band, "stroke-width": 1.6 };
}

interface LineLook {
  readonly colour: string;
  readonly width: number;
  readonly dash?: string;
}

/** Of flows that cross a boundary. */
export const classWidths: Readonly<Record<ClassMark, number>> = { unknown: 1.8, none: 1.8, low: 1.8, moderate: 2.2, high: 2.6 };

export function lineLook(flow: DiagramFlow): LineLook {
  if (isGone(flow.change)) return { colour: quietLine, width: 1.4, dash: "9 4 2 4" };
  if (flow.dimmed || flow.outOfScope) return { colour: quietLine, width: 1.2 };
  if (flow.crosses.length === 0) return { colour: innerLine, width: 1.3 };
  const dash = { yes: undefined, no: "7 4", unknown: "2 3" }[flow.encrypted];
  return { colour: classColours[flow.sensitivity], width: classWidths[flow.sensitivity], ...(dash === undefined ? {} : { dash }) };
}

function pathOf(route: Route): string {
  return route.map((point, i) => `${i === 0 ? "M" : "L"}${xy(point.x, point.y)}`).join("");
}

/** A filled head at the target; an open one at the source when the response carries data. */
function arrows(flow: DiagramFlow, route: Route, colour: string): Svg[] {
  const head = headAt(pointAlong(route, -0.01), pointAlong(route, -9), 4.2);
  const filled = tag("path", { d: `${pathOf(head)}Z`, fill: colour });
  if (flow.response === undefined || flow.response.length === 0) return [filled];
  const back = headAt(pointAlong(route, 0.01), pointAlong(route, 8), 3.8);
  return [filled, tag("path", { d: `${pathOf(back)}Z`, fill: "#ffffff", stroke: colour, "stroke-width": 1.3 })];
}

function headAt(tip: Point, base: Point, half: number): Point[] {
  const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const side = { x: (-(tip.y - base.y) / length) * half, y: ((tip.x - base.x) / length) * half };
  return [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }];
}

export function drawCrossing({ at, forbidden }: PlacedCrossing, colour: string): Svg {
  if (!forbidden) return tag("circle", { cx: at.x, cy: at.y, r: 4, fill: colour, stroke: "#ffffff", "stroke-width": 1.2 });
  return tag("g", {},
    tag("circle", { cx: at.x, cy: at.y, r: 6, fill: "#ffffff", stroke: "#b42318", "stroke-width": 2 }),
    tag("path", { d: `M${xy(at.x - 3, at.y - 3)}L${xy(at.x + 3, at.y + 3)}M${xy(at.x - 3, at.y + 3)}L${xy(at.x + 3, at.y - 3)}`, stroke: "#b42318", "stroke-width": 1.8 }));
}

function sentencesOf(flow: DiagramFlow, { from, to }: FlowTitles): string[] {
  const list = (titles: readonly string[]): string => (titles.length === 0 ? "nothing" : titles.join(", "));
  return [
    `From ${from} to ${to}${flow.protocol === undefined ? "" : ` over ${flow.protocol}`}.`,
    ...(flow.via.length === 0 ? [] : [`Passes through ${flow.via.map((element) => element.title).join(", ")}.`]),
    flow.data === undefined ? "What it carries is not stated." : `Carries ${list(flow.data)}.`,
    flow.response === undefined ? "What comes back is not stated." : `Brings back ${list(flow.response)}.`,
    ...(flow.crosses.length === 0 ? [] : [`Crosses ${flow.crosses.map((crossing) => crossing.title + (crossing.forbidden ? " (not allowed)" : "")).join(", ")}.`]),
    { yes: "Encrypted.", no: "Not encrypted.", unknown: "Encryption not stated." }[flow.encrypted],
    ...{ none: [], personal: ["Personal data."], special: ["Special categories of personal data."] }[flow.personal],
    ...(flow.outOfScope ? ["Out of scope."] : []),
    ...changeSentences(flow.change),
  ];
}
