// One picture of both versions of a compared model.
import { analyze } from "@merlon/engine";
import { changeGraph, toMermaid, type ChangeGraphOptions, type ChangeSide, type DiagramGraph } from "@merlon/reports";
import type { LoadedModel } from "../model/load-model.ts";
import { drawGraph, type PictureFormat } from "../picture/draw-picture.ts";
import { pictureSession } from "../picture/picture-session.ts";
import type { Session } from "../session.ts";
import type { OutputFile } from "../files/write-files.ts";
import type { ComparedModel, ModelsDiff } from "./diff-models.ts";

/** Text as UTF-8. */
export async function pictureOfDiff(compared: ComparedModel, format: PictureFormat, session: Session, options: ChangeGraphOptions = {}): Promise<Uint8Array> {
  const graph = graphOfDiff(compared, session, options);
  session.progress(`Drawing ${compared.name}`);
  return drawGraph(graph, format, pictureSession(session));
}

const endings: Readonly<Record<PictureFormat, string>> = { svg: "svg", png: "png", mermaid: "mmd", dot: "dot" };

/** Of a folder of models: a file for each that changed, named after it. */
export async function picturesOfDiff({ models }: ModelsDiff, format: PictureFormat, session: Session, options: ChangeGraphOptions = {}): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const compared of models.filter(isChanged)) files.push({ path: `${compared.name}.${endings[format]}`, content: await pictureOfDiff(compared, format, session, options) });
  return files;
}

export function isChanged({ impact: { operations, quiet } }: ComparedModel): boolean {
  return operations.length > 0 || !quiet;
}

function graphOfDiff({ impact, base, head }: Omit<ComparedModel, "name">, session: Session, options: ChangeGraphOptions = {}): DiagramGraph {
  const side = ({ model, library }: LoadedModel): ChangeSide => ({ model, analysis: analyze(model, library, { at: session.at }).analysis });
  return session.limit(() => changeGraph(side(base), side(head), impact, options));
}

/** Most that a comment has room for, and that is still seen there. */
const small = { elements: 16, flows: 20, model: 500 } as const;

/** As Mermaid where it is small enough for a comment, reduced to what changed; undefined where nothing that is drawn did. */
export function mermaidOfDiff(compared: ComparedModel, session: Session): { readonly mermaid: string } | "too large" | undefined {
  if (!isChanged(compared)) return undefined;
  if (Math.max(compared.base.model.elements.size, compared.head.model.elements.size) > small.model) return "too large";
  const graph = graphOfDiff(compared, session, { extent: "neighbourhood" });
  if (![...graph.elements, ...graph.boundaries, ...graph.flows].some(({ change }) => change !== undefined && change.kind !== "same")) return undefined;
  return graph.elements.length <= small.elements && graph.flows.length <= small.flows ? { mermaid: toMermaid(graph) } : "too large";
}
