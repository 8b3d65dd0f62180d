// The picture as a Mermaid flowchart, for places that render Mermaid. All words are encoded: no title can change the chart.
import type { DiagramBoundary, DiagramElement, DiagramFlow, DiagramGraph } from "./graph/diagram-graph.ts";
import { flowLines } from "./labels/flow-lines.ts";
import { changeLines, changeSign } from "./labels/change-pieces.ts";
import { plainMarks, plainSign, plainThreats } from "./labels/plain-marks.ts";
import { changeColours, trustTint } from "./svg/palette.ts";
import type { ChangeSign } from "./text/piece.ts";

export function toMermaid(graph: DiagramGraph): string {
  const drawn = new Set([...graph.boundaries, ...graph.elements].map((item) => item.id));
  return [
    "---", `title: ${JSON.stringify(frontMatter(`${graph.model.title}: ${graph.heading}`))}`, "---",
    "flowchart TB",
    ...members(graph, undefined, "  "),
    ...graph.flows.map((flow) => flowLine(flow, drawn)),
    ...styles(graph),
    "",
  ].join("\n");
}

function members(graph: DiagramGraph, parent: string | undefined, indent: string): string[] {
  return [
    ...graph.elements.filter((element) => element.boundary === parent).map((element) => indent + elementLine(element)),
    ...graph.boundaries.filter((boundary) => boundary.parent === parent).flatMap((boundary) => [
      `${indent}subgraph ${mermaidId(boundary.id)}[${label(boundaryWords(boundary))}]`,
      ...members(graph, boundary.id, `${indent}  `),
      `${indent}end`,
    ]),
  ];
}

function boundaryWords(boundary: DiagramBoundary): string[] {
  return [
    plainSign(boundary.change), boundary.title, `${boundary.type}, trust: ${boundary.trust ?? "not stated"}`, ...boundary.tags.map((tag) => `all in ${tag.title}`),
    ...changeLines(boundary.change), boundary.change === undefined ? "" : plainThreats(boundary),
  ];
}

function elementLine(element: DiagramElement): string {
  const words = label([
    plainSign(element.change), element.title, element.note ?? "", ...element.tags.map((tag) => `also in ${tag.title}`), element.outOfScope ? "out of scope" : "",
    ...changeLines(element.change), plainMarks(element),
  ]);
  const [open, close] = { process: ["(", ")"], store: ["[(", ")]"], external: ["[", "]"], collapsed: ["[[", "]]"] }[element.shape];
  return `${mermaidId(element.id)}${open}${words}${close}`;
}

/** Thick for an encrypted crossing, dotted for one that is not or may not be, thin inside. */
function flowLine(flow: DiagramFlow, drawn: ReadonlySet<string>): string {
  const words = [plainSign(flow.change), ...flowLines(flow, drawn).map((line) => line.text), plainMarks(flow)];
  const arrow = flow.crosses.length === 0 ? "-->" : flow.encrypted === "yes" ? "==>" : "-.->";
  return `  ${mermaidId(flow.from)} ${arrow}|${label(words)}| ${mermaidId(flow.to)}`;
}

function styles(graph: DiagramGraph): string[] {
  const dimmed = graph.elements.filter((element) => element.dimmed || element.outOfScope).map((element) => mermaidId(element.id));
  return [
    ...graph.boundaries.map((boundary) => {
      const tint = trustTint(boundary.trustRank);
      return `  style ${mermaidId(boundary.id)} fill:${tint.fill},stroke:${tint.line},stroke-dasharray:6 4`;
    }),
    ...changeStyles(graph),
    ...(dimmed.length === 0 ? [] : ["  classDef quiet fill:#f7f7f8,stroke:#a3a9b3,color:#667085", `  class ${dimmed.join(",")} quiet`]),
  ];
}

const dashes: Readonly<Record<ChangeSign, string>> = { added: "0", removed: "5 5", changed: "16 5", former: "2 5" };

/** The sign in the words says the same. */
function changeStyles({ elements, boundaries, flows }: DiagramGraph): string[] {
  const look = (sign: ChangeSign): string => `stroke:${changeColours[sign].sign},stroke-width:3px,stroke-dasharray:${dashes[sign]}`;
  const signs = (["added", "removed", "changed", "former"] as const).filter((sign) => elements.some(({ change }) => change?.kind === sign));
  const faint = elements.filter(({ change }) => change?.kind === "same").map(({ id }) => mermaidId(id));
  return [
    ...boundaries.flatMap(({ id, change }) => (changeSign(change) === undefined ? [] : [`  style ${mermaidId(id)} ${look(changeSign(change) ?? "changed")}`])),
    ...signs.flatMap((sign) => [`  classDef ${sign} ${look(sign)}`, `  class ${elements.filter(({ change }) => change?.kind === sign).map(({ id }) => mermaidId(id)).join(",")} ${sign}`]),
    ...flows.flatMap(({ change }, i) => (changeSign(change) === undefined ? [] : [`  linkStyle ${i} ${look(changeSign(change) ?? "changed")}`])),
    ...(faint.length === 0 ? [] : ["  classDef faint fill:#f7f7f8,stroke:#a3a9b3,color:#667085", `  class ${faint.join(",")} faint`]),
  ];
}

/** Ids of models have no underscore and no capitals, so nothing can collide; the prefix keeps keywords away. */
export function mermaidId(id: string): string {
  return `m_${id.replace(/[^a-z0-9]/gu, (character) => (character === "-" ? "_" : `Z${(character.codePointAt(0) ?? 0).toString(16)}Z`))}`;
}

function label(lines: readonly string[]): string {
  return `"${lines.filter((line) => line !== "").map(encodeMermaid).join("<br/>")}"`;
}

/** Everything but letters, digits and harmless punctuation becomes a character code. */
export function encodeMermaid(text: string): string {
  return text.replace(/\s+/gu, " ").trim().replace(/[^\p{L}\p{M}\p{N} ,.:/·←+-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}

/** The title stands in YAML; a double-quoted JSON string is valid there. */
function frontMatter(text: string): string {
  return text.replace(/\s+/gu, " ");
}
