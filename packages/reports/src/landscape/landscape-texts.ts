// A landscape as text that other tools draw: DOT, Mermaid, PlantUML and GraphML. All words are quoted.
import type { Landscape, LandscapeChangeKind, LandscapeType } from "@merlon/schema";
import { plainSign } from "../diagram/labels/plain-marks.ts";
import type { BoxArrow } from "../diagram/layout/lay-boxes.ts";
import { dashes } from "../diagram/svg/draw-change.ts";
import { changeColours } from "../diagram/svg/palette.ts";
import { encodeMermaid } from "../diagram/to-mermaid.ts";
import { quoted } from "../diagram/to-dot.ts";
import { escapeHtml } from "../escape/html.ts";
import { oneLine } from "../escape/visible.ts";
import { landscapeBoxes, type LandscapeBox, type LandscapeBoxes, type LandscapeGraphOptions } from "./landscape-graph.ts";
import { tintOf } from "./landscape-looks.ts";

export function landscapeDot(landscape: Landscape, options: LandscapeGraphOptions = {}): string {
  return boxesDot(landscapeBoxes(landscape, options));
}

export function boxesDot({ title, heading, boxes, arrows }: LandscapeBoxes): string {
  const names = namesOf(boxes);
  return [
    "digraph landscape {", `  label=${quoted([`${title}: ${heading}`])}; labelloc=t; rankdir=LR; fontname="DejaVu Sans";`,
    '  node [fontname="DejaVu Sans", fontsize=11, shape=box, style="filled,rounded"]; edge [fontname="DejaVu Sans", fontsize=9];',
    ...boxes.map((box) => `  ${names.get(box.id)!} [label=${quoted(linesOf(box))}, fillcolor="${tintOf(box).fill}", ${dotFrame(box)}${box.url === undefined ? "" : `, URL=${quoted([box.url])}`}];`),
    ...arrows.map(({ from, to, label, change }) => `  ${names.get(from)!} -> ${names.get(to)!}${dotArrow({ label, change })};`),
    "}", "",
  ].join("\n");
}

export function landscapeMermaid(landscape: Landscape, options: LandscapeGraphOptions = {}): string {
  return boxesMermaid(landscapeBoxes(landscape, options));
}

export function boxesMermaid({ title, heading, boxes, arrows }: LandscapeBoxes): string {
  const names = namesOf(boxes);
  const types = [...new Set(boxes.map(({ type }) => type))];
  const some = (type: LandscapeType): LandscapeBox => boxes.find((box) => box.type === type)!;
  return [
    "---", `title: ${JSON.stringify(`${title}: ${heading}`.replace(/\s+/gu, " "))}`, "---", "flowchart LR",
    ...boxes.map((box) => `  ${names.get(box.id)!}["${linesOf(box).map(encodeMermaid).join("<br/>")}"]`),
    ...arrows.map(({ from, to, label }) => `  ${names.get(from)!} -->${label ? `|"${encodeMermaid(label)}"| ` : " "}${names.get(to)!}`),
    ...types.map((type) => `  classDef ${type} fill:${tintOf(some(type)).fill},stroke:${tintOf(some(type)).line}`),
    ...types.map((type) => `  class ${boxes.filter((box) => box.type === type).map(({ id }) => names.get(id)!).join(",")} ${type}`),
    ...boxes.flatMap(({ id, change }) => (isMarked(change) ? [`  style ${names.get(id)!} ${mermaidLook(change)}`] : [])),
    ...arrows.flatMap(({ change }, i) => (isMarked(change) ? [`  linkStyle ${i} ${mermaidLook(change)}`] : [])), "",
  ].join("\n");
}

export function landscapePlantUml(landscape: Landscape, options: LandscapeGraphOptions = {}): string {
  const { title, heading, boxes, arrows } = landscapeBoxes(landscape, options);
  const names = namesOf(boxes);
  return [
    "@startuml", "left to right direction", `title ${plain(`${title}: ${heading}`)}`, "skinparam defaultTextAlignment center",
    ...boxes.map((box) => `rectangle "${linesOf(box).map(plain).join("\\n")}" as ${names.get(box.id)!} ${tintOf(box).fill}`),
    ...arrows.map(({ from, to, label }) => `${names.get(from)!} --> ${names.get(to)!}${label ? ` : ${plain(label)}` : ""}`),
    "@enduml", "",
  ].join("\n");
}

const KEYS = ["type", "title", "kind", "state", "severity", "level", "day", "url"] as const;

/** Everything, with no thing folded: GraphML is read by programs. */
export function landscapeGraphml({ objects, relations }: Landscape): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map((key) => `  <key id="${key}" for="${key === "type" ? "all" : "node"}" attr.name="${key}" attr.type="string"/>`), '  <graph edgedefault="directed">',
    ...objects.map((object) => `    <node id="${xml(object.id)}">${KEYS.map((key) => (object[key] === undefined ? "" : `<data key="${key}">${xml(object[key])}</data>`)).join("")}</node>`),
    ...relations.map(({ from, type, to }, i) => `    <edge id="r${i}" source="${xml(from)}" target="${xml(to)}"><data key="type">${type}</data></edge>`),
    "  </graph>", "</graphml>", "",
  ].join("\n");
}

function xml(text: string): string {
  return escapeHtml(oneLine(text));
}

function namesOf(boxes: readonly LandscapeBox[]): ReadonlyMap<string, string> {
  return new Map(boxes.map(({ id }, i) => [id, `n${i}`]));
}

type Marked = Exclude<LandscapeChangeKind, "same">;

function isMarked(change: LandscapeChangeKind | undefined): change is Marked {
  return change !== undefined && change !== "same";
}

function mermaidLook(change: Marked): string {
  return `stroke:${changeColours[change].sign},stroke-width:3px,stroke-dasharray:${dashes[change] ?? "0"}`;
}

function dotFrame(box: LandscapeBox): string {
  if (!isMarked(box.change)) return `color="${tintOf(box).line}"${box.isStart ? ", penwidth=2" : ""}`;
  return `color="${changeColours[box.change].sign}", penwidth=3${box.change === "removed" ? ', style="filled,rounded,dashed"' : ""}`;
}

function dotArrow({ label, change }: Pick<BoxArrow, "label" | "change">): string {
  const look = isMarked(change) ? [`color="${changeColours[change].sign}"`, "penwidth=2", ...(change === "removed" ? ["style=dashed"] : [])] : [];
  const parts = [...(label ? [`label=${quoted([label])}`] : []), ...look];
  return parts.length === 0 ? "" : ` [${parts.join(", ")}]`;
}

function linesOf({ title, lines, severity, change }: LandscapeBox): readonly string[] {
  return [...(isMarked(change) ? [plainSign({ kind: change, words: [], newThreats: 0 })] : []), title, ...lines, ...(severity ? [severity] : [])];
}

/** PlantUML reads markup in words, so that everything that could be one becomes a character code. */
function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim().replace(/[^\p{L}\p{M}\p{N} ,.:·-]/gu, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}>`);
}
