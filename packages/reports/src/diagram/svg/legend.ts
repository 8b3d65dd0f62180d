// Explains what occurs in this picture, and only that.
import type { ChangeMark, DiagramGraph } from "../graph/diagram-graph.ts";
import { blockOf } from "../text/block.ts";
import type { Block } from "../text/block.ts";
import type { ChangeSign, Piece, PillLook, Sign } from "../text/piece.ts";
import { drawBlock, drawSign } from "./draw-block.ts";
import { bandAlong, drawChangeSign, faded, faint } from "./draw-change.ts";
import { classWidths, drawCrossing } from "./draw-flow.ts";
import { classColours, elementColours, innerLine, plainLine, quietLine, trustTint } from "./palette.ts";
import { tag, xy } from "./xml.ts";
import type { Svg } from "./xml.ts";

interface Entry {
  /** Draws the sample in a box of 34 by 18 with its middle here. */
  readonly sample: (x: number, y: number) => readonly Svg[];
  readonly text: string;
}

export interface Legend {
  readonly height: number;
  readonly draw: (x: number, y: number) => Svg;
}

const sampleWidth = 34;
const rowHeight = 22;
const entryGap = 22;

export function legendOf(graph: DiagramGraph, width: number): Legend {
  const entries = [...changeEntries(graph), ...elementEntries(graph), ...boundaryEntries(graph), ...flowEntries(graph), ...badgeEntries(graph)]
    .map((entry) => ({ ...entry, block: textBlock(entry.text) }));
  const places: { x: number; row: number }[] = [];
  let [x, row] = [0, 0];
  for (const { block } of entries) {
    const size = sampleWidth + 6 + block.width;
    if (x > 0 && x + size > width) [x, row] = [0, row + 1];
    places.push({ x, row });
    x += size + entryGap;
  }
  return {
    height: (row + 1) * rowHeight,
    draw: (left, top) => tag("g", { "data-part": "legend" }, ...entries.flatMap(({ sample, block }, i) => {
      const place = places[i] ?? { x: 0, row: 0 };
      const middle = top + place.row * rowHeight + rowHeight / 2;
      return [
        ...sample(left + place.x + sampleWidth / 2, middle),
        ...drawBlock(block, { x: left + place.x + sampleWidth + 6, y: middle - block.height / 2, align: "left" }),
      ];
    })),
  };
}

const changeTexts: Readonly<Record<ChangeSign, string>> = { added: "new", removed: "gone", changed: "changed", former: "where it was before" };

/** First, because it is what such a picture is about. */
function changeEntries({ elements, boundaries, flows }: DiagramGraph): Entry[] {
  const kinds = new Set([...elements, ...boundaries, ...flows].flatMap(({ change }) => change?.kind ?? []));
  if (kinds.size === 0) return [];
  const signs = (["added", "removed", "changed", "former"] as const).filter((kind) => kinds.has(kind));
  const entries = signs.map((kind): Entry => ({
    text: changeTexts[kind],
    sample: (x, y) => [
      ...(kind === "former" ? line(quietLine, 1.4, "9 4 2 4")(x, y) : bandAlong(`M${xy(x - 14, y)}h30`, markOf(kind))), drawChangeSign(kind, { x: x - 8, y, radius: 7 }),
    ],
  }));
  const { fill, line: stroke } = elementColours.external;
  const box = (x: number, y: number): Svg => tag("rect", { x: x - 15, y: y - 7, width: 30, height: 14, fill, stroke, "stroke-width": 1.4 });
  return kinds.has("same") ? [...entries, { text: "faint: as it was", sample: (x, y) => faded(markOf("same"), faint.line, [box(x, y)]) }] : entries;
}

function markOf(kind: ChangeMark["kind"]): ChangeMark {
  return { kind, words: [], newThreats: 0 };
}

function textBlock(text: string): Block {
  return blockOf([[{ kind: "text", text, style: "legend", ink: "normal" }]], 480);
}

function elementEntries({ elements }: DiagramGraph): Entry[] {
  const box = (x: number, y: number): { x: number; y: number; width: number; height: number } => ({ x: x - 15, y: y - 7, width: 30, height: 14 });
  const look = (colours: { fill: string; line: string }): Record<string, string | number> => ({ fill: colours.fill, stroke: colours.line, "stroke-width": 1.4 });
  const entries: (Entry & { readonly when: boolean })[] = [
    { when: elements.some((e) => e.shape === "process"), text: "process", sample: (x, y) => [tag("rect", { ...box(x, y), rx: 7, ...look(elementColours.process) })] },
    {
      when: elements.some((e) => e.shape === "store"), text: "data store", sample: (x, y) => [
        tag("rect", { ...box(x, y), fill: elementColours.store.fill }),
        tag("path", { d: `M${xy(x - 15, y - 7)}h30M${xy(x - 15, y + 7)}h30`, stroke: elementColours.store.line, "stroke-width": 2 }),
      ],
    },
    { when: elements.some((e) => e.shape === "external"), text: "external entity", sample: (x, y) => [tag("rect", { ...box(x, y), ...look(elementColours.external) })] },
    { when: elements.some((e) => e.shape === "collapsed"), text: "several elements drawn as one box", sample: (x, y) => [tag("rect", { ...box(x, y), rx: 3, ...look(elementColours.collapsed), "stroke-dasharray": "5 3" })] },
    { when: elements.some((e) => e.outOfScope), text: "out of scope", sample: (x, y) => [tag("rect", { ...box(x, y), ...look(elementColours.outOfScope) })] },
  ];
  return entries.filter((entry) => entry.when);
}

function boundaryEntries({ boundaries }: DiagramGraph): Entry[] {
  const levels = new Map(boundaries.map((boundary) => [boundary.trust ?? "not stated", boundary.trustRank]));
  const ordered = [...levels].toSorted(([a, m], [b, n]) => (m ?? 2) - (n ?? 2) || (a < b ? -1 : 1));
  return ordered.map(([level, rank], i) => {
    const tint = trustTint(rank);
    return {
      text: `${i === 0 ? "trust boundary, trust: " : ""}${level}`,
      sample: (x, y) => [tag("rect", { x: x - 15, y: y - 7, width: 30, height: 14, rx: 3, fill: tint.fill, stroke: tint.line, "stroke-width": 1.3, "stroke-dasharray": "6 3" })],
    };
  });
}

function line(colour: string, width: number, dash?: string): (x: number, y: number) => Svg[] {
  return (x, y) => [tag("path", { d: `M${xy(x - 16, y)}h32`, fill: "none", stroke: colour, "stroke-width": width, "stroke-dasharray": dash })];
}

function flowEntries({ flows }: DiagramGraph): Entry[] {
  const shown = flows.filter((flow) => !flow.dimmed && !flow.outOfScope);
  const crossing = shown.filter((flow) => flow.crosses.length > 0);
  const strong = plainLine;
  const lock = (sign: Sign, dash?: string) => (x: number, y: number): Svg[] => [
    tag("path", { d: `M${xy(x - 17, y)}h20`, fill: "none", stroke: strong, "stroke-width": 1.8, "stroke-dasharray": dash }), drawSign(sign, x + 11, y, strong),
  ];
  const entries: (Entry & { readonly when: boolean })[] = [
    { when: shown.some((flow) => flow.crosses.length === 0), text: "flow inside its boundaries", sample: line(innerLine, 1.3) },
    { when: flows.some((flow) => flow.dimmed || flow.outOfScope), text: "flow for context", sample: line(quietLine, 1.2) },
    { when: flows.some((flow) => (flow.response ?? []).length > 0), text: "data comes back", sample: (x, y) => [...line(innerLine, 1.3)(x, y), tag("path", { d: `M${xy(x - 16, y)}l8 -4v8Z`, fill: "#ffffff", stroke: innerLine, "stroke-width": 1.3 })] },
    { when: crossing.length > 0, text: "crosses a boundary", sample: (x, y) => [...line(strong, 1.8)(x, y), drawCrossing({ boundary: "", forbidden: false, at: { x, y } }, strong)] },
    { when: crossing.some((flow) => flow.crosses.some((c) => c.forbidden)), text: "crossing that the boundary does not allow", sample: (x, y) => [drawCrossing({ boundary: "", forbidden: true, at: { x, y } }, strong)] },
    { when: crossing.some((flow) => flow.encrypted === "yes"), text: "encrypted", sample: lock("locked") },
    { when: crossing.some((flow) => flow.encrypted === "no"), text: "not encrypted", sample: lock("unlocked", "7 4") },
    { when: crossing.some((flow) => flow.encrypted === "unknown"), text: "encryption not stated", sample: lock("lock-unknown", "2 3") },
  ];
  return [...entries.filter((entry) => entry.when), ...classEntries(crossing)];
}

function classEntries(crossing: DiagramGraph["flows"]): Entry[] {
  const present = (["none", "low", "moderate", "high", "unknown"] as const).filter((level) => crossing.some((flow) => flow.sensitivity === level));
  return present.map((level, i) => ({
    text: level === "unknown" ? "class not known" : `${i === 0 ? "highest class of the data: " : ""}${level}`,
    sample: line(classColours[level], classWidths[level]),
  }));
}

function badgeEntries(graph: DiagramGraph): Entry[] {
  const marked = [...graph.elements, ...graph.flows];
  const changes = [graph, ...marked, ...graph.boundaries].flatMap(({ change }) => change ?? []);
  const threats = [graph, ...marked, ...graph.boundaries].filter((item) => item.threats !== undefined);
  const pill = (text: string, look: PillLook) => (x: number, y: number): Svg[] => {
    const piece: Piece = { kind: "pill", text, look };
    const block = blockOf([[piece]], 1);
    return drawBlock(block, { x: x - block.width / 2, y: y - block.height / 2, align: "left" });
  };
  const arrow = (x: number, y: number): Svg[] => drawBlock(textBlock("→"), { x: x - 4, y: y - 6.5, align: "left" });
  const entries: (Entry & { readonly when: boolean })[] = [
    { when: graph.elements.some((e) => ["low", "moderate", "high"].includes(e.sensitivity)), text: "highest class of the data here", sample: pill("high", "class-high") },
    { when: marked.some((item) => item.personal === "personal"), text: "personal data", sample: pill("P", "personal") },
    { when: marked.some((item) => item.personal === "special"), text: "special categories of personal data", sample: pill("P+", "special") },
    { when: threats.length > 0, text: "open threats: the worst severity (Critical, High, Medium, Low, Info) and how many", sample: pill("H 2", "severe") },
    { when: changes.some(({ before }) => before !== undefined), text: "before and after (0: none, ?: not known)", sample: arrow },
    { when: changes.some(({ newThreats }) => newThreats > 0), text: "open threats that the change brings", sample: pill("1 new", "new") },
  ];
  return entries.filter((entry) => entry.when);
}
