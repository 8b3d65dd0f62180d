// `merlon landscape`: what hangs together with one thing of a model, or the whole graph, and its pictures.
import { landscapeOf, landscapeTypes, objectNamed, placeTickets, relationTypes, traversals, usualTraversal, type LandscapeGraph } from "@merlon/engine";
import { landscapeSvg } from "@merlon/reports";
import type { Diagnostic, Landscape, LandscapeFilter, LandscapeType, Traversal } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import { loadGraphviz } from "../picture/graphviz.ts";
import { pictureSession } from "../picture/picture-session.ts";
import { renderPng } from "../picture/render-png.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { landscapeSource } from "./landscape-source.ts";

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
  /** Sentences for people. */
  readonly notes: readonly string[];
}

export async function landscapeOfModel(path: string | undefined, wish: LandscapeWish, session: Session): Promise<ModelLandscape> {
  const walk = wish.walk === undefined ? undefined : traversalOf(wish.walk);
  const { loaded, source, diagnostics, unknown, mirror } = await landscapeSource(path, session);
  const { model } = loaded;
  const landscape = session.limit(() => landscapeOf(source, (graph) => {
    const filter = wish.filter ? { filter: wish.filter } : {};
    if (wish.of === undefined) return filter;
    const start = startOf(wish.of, graph, (id) => objectNamed(id, model) ?? placeTickets(source.tickets ?? [], model).get(id.toUpperCase())?.id);
    const { name, steps, depth } = walk ?? usualTraversal(graph.objects.get(start)!.type);
    return { ...filter, of: [start], traversal: { name, steps, depth: wish.depth ?? depth } };
  }));
  const words = unknown.reduce((sum, { count }) => sum + count, 0);
  return { loaded, landscape, diagnostics, notes: words === 0 ? [] : [`${words === 1 ? "1 word" : `${words} words`} of ${mirror.path} ${words === 1 ? "means" : "mean"} nothing yet: \`merlon jira lint\` tells more.`] };
}

/** Text as UTF-8. */
export async function drawLandscape(landscape: Landscape, format: "svg" | "png", options: { readonly all: boolean }, session: Session): Promise<Uint8Array> {
  const engine = await loadGraphviz();
  const svg = session.limit(() => landscapeSvg(landscape, engine, options));
  return format === "svg" ? new TextEncoder().encode(svg) : renderPng(svg, pictureSession(session));
}

export function startOf(said: string, { objects }: Pick<LandscapeGraph, "objects">, named: (id: string) => string | undefined): string {
  const found = [said, named(said), ...landscapeTypes.map((type) => `${type}:${said}`), ...landscapeTypes.map((type) => `${type}:${said.toUpperCase()}`)].find((id) => id !== undefined && objects.has(id));
  if (found !== undefined) return found;
  throw unknownId("thing of the model", said, [...objects.values()].map(({ id, type }) => id.slice(type.length + 1)));
}

/** Names of traversals, and steps of one's own apart from each other by spaces or commas. */
export function traversalOf(said: string): Traversal {
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
