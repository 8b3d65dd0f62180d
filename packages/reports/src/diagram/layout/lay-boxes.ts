// Places boxes and the arrows between them with Graphviz and reads back where they are. Anything that is not as expected is left out.
import type { LayoutEngine } from "./draft-layout.ts";
import { field, list, numbers, text } from "./read-graphviz.ts";
import { number } from "../svg/xml.ts";
import type { Block } from "../text/block.ts";

export interface BoxArrow {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** What a change did to it; only in pictures of a change. */
  readonly change?: ArrowChange;
}

export type ArrowChange = "added" | "removed" | "same";

export interface BoxGraph<B extends { readonly id: string }> {
  readonly boxes: readonly B[];
  readonly arrows: readonly BoxArrow[];
}

export interface PlacedBox<B> {
  readonly box: B;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedArrow {
  /** SVG path of the line, and of its tip. */
  readonly path: string;
  readonly tip: string;
  readonly change?: ArrowChange;
  readonly label?: { readonly text: string; readonly x: number; readonly y: number };
}

export interface BoxLayout<B> {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox<B>[];
  readonly arrows: readonly PlacedArrow[];
}

/** Where arrows lead. */
export type Direction = "down" | "right";

const inch = 72;
const padding = 9;

export function layBoxes<B extends { readonly id: string }>(graph: BoxGraph<B>, blocks: ReadonlyMap<string, Block>, labels: ReadonlyMap<string, Block>, engine: LayoutEngine, direction: Direction = "down"): BoxLayout<B> {
  const root: unknown = JSON.parse(engine(dotOf(graph, blocks, labels, direction)));
  const [, , width = 0, height = 0] = numbers(text(root, "bb"));
  const boxes = list(root, "objects").flatMap((object): readonly PlacedBox<B>[] => {
    const box = graph.boxes[Number(text(object, "name").slice(1))];
    const [x = 0, y = 0] = numbers(text(object, "pos"));
    const [w, h] = [Number(text(object, "width")) * inch, Number(text(object, "height")) * inch];
    return box ? [{ box, x: x - w / 2, y: height - y - h / 2, width: w, height: h }] : [];
  });
  const arrows = list(root, "edges").flatMap((drawn): readonly PlacedArrow[] => {
    const arrow = graph.arrows[Number(text(drawn, "id").slice(1))];
    const placed = arrow && curve(text(drawn, "pos"), height);
    const [lx, ly] = numbers(text(drawn, "lp"));
    const at = arrow?.label && field(drawn, "lp") !== undefined ? { label: { text: arrow.label, x: lx ?? 0, y: height - (ly ?? 0) } } : {};
    return placed ? [{ ...placed, ...(arrow.change ? { change: arrow.change } : {}), ...at }] : [];
  });
  return { width, height, boxes, arrows };
}

/** No text of the model goes to Graphviz: boxes are numbers with a size. */
function dotOf({ boxes, arrows }: BoxGraph<{ readonly id: string }>, blocks: ReadonlyMap<string, Block>, labels: ReadonlyMap<string, Block>, direction: Direction): string {
  const place = new Map(boxes.map(({ id }, i) => [id, `n${i}`]));
  const gap = arrows.some(({ change }) => change !== undefined) ? 0.3 : 0.16; // what changed has a band around it
  return [
    `digraph { rankdir=${direction === "down" ? "TB; nodesep=0.3; ranksep=0.38" : `LR; nodesep=${gap}; ranksep=0.8`}; node [shape=box, fixedsize=true, label=""]; edge [arrowhead=normal, arrowsize=0.7];`,
    ...boxes.map(({ id }) => {
      const { width, height } = blocks.get(id)!;
      return `${place.get(id)!} [width=${number((width + 2 * padding + 4) / inch)}, height=${number((height + 2 * padding) / inch)}];`;
    }),
    ...arrows.map(({ from, to, label }, i) => {
      const block = label === undefined ? undefined : labels.get(label);
      const room = block ? `, label=<<table border="0" cellpadding="0" cellspacing="0" fixedsize="true" width="${Math.ceil(block.width + 6)}" height="${Math.ceil(block.height + 4)}"><tr><td></td></tr></table>>` : "";
      return `${place.get(from)!} -> ${place.get(to)!} [id=f${i}${room}];`;
    }),
    "}",
  ].join("\n");
}

/** `e,x,y` is where the tip ends; the rest is a start and triples of Bézier points. */
function curve(pos: string, pageHeight: number): { readonly path: string; readonly tip: string } | undefined {
  const end = /e,(-?[\d.]+),(-?[\d.]+)/.exec(pos);
  const points = pos.split(" ").filter((part) => /^-?[\d.]/.test(part)).map(numbers).map(([x = 0, y = 0]) => [x, pageHeight - y] as const);
  const [start, ...rest] = points;
  const last = points.at(-1);
  if (!start || !last || !end) return undefined;
  const at = ([x, y]: readonly [number, number]): string => `${number(x)} ${number(y)}`;
  const tip = [Number(end[1]), pageHeight - Number(end[2])] as const;
  const [dx, dy] = [tip[0] - last[0], tip[1] - last[1]];
  const side = ([x, y]: readonly [number, number], sign: number): string => at([x - dy * 0.4 * sign, y + dx * 0.4 * sign]);
  return { path: `M${at(start)} C${rest.map(at).join(" ")}`, tip: `M${at(tip)} L${side(last, 1)} L${side(last, -1)} Z` };
}
