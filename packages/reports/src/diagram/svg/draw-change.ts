// What a change did, in a picture of both versions: a band like a marker pen's along outlines and lines, a sign at every place,
// and everything that stays as it is drawn faint. Band and sign say the same, so that no colour is needed.
import type { ChangeMark } from "../graph/diagram-graph.ts";
import { badgePoint, badgeRadius } from "../layout/badge.ts";
import { inflate } from "../layout/geometry.ts";
import type { Box, Point } from "../layout/geometry.ts";
import { changeSign, isFaded } from "../labels/change-pieces.ts";
import type { ChangeSign } from "../text/piece.ts";
import { changeColours } from "./palette.ts";
import { number, tag, xy } from "./xml.ts";
import type { Svg } from "./xml.ts";

export const dashes: Readonly<Record<ChangeSign, string | undefined>> = { added: undefined, removed: "5 5", changed: "16 5", former: undefined };
const bandWidth = 7;

/** How much is left of what did not change. */
export const faint = { shape: 0.7, line: 0.45 } as const;

/** Drawn under what it marks. Where something was before is no more than a trace. */
export function bandAlong(d: string, change: ChangeMark | undefined): Svg[] {
  const sign = changeSign(change);
  return sign === undefined || sign === "former" ? [] : [tag("path", { d, fill: "none", stroke: changeColours[sign].band, "stroke-width": bandWidth, "stroke-dasharray": dashes[sign], "stroke-linejoin": "round" })];
}

export function bandAround(box: Box, rx: number, change: ChangeMark | undefined): Svg[] {
  const sign = changeSign(change);
  const by = bandWidth / 2;
  return sign === undefined || sign === "former" ? [] : [tag("rect", { ...inflate(box, by), rx: rx + by, fill: "none", stroke: changeColours[sign].band, "stroke-width": bandWidth, "stroke-dasharray": dashes[sign] })];
}

export function drawBadge(box: Box, change: ChangeMark | undefined): Svg[] {
  const sign = changeSign(change);
  const { x, y } = badgePoint(box);
  return sign === undefined ? [] : [drawChangeSign(sign, { x, y, radius: badgeRadius })];
}

/** A plus, a minus, a tilde or an arrow in a disc. */
export function drawChangeSign(sign: ChangeSign, { x, y, radius }: Point & { readonly radius: number }): Svg {
  const arm = radius * 0.55;
  const shapes: Readonly<Record<ChangeSign, string>> = {
    added: `M${xy(x - arm, y)}h${number(2 * arm)}M${xy(x, y - arm)}v${number(2 * arm)}`,
    removed: `M${xy(x - arm, y)}h${number(2 * arm)}`,
    changed: `M${xy(x - arm, y + arm * 0.35)}Q${xy(x - arm * 0.55, y - arm * 0.95)} ${xy(x, y)}T${xy(x + arm, y - arm * 0.35)}`,
    former: `M${xy(x - arm, y)}h${number(2 * arm)}M${xy(x + arm * 0.2, y - arm * 0.8)}L${xy(x + arm, y)}L${xy(x + arm * 0.2, y + arm * 0.8)}`,
  };
  return tag("g", {},
    tag("circle", { cx: x, cy: y, r: radius, fill: changeColours[sign].sign, stroke: "#ffffff", "stroke-width": 1.2 }),
    tag("path", { d: shapes[sign], fill: "none", stroke: "#ffffff", "stroke-width": Math.max(1.6, radius * 0.26) }));
}

/** What did not change steps back. */
export function faded(change: ChangeMark | undefined, opacity: number, shapes: readonly Svg[]): Svg[] {
  return isFaded(change) ? [tag("g", { opacity }, ...shapes)] : [...shapes];
}

const verbs: Readonly<Record<ChangeMark["kind"], string>> = {
  added: "New.", removed: "Gone.", changed: "Changed.", former: "It was here before.", touched: "Not changed itself, but touched by the change.", same: "",
};

/** For people who do not see the picture: everything that is different, also what the picture had no room for. */
export function changeSentences(change: ChangeMark | undefined): string[] {
  if (change === undefined || change.kind === "same") return [];
  return [
    verbs[change.kind], ...change.words.map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`),
    ...(change.before?.threats ? [`Before: ${change.before.threats.count} open, the worst ${change.before.threats.worst}.`] : []),
    ...(change.newThreats === 0 ? [] : [`New here: ${change.newThreats}.`]),
  ];
}
