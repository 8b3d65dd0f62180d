// One picture of both versions of a compared model.
import { analyze } from "@merlon/engine";
import { changeGraph, type ChangeGraphOptions, type ChangeSide, type DiagramGraph } from "@merlon/reports";
import type { LoadedModel } from "../model/load-model.ts";
import { drawGraph, type PictureFormat } from "../picture/draw-picture.ts";
import { pictureSession } from "../picture/picture-session.ts";
import type { Session } from "../session.ts";
import type { ComparedModel } from "./diff-models.ts";

/** Text as UTF-8. */
export async function pictureOfDiff(compared: ComparedModel, format: PictureFormat, session: Session, options: ChangeGraphOptions = {}): Promise<Uint8Array> {
  const graph = graphOfDiff(compared, session, options);
  session.progress(`Drawing ${compared.name}`);
  return drawGraph(graph, format, pictureSession(session));
}

export function graphOfDiff({ impact, base, head }: Omit<ComparedModel, "name">, session: Session, options: ChangeGraphOptions = {}): DiagramGraph {
  const side = ({ model, library }: LoadedModel): ChangeSide => ({ model, analysis: analyze(model, library, { at: session.at }).analysis });
  return session.limit(() => changeGraph(side(base), side(head), impact, options));
}
