// A landscape as text that other tools draw: DOT, Mermaid, PlantUML and GraphML. All words are quoted.
import type { Landscape, LandscapeType } from "@merlon/schema";
import { encodeMermaid } from "../diagram/to-mermaid.ts";
import { quoted } from "../diagram/to-dot.ts";
import { escapeHtml } from "../escape/html.ts";
import { oneLine } from "../escape/visible.ts";
import { landscapeBoxes, type LandscapeBox, type LandscapeGraphOptions } from "./landscape-graph.ts";
import { tintOf } from "./landscape-looks.ts";

export function landscapeDot(landscape: Landscape, options: LandscapeGraphOptions = {}): string {
  const { title, heading, boxes, arrows } = landscapeBoxes(landscape, options);
  const names = namesOf(boxes);
  return [
    "digraph landscape {", `  label=${quoted([`${title}: ${heading}`])}; labelloc=t; rankdir=LR; fontname="DejaVu Sans";`,
    '  node [fontname="DejaVu Sans", fontsize=11, shape=box, style="filled,rounded"]; edge [fontname="DejaVu Sans", fontsize=9];',
    ...boxes.map((box) => `  ${names.get(box.id)!} [label=${quoted(linesOf(box))}, fillcolor="${tintOf(box).fill}", color="${tintOf(box).line}"${box.isStart ? ", penwidth=2" : ""}${box.url === undefined ? "" : `, URL=${quoted([box.url])}`}];`),
    ...arrows.map(({ from, to, label }) => `  ${names.get(from)!} -> ${names.get(to)!}${label ? ` [label=${quoted([label])}]` : ""};`),
    "}", "",
  ].join("\n");
}

export function landscapeMermaid(landscape: Landscape, options: LandscapeGraphOptions = {}): string {
  const { title, heading, boxes, arrows } = landscapeBoxes(landscape, options);
  const names = namesOf(boxes);
  const types = [...new Set(boxes.map(({ type }) => type))];
  const some = (type: LandscapeType): LandscapeBox => boxes.find((box) => box.type === type)!;
  return [
    "---", `title: ${JSON.stringify(`${title}: ${heading}`.replace(/\s+/gu, " "))}`, "---", "flowchart LR",
    ...boxes.map((box) => `  ${names.get(box.id)!}["${linesOf(box).map(encodeMermaid).join("<br/>")}"]`),
    ...arrows.map(({ from, to, label }) => `  ${names.get(from)!} -->${label ? `|"${encodeMermaid(label)}"| ` : " "}${names.get(to)!}`),
    ...types.map((type) => `  classDef ${type} fill:${tintOf(some(type)).fill},stroke:${tintOf(some(type)).line}`),
    ...types.map((type) => `  class ${boxes.filter((box) => box.type === type).map(({ id }) => names.get(id)!).join(",")} ${type}`), "",
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

const KEYS = ["type", "title", "kind", "state", "severity", "day", "url"] as const;

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

function linesOf({ title, lines, severity }: LandscapeBox): readonly string[] {
  return [title, ...lines, ...(severity ? [severity] : [])];
}

/** PlantUML reads markup in words, so that everything that could be one becomes a character code. */
function plain(text: string): string {
  return text.replace(/\s+/gu, " ").trim().replace(/[^\p{L}\p{M}\p{N} ,.:·-]/gu, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}>`);
}
