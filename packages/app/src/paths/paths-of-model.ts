// `merlon paths`: attack paths of a model, and their pictures.
import { attackPaths } from "@merlon/engine";
import { pathsSvg } from "@merlon/reports";
import type { AttackPaths, Diagnostic } from "@merlon/schema";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import { loadGraphviz } from "../picture/graphviz.ts";
import { pictureSession } from "../picture/picture-session.ts";
import { renderPng } from "../picture/render-png.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { findGoals } from "./find-goals.ts";

export interface PathRequest {
  /** A class of actors, or an element that is taken over. */
  readonly from?: string;
  /** The id of data or of an element, or words of one. */
  readonly to?: string;
  /** Ways for each attacker and goal. */
  readonly k: number;
}

export interface ModelPaths {
  readonly loaded: LoadedModel;
  readonly paths: AttackPaths;
  readonly diagnostics: readonly Diagnostic[];
  /** Sentences about how the request was understood. */
  readonly notes: readonly string[];
}

const CLASSES = ["anonymous", "customer", "partner", "employee", "administrator", "supplier", "insider"] as const;

export async function pathsOfModel(path: string | undefined, { from, to, k }: PathRequest, session: Session): Promise<ModelPaths> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  const { model, library, diagnostics } = loaded;
  const start = from === undefined ? undefined : (model.formerly.get(from) ?? from);
  if (start !== undefined && !model.elements.has(start) && !(CLASSES as readonly string[]).includes(start)) throw unknownId("kind of actor or element", start, [...CLASSES, ...model.elements.keys()]);
  const goals = to === undefined ? undefined : findGoals(to, model);
  session.progress(`Looking for paths in ${loaded.place.shown}`);
  const paths = session.limit(() => attackPaths(model, library, { at: session.at, k, ...(start === undefined ? {} : { from: start }), ...(goals ? { to: goals.ids } : {}) }));
  const notes = [
    ...(goals?.byWords ? [`There is no \`${to ?? ""}\` here; taken for it: ${goals.ids.join(", ")}.`] : []),
    ...(paths.attackers.length === 0 ? [start === undefined ? "No attacker starts anywhere in this model: draw externals with an actor, or a boundary of the lowest trust." : `No ${start} is in this model.`] : []),
  ];
  return { loaded, paths, diagnostics, notes };
}

/** Text as UTF-8. */
export async function drawPaths(paths: AttackPaths, format: "svg" | "png", session: Session): Promise<Uint8Array> {
  const engine = await loadGraphviz();
  const svg = session.limit(() => pathsSvg(paths, engine));
  return format === "svg" ? new TextEncoder().encode(svg) : renderPng(svg, pictureSession(session));
}
