// The picture as DOT text for people who have Graphviz; not what our own layout uses. All words are quoted.
import type { ChangeMark, DiagramElement, DiagramFlow, DiagramGraph } from "./graph/diagram-graph.ts";
import { flowLines } from "./labels/flow-lines.ts";
import { changeLines, changeSign } from "./labels/change-pieces.ts";
import { plainMarks, plainSign, plainThreats } from "./labels/plain-marks.ts";
import { lineLook } from "./svg/draw-flow.ts";
import { changeColours, elementColours, trustTint } from "./svg/palette.ts";

export function toDot(graph: DiagramGraph): string {
  const drawn = new Set([...graph.boundaries, ...graph.elements].map((item) => item.id));
  return [
    `digraph ${quoted([graph.model.id])} {`,
    `  label=${quoted([`${graph.model.title}: ${graph.heading}`])}; labelloc=t; newrank=true; rankdir=TB; fontname="DejaVu Sans";`,
    '  node [fontname="DejaVu Sans", fontsize=11, style=filled]; edge [fontname="DejaVu Sans", fontsize=9];',
    ...members(graph, undefined, "  "),
    ...graph.flows.map((flow) => `  ${flowStatement(flow, drawn)}`),
    "}",
    "",
  ].join("\n");
}

function members(graph: DiagramGraph, parent: string | undefined, indent: string): string[] {
  return [
    ...graph.elements.filter((element) => element.boundary === parent).map((element) => indent + elementStatement(element)),
    ...graph.boundaries.filter((boundary) => boundary.parent === parent).flatMap((boundary) => {
      const tint = trustTint(boundary.trustRank);
      const words = [
        plainSign(boundary.change), boundary.title, `${boundary.type}, trust: ${boundary.trust ?? "not stated"}`, ...boundary.tags.map((tag) => `all in ${tag.title}`),
        ...changeLines(boundary.change), boundary.change === undefined ? "" : plainThreats(boundary),
      ];
      return [
        `${indent}subgraph ${quoted([`cluster_${boundary.id}`])} {`,
        `${indent}  label=${quoted(words)}; style="dashed,filled"; color="${tint.line}"; fillcolor="${tint.fill}";${changed(boundary.change, (look) => ` ${look};`)}`,
        ...members(graph, boundary.id, `${indent}  `),
        `${indent}}`,
      ];
    }),
  ];
}

function elementStatement(element: DiagramElement): string {
  const words = [
    plainSign(element.change), element.title, element.note ?? "", ...element.tags.map((tag) => `also in ${tag.title}`), element.outOfScope ? "out of scope" : "",
    ...changeLines(element.change), plainMarks(element),
  ];
  const colours = element.outOfScope ? elementColours.outOfScope : elementColours[element.shape];
  const shape = { process: "box, style=\"rounded,filled\"", store: "cylinder", external: "box", collapsed: "folder" }[element.shape];
  return `${quoted([element.id])} [label=${quoted(words)}, shape=${shape}, fillcolor="${colours.fill}", color="${colours.line}"${changed(element.change, (look) => `, ${look.replace("; ", ", ")}`)}];`;
}

function flowStatement(flow: DiagramFlow, drawn: ReadonlySet<string>): string {
  const words = [plainSign(flow.change), ...flowLines(flow, drawn).map((line) => line.text), plainMarks(flow)];
  const look = lineLook(flow);
  const style = flow.crosses.length === 0 ? "solid" : { yes: "bold", no: "dashed", unknown: "dotted" }[flow.encrypted];
  return `${quoted([flow.from])} -> ${quoted([flow.to])} [label=${quoted(words)}, color="${look.colour}", style=${style}${changed(flow.change, (changes) => `, ${changes.replace("; ", ", ")}`)}];`;
}

/** The later value of a property counts. The sign in the words says the same. */
function changed(change: ChangeMark | undefined, written: (look: string) => string): string {
  const sign = changeSign(change);
  return sign === undefined ? "" : written(`color="${changeColours[sign].sign}"; penwidth=3`);
}

/** Backslashes and ampersands are escaped too: Graphviz reads both as codes. */
export function quoted(lines: readonly string[]): string {
  const escaped = lines.filter((line) => line !== "").map((line) =>
    line.replace(/\s+/gu, " ").replace(/\0/gu, "").replace(/\\/gu, "\\\\").replace(/"/gu, '\\"').replace(/&/gu, "&amp;"));
  return `"${escaped.join("\\n")}"`;
}
