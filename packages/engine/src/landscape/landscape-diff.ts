// The landscape between two versions: both are walked alone, and what either walk reaches is compared in the names of the newer one.
import type { LandscapeDiff, LandscapeField, LandscapeFieldChange, LandscapeObject, LandscapeObjectChange, LandscapeRelation, LandscapeRelationChange, LibraryRule, RiskRollUp, RiskRollUpChange, Traversal, Version } from "@merlon/schema";
import { successorsAmong } from "../ledger/threat-key.ts";
import { buildLandscape, type LandscapeSource } from "./build-landscape.ts";
import { compareObjects, type LandscapeGraph } from "./collector.ts";
import { inCurrentNames, type NamedGraph } from "./current-names.ts";
import type { LandscapeRequest } from "./landscape-of.ts";
import { pathChanges } from "./path-changes.ts";
import { rollUp, withLevels } from "./roll-up.ts";
import { shownAround } from "./shown-around.ts";
import { walkLandscape } from "./walk-landscape.ts";

export interface LandscapeSide {
  readonly version: Version;
  readonly source: LandscapeSource;
  /** That it was analysed with: what they took over from others is followed. */
  readonly rules: readonly LibraryRule[];
}

/** `ask` is given both graphs, the older one in the names of today, so that a caller can look in either for what people meant. */
export function landscapeDiff(base: LandscapeSide, head: LandscapeSide, ask: (before: LandscapeGraph, after: LandscapeGraph) => Omit<LandscapeRequest, "filter">): LandscapeDiff {
  const aliases = { formerly: head.source.model.formerly, successors: successorsAmong(head.rules) };
  const built = buildLandscape(head.source);
  const [after, risksAfter] = rolledUp(inCurrentNames(built, aliases, (id) => built.objects.has(id)));
  const [before, risksBefore] = rolledUp(inCurrentNames(buildLandscape(base.source), aliases, (id) => after.objects.has(id)));
  const { of, traversal } = ask(before, after);
  const distances = of && traversal ? reached([before, after], of, traversal) : undefined;
  const paths = pathChanges(base.source.paths, head.source.paths, before).filter(({ id }) => distances?.has(id) ?? true);
  const moved = new Set(paths.map(({ id }) => id));
  const objects = comparedObjects(before, after, moved).filter(({ object }) => distances?.has(object.id) ?? true)
    .map((one) => (distances ? { ...one, object: { ...one.object, distance: distances.get(one.object.id)! } } : one));
  const relations = comparedRelations(before, after, new Set(objects.map(({ object }) => object.id)), traversal);
  const shown = shownAround(objects, relations);
  const risks = comparedRisks(risksBefore, risksAfter).filter(({ id }) => distances?.has(id) ?? true);
  return {
    schema: "merlon/landscape-diff/1", title: head.source.model.header.title, base: base.version, head: head.version, at: { base: base.source.analysis.at, head: head.source.analysis.at },
    ...(of ? { of } : {}), ...(traversal ? { traversal } : {}), ...shown, movedRisks: movedRisks(objects), brokenDecisions: brokenDecisions(before, objects), paths, ...(risks.length > 0 ? { rollUp: risks } : {}),
    leftOut: { objects: objects.length - shown.objects.length, relations: relations.length - shown.relations.length },
  };
}

function rolledUp(graph: NamedGraph): readonly [graph: NamedGraph, risks: readonly RiskRollUp[]] {
  const risks = rollUp(graph);
  return [{ ...graph, objects: withLevels(graph.objects, risks) }, risks];
}

/** In the order of the newer version; what is gone comes last. */
function comparedRisks(before: readonly RiskRollUp[], after: readonly RiskRollUp[]): readonly RiskRollUpChange[] {
  const was = new Map(before.map((risk) => [risk.id, risk]));
  const now = new Set(after.map(({ id }) => id));
  const there = after.map((risk): RiskRollUpChange => ({ id: risk.id, ...(was.has(risk.id) ? { before: was.get(risk.id)! } : {}), after: risk }));
  return [...there, ...before.filter(({ id }) => !now.has(id)).map((risk): RiskRollUpChange => ({ id: risk.id, before: risk }))];
}

/** The least number of relations from a start in either version. */
function reached(graphs: readonly LandscapeGraph[], of: readonly string[], traversal: Traversal): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  for (const graph of graphs) {
    for (const [id, { distance = 0 }] of walkLandscape(graph, of, traversal).objects) distances.set(id, Math.min(distance, distances.get(id) ?? distance));
  }
  return distances;
}

/** In the order of the newer version; what is gone comes after what is there, by type. */
function comparedObjects(before: NamedGraph, after: NamedGraph, moved: ReadonlySet<string>): readonly LandscapeObjectChange[] {
  const gone = [...before.objects.values()].filter(({ id }) => !after.objects.has(id)).map((object) => ({ change: "removed" as const, object }));
  return [...[...after.objects.values()].map((object) => compared(object, before, moved)), ...gone].sort((a, b) => compareObjects(a.object, b.object));
}

function compared(object: LandscapeObject, before: NamedGraph, moved: ReadonlySet<string>): LandscapeObjectChange {
  const was = before.objects.get(object.id);
  if (!was) return { change: "added", object };
  const old = before.formerly.get(object.id);
  const fields = fieldChanges(was, object, old !== undefined);
  const formerly = old === undefined ? {} : { formerly: old };
  if (fields.length > 0) return { change: "changed", object, ...formerly, fields };
  // What is only named after something that has another id now is what it was.
  return { change: moved.has(object.id) || (old !== undefined && !isNamedAfter(object)) ? "changed" : "same", object, ...formerly };
}

const FIELDS: readonly LandscapeField[] = ["title", "kind", "state", "severity", "level", "day"];

function fieldChanges(was: LandscapeObject, is: LandscapeObject, isRenamed: boolean): readonly LandscapeFieldChange[] {
  return FIELDS.flatMap((field): readonly LandscapeFieldChange[] => {
    const [before, after] = [was[field], is[field]];
    // A decision without a reason is called by its key.
    if (before === after || (field === "title" && isRenamed && isNamedAfter(is))) return [];
    return [{ field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

function isNamedAfter({ type }: LandscapeObject): boolean {
  return type === "threat" || type === "decision" || type === "path" || type === "question";
}

function comparedRelations(before: LandscapeGraph, after: LandscapeGraph, within: ReadonlySet<string>, traversal: Traversal | undefined): readonly LandscapeRelationChange[] {
  const allowed = traversal && new Set(traversal.steps.map((step) => step.slice(0, -1)));
  const [old, now] = [keyed(before), keyed(after)];
  const compare = ([key, { from, type, to }]: readonly [string, LandscapeRelation]): LandscapeRelationChange => ({ change: !old.has(key) ? "added" : now.has(key) ? "same" : "removed", from, type, to });
  return [...new Map([...old, ...now])].filter(([, { from, type, to }]) => within.has(from) && within.has(to) && (!allowed || allowed.has(type))).sort(([a], [b]) => (a < b ? -1 : 1)).map(compare);
}

function keyed({ relations }: LandscapeGraph): ReadonlyMap<string, LandscapeRelation> {
  return new Map(relations.map((relation) => [`${relation.from} ${relation.type} ${relation.to}`, relation]));
}

function movedRisks(objects: readonly LandscapeObjectChange[]): readonly string[] {
  return objects.filter(({ object, fields }) => object.type === "risk" && fields?.some(({ field }) => field === "state" || field === "severity" || field === "level")).map(({ object }) => object.id);
}

const BROKEN: ReadonlySet<string | undefined> = new Set(["stale", "expired", "unconfirmed"]);

function brokenDecisions(before: LandscapeGraph, objects: readonly LandscapeObjectChange[]): readonly string[] {
  return objects.filter(({ change, object }) => change === "changed" && object.type === "decision" && before.objects.get(object.id)?.state === "valid" && BROKEN.has(object.state)).map(({ object }) => object.id);
}
