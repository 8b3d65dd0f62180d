// What is worth showing of a compared landscape: what changed, what it is at, and how both hang together with the start.
import type { LandscapeObjectChange, LandscapeRelationChange, LandscapeRelationType } from "@merlon/schema";

export interface ShownLandscape {
  readonly objects: readonly LandscapeObjectChange[];
  readonly relations: readonly LandscapeRelationChange[];
}

/** Relations that say what a thing is about; without its end the thing cannot be understood. */
const ABOUT: ReadonlySet<LandscapeRelationType> = new Set(["inside", "part-of", "arrives-at", "protects", "threatens", "asks-about", "ends-at", "decides", "shows", "endangers", "affects", "confirms", "contradicts"]);

export function shownAround(objects: readonly LandscapeObjectChange[], relations: readonly LandscapeRelationChange[]): ShownLandscape {
  const changed = new Set(objects.filter(({ change }) => change !== "same").map(({ object }) => object.id));
  const kept = new Set<LandscapeRelationChange>();
  const starts = objects.filter(({ object }) => object.distance === 0).map(({ object }) => object.id);
  const shown = new Set([...starts, ...changed]);
  for (const relation of relations) {
    if (relation.change === "same" && !(changed.has(relation.from) && ABOUT.has(relation.type))) continue;
    kept.add(relation);
    shown.add(relation.from).add(relation.to);
  }
  const nearer = towardsStart(objects, relations);
  // Grows while it is gone through, up to the start.
  for (const id of shown) {
    const step = nearer.get(id);
    if (!step) continue;
    kept.add(step);
    shown.add(step.from).add(step.to);
  }
  return {
    objects: objects.filter(({ object }) => shown.has(object.id)),
    relations: relations.filter((relation) => kept.has(relation) || ((changed.has(relation.from) || changed.has(relation.to)) && shown.has(relation.from) && shown.has(relation.to))),
  };
}

/** For each thing a relation to one that is nearer to the start: the nearest there is. */
function towardsStart(objects: readonly LandscapeObjectChange[], relations: readonly LandscapeRelationChange[]): ReadonlyMap<string, LandscapeRelationChange> {
  const distances = new Map(objects.flatMap(({ object: { id, distance } }) => (distance === undefined ? [] : [[id, distance] as const])));
  const steps = new Map<string, { readonly relation: LandscapeRelationChange; readonly distance: number }>();
  for (const relation of relations) {
    const [from, to] = [distances.get(relation.from), distances.get(relation.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const [far, distance] = from > to ? [relation.from, to] : [relation.to, from];
    if (distance < (steps.get(far)?.distance ?? Infinity)) steps.set(far, { relation, distance });
  }
  return new Map([...steps].map(([id, { relation }]) => [id, relation]));
}
