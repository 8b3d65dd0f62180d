// Gathers the things and relations of a landscape: each once, in a fixed order, and no relation to what is not there.
import type { LandscapeObject, LandscapeRelation, LandscapeRelationType, LandscapeType } from "@merlon/schema";

export interface LandscapeGraph {
  /** By type, then by id. */
  readonly objects: ReadonlyMap<string, LandscapeObject>;
  readonly relations: readonly LandscapeRelation[];
}

export interface Collector {
  readonly put: (object: LandscapeObject) => void;
  readonly relate: (from: string, type: LandscapeRelationType, to: string) => void;
  readonly done: () => LandscapeGraph;
}

/** In the order in which a reader wants them. */
export const landscapeTypes: readonly LandscapeType[] = [
  "model", "boundary", "element", "flow", "data", "control", "threat", "question", "path", "technique", "weakness", "decision", "evidence", "vulnerability", "incident", "ticket", "risk", "person",
];

export function createCollector(): Collector {
  const objects = new Map<string, LandscapeObject>();
  const relations = new Map<string, LandscapeRelation>();
  return {
    put: (object) => { objects.set(object.id, object); },
    relate: (from, type, to) => { relations.set(`${from} ${type} ${to}`, { from, type, to }); },
    done: () => ({
      objects: new Map([...objects.values()].sort(compareObjects).map((object) => [object.id, object])),
      relations: [...relations.entries()].filter(([, { from, to }]) => objects.has(from) && objects.has(to)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, relation]) => relation),
    }),
  };
}

/** By type, then by id. */
export function compareObjects(a: LandscapeObject, b: LandscapeObject): number {
  return landscapeTypes.indexOf(a.type) - landscapeTypes.indexOf(b.type) || (a.id < b.id ? -1 : 1);
}
