// `merlon landscape diff`: what became of the landscape of a thing, or of the whole graph, between two versions of one model.
import { timeViewName, type TimeView } from "@merlon/core";
import { landscapeDiff, objectNamed, placeTickets, usualTraversal, type LandscapeSide } from "@merlon/engine";
import { landscapeDiffSvg } from "@merlon/reports";
import type { Diagnostic, LandscapeDiff } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { versionOf, type ComparedVersion } from "../diff/compare-model.ts";
import { readPairs, type ReadPair } from "../diff/diff-models.ts";
import { findSides } from "../diff/find-sides.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel } from "../model/load-model.ts";
import { loadGraphviz } from "../picture/graphviz.ts";
import { pictureSession } from "../picture/picture-session.ts";
import { renderPng } from "../picture/render-png.ts";
import type { Session } from "../session.ts";
import { inView } from "../views/view-in-time.ts";
import { startOf, traversalOf, type LandscapeWish } from "./landscape-of-model.ts";
import { sourceOf } from "./landscape-source.ts";
import { landscapeVersions } from "./landscape-versions.ts";

export interface LandscapeDiffWish extends Omit<LandscapeWish, "filter"> {
  /** Two days, refs or folders with dots between, or one against the working tree. */
  readonly range?: string;
  readonly model?: string;
  /** Of one version, instead of a range. */
  readonly views?: readonly [TimeView, TimeView];
  /** Compare models with different ids. */
  readonly force: boolean;
}

export interface ModelLandscapeDiff {
  readonly diff: LandscapeDiff;
  /** Of the newer version. */
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly string[];
}

export async function diffLandscape(wish: LandscapeDiffWish, session: Session): Promise<ModelLandscapeDiff> {
  const walk = wish.walk === undefined ? undefined : traversalOf(wish.walk);
  const { pair, notes } = wish.views ? await twoViews(wish.views, wish.model, session) : await twoVersions(wish, session);
  const [base, head] = [await sideOf(pair.base, session), await sideOf(pair.head, session)];
  const { model } = pair.head.loaded;
  session.progress(`Comparing what is known about ${pair.name}`);
  const diff = session.limit(() => landscapeDiff(base.side, head.side, (before, after) => {
    if (wish.of === undefined) return {};
    const objects = new Map([...before.objects, ...after.objects]);
    const start = startOf(wish.of, { objects }, (id) => objectNamed(id, model) ?? placeTickets(head.side.source.tickets ?? [], model).get(id.toUpperCase())?.id);
    const { name, steps, depth } = walk ?? usualTraversal(objects.get(start)!.type);
    return { of: [start], traversal: { name, steps, depth: wish.depth ?? depth } };
  }));
  return { diff, diagnostics: head.diagnostics, notes };
}

async function twoVersions({ range, model, force }: LandscapeDiffWish, session: Session): Promise<{ readonly pair: ReadPair; readonly notes: readonly string[] }> {
  const found = await findSides(await landscapeVersions(range, model, session), session);
  const { pairs: [pair, ...more], notes } = await readPairs(found, { force }, session);
  if (!pair || more.length > 0) throw new AppError("A4015", "A landscape is of one model, and these are several.", { hint: "Name one with --model." });
  return { pair, notes };
}

async function twoViews(views: readonly [TimeView, TimeView], path: string | undefined, session: Session): Promise<{ readonly pair: ReadPair; readonly notes: readonly string[] }> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  const [base, head] = views.map((view): ComparedVersion => ({ name: timeViewName(view), loaded: inView(loaded, view, session) }));
  return { pair: { name: loaded.place.name, base: base!, head: head! }, notes: [] };
}

/** Where the model is not there, its tickets are not either. */
async function sideOf(version: ComparedVersion, session: Session): Promise<{ readonly side: LandscapeSide; readonly diagnostics: readonly Diagnostic[] }> {
  const { source, diagnostics } = await sourceOf(version.loaded, version.day === undefined ? session : { ...session, at: version.day });
  return { side: { version: versionOf(version), source: version.absent ? { ...source, tickets: [] } : source, rules: version.loaded.library.rules }, diagnostics };
}

/** Text as UTF-8. */
export async function drawLandscapeDiff(diff: LandscapeDiff, format: "svg" | "png", options: { readonly all: boolean }, session: Session): Promise<Uint8Array> {
  const engine = await loadGraphviz();
  const svg = session.limit(() => landscapeDiffSvg(diff, engine, options));
  return format === "svg" ? new TextEncoder().encode(svg) : renderPng(svg, pictureSession(session));
}
