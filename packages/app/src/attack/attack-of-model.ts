// What ATT&CK says about a model: layers for its Navigator, what groups would do, and what is covered.
import { attackCoverage, attackGroups, attackLayers, attackVersion, attackView, type AttackLayerSet, type AttackView, type LayerPart } from "@merlon/engine";
import type { AttackCatalogue, AttackCoverage, AttackLayerKind, GroupUse } from "@merlon/schema";
import { analyzeLoaded } from "../analyze-models.ts";
import { AppError } from "../app-error.ts";
import { findModel } from "../model/find-models.ts";
import { whatIsCompared } from "../diff/compared-words.ts";
import { findSides } from "../diff/find-sides.ts";
import { loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { attackLibrary } from "./attack-library.ts";
import { readSeen } from "./read-seen.ts";

export interface AttackOptions {
  /** A release; the model's own, else the newest, when left out. */
  readonly version?: string;
  readonly catalogues?: readonly AttackCatalogue[];
}

export interface AttackLayerRequest extends AttackOptions {
  readonly kind: AttackLayerKind;
  readonly element?: string;
  readonly boundary?: string;
  /** For the actor layer; those of the model when empty. */
  readonly groups?: readonly string[];
  /** For the evidence layer: paths of layers. */
  readonly layers?: readonly string[];
  /** A branch, tag or commit to take the model from. */
  readonly branch?: string;
  /** For the diff layer: what is compared, as in `merlon diff`. */
  readonly range?: string;
}

export async function layersOfModel(path: string | undefined, request: AttackLayerRequest, session: Session): Promise<AttackLayerSet> {
  const { view, before } = await viewsOf(path, request, session);
  const groups = request.kind === "actor" ? chosenGroups(view, request.groups ?? []) : [];
  const seen = await readSeen(request.layers ?? [], session);
  return session.limit(() => attackLayers(view, { kind: request.kind, within: partOf(view, request), groups, seen, ...(before ? { before } : {}) }));
}

/** Of the files as they are, of a branch, or of both sides of a range. */
async function viewsOf(path: string | undefined, request: AttackLayerRequest, session: Session): Promise<{ readonly view: AttackView; readonly before?: AttackView }> {
  const { kind, branch, range } = request;
  if (kind !== "diff" && branch === undefined) return { view: await openView(path, request, session) };
  const words = kind === "diff" ? [range ?? "HEAD"] : [`${branch!}..${branch!}`];
  const { pairs } = await findSides(await whatIsCompared(words, path, session), session);
  const [only] = pairs;
  if (!only?.head || pairs.length > 1) throw new AppError("A4015", pairs.length > 1 ? "A layer is of one model, and here are several." : "The model is not there in that version.", { hint: "Name the model: attack layer models/shop --branch feature." });
  const view = await viewOf(await loadSoundModel(only.head.place, session), request, session);
  return { view, ...(kind === "diff" && only.base ? { before: await viewOf(await loadSoundModel(only.base.place, session), request, session) } : {}) };
}

export interface AttackGroupUse {
  readonly model: string;
  readonly version: string;
  readonly groups: readonly GroupUse[];
}

export async function groupsOfModel(path: string | undefined, ids: readonly string[], options: AttackOptions, session: Session): Promise<AttackGroupUse> {
  const view = await openView(path, options, session);
  const { groups } = session.limit(() => attackGroups(view, chosenGroups(view, ids)));
  return { model: view.model.header.id, version: view.version, groups };
}

export async function coverageOfModel(path: string | undefined, options: AttackOptions, session: Session): Promise<AttackCoverage> {
  const view = await openView(path, options, session);
  return session.limit(() => attackCoverage(view));
}

async function openView(path: string | undefined, options: AttackOptions, session: Session): Promise<AttackView> {
  return viewOf(await loadSoundModel(await findModel(path, session.cwd), session), options, session);
}

async function viewOf(loaded: LoadedModel, { version, catalogues }: AttackOptions, session: Session): Promise<AttackView> {
  const knowledge = await attackLibrary(session, catalogues);
  if (version !== undefined && attackVersion(knowledge, version) === undefined) throw new AppError("A4009", `There is no ATT&CK release ${version}.`);
  const { analysis } = analyzeLoaded(loaded, session);
  return attackView({ model: loaded.model, library: loaded.library, analysis, knowledge }, version);
}

/** Those asked for, else the model's adversaries; each must be known. */
function chosenGroups(view: AttackView, asked: readonly string[]): readonly string[] {
  const ids = asked.length > 0 ? asked : view.model.header.adversaries ?? [];
  if (ids.length === 0) throw new AppError("A4015", "Which groups? The model names no adversaries.", { hint: "Say --group G0016, or write `adversaries: [G0016]` into the model." });
  const known = view.catalogues.flatMap(({ groups }) => groups.filter(({ status }) => status === undefined));
  const unknown = ids.find((id) => !known.some((group) => group.id === id));
  if (unknown !== undefined) throw unknownId(`group of ATT&CK ${view.version}`, unknown, known.map(({ id }) => id));
  return ids;
}

function partOf({ model }: AttackView, { element, boundary }: AttackLayerRequest): LayerPart | undefined {
  if (element !== undefined) {
    const found = model.elements.get(element);
    if (!found) throw unknownId("element", element, [...model.elements.keys()]);
    return { title: found.title, objects: new Set([element]) };
  }
  if (boundary === undefined) return undefined;
  const found = model.boundaries.get(boundary);
  if (!found) throw unknownId("boundary", boundary, [...model.boundaries.keys()]);
  const inside = (id: string | undefined): boolean => id !== undefined && (id === boundary || inside(model.boundaries.get(id)?.parent));
  const objects = [...[...model.boundaries.keys()].filter(inside), ...[...model.elements.values()].filter((one) => one.in.some(inside)).map(({ id }) => id)];
  return { title: found.title, objects: new Set(objects) };
}
