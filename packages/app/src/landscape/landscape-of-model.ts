// `merlon landscape`: what hangs together with one thing of a model, or the whole graph, and its pictures.
import { attackPaths, landscapeOf, landscapeTypes, objectNamed, relationTypes, traversals, usualTraversal, type LandscapeGraph } from "@merlon/engine";
import { landscapeSvg } from "@merlon/reports";
import type { Diagnostic, Landscape, LandscapeFilter, LandscapeType, Traversal } from "@merlon/schema";
import { analyzeLoaded } from "../analyze-models.ts";
import { AppError } from "../app-error.ts";
import { attackLibrary, weaknessCatalogue } from "../attack/attack-library.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import { loadGraphviz } from "../picture/graphviz.ts";
import { pictureSession } from "../picture/picture-session.ts";
import { renderPng } from "../picture/render-png.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";

export interface LandscapeWish {
  /** An id of the model, of a threat, a technique or a weakness, or `type:id`; the whole graph when left out. */
  readonly of?: string;
  /** The name of a traversal, or its own steps as `threatens< feeds>`. */
  readonly walk?: string;
  readonly depth?: number;
  readonly filter?: LandscapeFilter;
}

export interface ModelLandscape {
  readonly loaded: LoadedModel;
  readonly landscape: Landscape;
  readonly diagnostics: readonly Diagnostic[];
}

export async function landscapeOfModel(path: string | undefined, wish: LandscapeWish, session: Session): Promise<ModelLandscape> {
  const walk = wish.walk === undefined ? undefined : traversalOf(wish.walk);
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  const { model, library } = loaded;
  const nameOf = await namesFrom(session);
  const { analysis, diagnostics } = analyzeLoaded(loaded, session);
  session.progress(`Joining what is known about ${loaded.place.shown}`);
  const landscape = session.limit(() => {
    const paths = attackPaths(model, library, { at: session.at, k: 1 });
    return landscapeOf({ model, analysis, paths, nameOf }, (graph) => {
      const filter = wish.filter ? { filter: wish.filter } : {};
      if (wish.of === undefined) return filter;
      const start = startOf(wish.of, graph, (id) => objectNamed(id, model));
      const { name, steps, depth } = walk ?? usualTraversal(graph.objects.get(start)!.type);
      return { ...filter, of: [start], traversal: { name, steps, depth: wish.depth ?? depth } };
    });
  });
  return { loaded, landscape, diagnostics };
}

/** Text as UTF-8. */
export async function drawLandscape(landscape: Landscape, format: "svg" | "png", options: { readonly all: boolean }, session: Session): Promise<Uint8Array> {
  const engine = await loadGraphviz();
  const svg = session.limit(() => landscapeSvg(landscape, engine, options));
  return format === "svg" ? new TextEncoder().encode(svg) : renderPng(svg, pictureSession(session));
}

async function namesFrom(session: Session): Promise<(id: string) => string | undefined> {
  const [{ catalogues }, { weaknesses }] = await Promise.all([attackLibrary(session), weaknessCatalogue(session)]);
  const names = new Map([...weaknesses, ...catalogues.flatMap(({ techniques }) => techniques)].map(({ id, name }) => [id, name]));
  return (id) => names.get(id);
}

function startOf(said: string, { objects }: LandscapeGraph, named: (id: string) => string | undefined): string {
  const found = [said, named(said), ...landscapeTypes.map((type) => `${type}:${said}`), ...landscapeTypes.map((type) => `${type}:${said.toUpperCase()}`)].find((id) => id !== undefined && objects.has(id));
  if (found !== undefined) return found;
  throw unknownId("thing of the model", said, [...objects.values()].map(({ id, type }) => id.slice(type.length + 1)));
}

/** Names of traversals, and steps of one's own apart from each other by spaces or commas. */
function traversalOf(said: string): Traversal {
  const named = traversals.find(({ name }) => name === said);
  if (named) return named;
  const steps = said.split(/[\s,]+/).filter((step) => step !== "");
  const known = relationTypes.flatMap((type) => [`${type}>`, `${type}<`]);
  const wrong = steps.find((step) => !known.includes(step));
  if (steps.length > 0 && wrong === undefined) return { name: "own", steps, depth: 8 };
  if (wrong === undefined || !/[<>]$/.test(wrong)) throw new AppError("A4009", `There is no traversal \`${said}\`.`, { hint: `There are: ${traversals.map(({ name }) => name).join(", ")}; or say relations with a direction, as in "threatens< feeds>".` });
  throw unknownId("relation", wrong, known);
}

export function landscapeFilter(said: { readonly types: readonly string[]; readonly states: readonly string[]; readonly severity: LandscapeFilter["severity"]; readonly tags: readonly string[] }): LandscapeFilter | undefined {
  const types = said.types.map((name): LandscapeType => {
    const type = landscapeTypes.find((one) => one === name || `${one}s` === name);
    if (!type) throw unknownId("type of thing", name, landscapeTypes);
    return type;
  });
  const some = <T>(key: string, list: readonly T[]) => (list.length === 0 ? {} : { [key]: list });
  const filter: LandscapeFilter = { ...some("types", types), ...some("states", said.states), ...(said.severity ? { severity: said.severity } : {}), ...some("tags", said.tags) };
  return Object.keys(filter).length === 0 ? undefined : filter;
}
