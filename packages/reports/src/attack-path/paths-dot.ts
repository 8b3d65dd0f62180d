// Attack paths as DOT text for people who have Graphviz. All words are quoted.
import type { AttackPaths } from "@merlon/schema";
import { quoted } from "../diagram/to-dot.ts";
import { pathGraph, type PathBox } from "./path-graph.ts";
import { marksOf } from "./paths-mermaid.ts";

export function pathsDot(paths: AttackPaths): string {
  const { title, heading, boxes, arrows } = pathGraph(paths);
  const names = new Map(boxes.map(({ id }, i) => [id, `n${i}`]));
  return [
    "digraph paths {", `  label=${quoted([`${title}: ${heading}`])}; labelloc=t; rankdir=TB; fontname="DejaVu Sans";`,
    '  node [fontname="DejaVu Sans", fontsize=11, style=filled, fillcolor="#eaf1fb"]; edge [fontname="DejaVu Sans", fontsize=9];',
    ...boxes.map((box) => `  ${names.get(box.id)!} [label=${quoted([box.title, ...box.lines, ...marksOf(box)])}, ${lookOf(box)}];`),
    ...arrows.map(({ from, to, label }) => `  ${names.get(from)!} -> ${names.get(to)!}${label ? ` [label=${quoted([label])}]` : ""};`),
    "}", "",
  ].join("\n");
}

function lookOf({ kind, assumed }: PathBox): string {
  if (kind === "attacker") return 'shape=box, fillcolor="#f2f4f7"';
  if (kind === "goal") return 'shape=octagon, fillcolor="#fde8e6", color="#b42318"';
  return `shape=box, style="filled,rounded${assumed ? ",dashed" : ""}"`;
}
