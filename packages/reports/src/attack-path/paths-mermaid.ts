// Attack paths as a Mermaid flowchart. All words are encoded, as in the diagram of the model.
import type { AttackPaths } from "@merlon/schema";
import { encodeMermaid } from "../diagram/to-mermaid.ts";
import { pathGraph, type PathBox } from "./path-graph.ts";

export function pathsMermaid(paths: AttackPaths): string {
  const { title, heading, boxes, arrows } = pathGraph(paths);
  const names = new Map(boxes.map(({ id }, i) => [id, `n${i}`]));
  return [
    "---", `title: ${JSON.stringify(`${title}: ${heading}`.replace(/\s+/gu, " "))}`, "---", "flowchart TB",
    ...boxes.map((box) => `  ${names.get(box.id)!}${shapeOf(box)}`),
    ...arrows.map(({ from, to, label }) => `  ${names.get(from)!} -->${label ? `|"${encodeMermaid(label)}"| ` : " "}${names.get(to)!}`),
    "  classDef attacker fill:#f2f4f7,stroke:#1f2937", "  classDef goal fill:#fde8e6,stroke:#b42318,stroke-width:2px", "  classDef assumed stroke-dasharray:5 4",
    ...(["attacker", "goal"] as const).flatMap((kind) => classLine(kind, boxes.filter((box) => box.kind === kind), names)),
    ...classLine("assumed", boxes.filter(({ assumed }) => assumed), names), "",
  ].join("\n");
}

function classLine(name: string, boxes: readonly PathBox[], names: ReadonlyMap<string, string>): readonly string[] {
  return boxes.length === 0 ? [] : [`  class ${boxes.map(({ id }) => names.get(id)!).join(",")} ${name}`];
}

function shapeOf(box: PathBox): string {
  const words = [box.title, ...box.lines, ...marksOf(box)].map(encodeMermaid).join("<br/>");
  const [open, close] = box.kind === "attacker" ? ["[", "]"] : box.kind === "goal" ? ["{{", "}}"] : ["(", ")"];
  return `${open}"${words}"${close}`;
}

/** Marks that a picture shows by colour, in words. */
export function marksOf({ needsAll, cost, openings }: PathBox): readonly string[] {
  return [...(needsAll ? ["needs all before it"] : []), ...(cost ? [`effort ${cost}`] : []), ...(openings > 0 ? [`made easier by ${openings} open ${openings === 1 ? "threat" : "threats"}`] : [])];
}
