// The part of the graph that a walk reaches, or that a filter leaves.
import type { LandscapeFilter, LandscapeObject, Traversal } from "@merlon/schema";
import { SEVERITIES } from "../threats/severity.ts";
import type { LandscapeGraph } from "./collector.ts";

/** Breadth first: each thing has the least number of relations from the start as its distance. */
export function walkLandscape(graph: LandscapeGraph, starts: readonly string[], { steps, depth }: Traversal): LandscapeGraph {
  const allowed = new Set(steps);
  const next = neighbours(graph, allowed);
  const distances = new Map(starts.filter((id) => graph.objects.has(id)).map((id) => [id, 0]));
  for (const [id, distance] of distances) {
    if (distance >= depth) continue;
    for (const other of next.get(id) ?? []) if (!distances.has(other)) distances.set(other, distance + 1);
  }
  const objects = new Map([...graph.objects.values()].filter(({ id }) => distances.has(id)).map((object) => [object.id, { ...object, distance: distances.get(object.id)! }]));
  const relations = graph.relations.filter(({ from, type, to }) => objects.has(from) && objects.has(to) && (allowed.has(`${type}>`) || allowed.has(`${type}<`)));
  return { objects, relations };
}

function neighbours({ relations }: LandscapeGraph, allowed: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  };
  for (const { from, type, to } of relations) {
    if (allowed.has(`${type}>`)) add(from, to);
    if (allowed.has(`${type}<`)) add(to, from);
  }
  return next;
}

/** What does not fit goes, the starts stay; so does what then hangs on nothing that leads to a start. */
export function filterLandscape(graph: LandscapeGraph, filter: LandscapeFilter, starts: readonly string[]): LandscapeGraph {
  const kept = new Map([...graph.objects.values()].filter((object) => starts.includes(object.id) || fits(object, filter)).map((object) => [object.id, object]));
  const relations = graph.relations.filter(({ from, to }) => kept.has(from) && kept.has(to));
  if (starts.length === 0) return { objects: kept, relations };
  const joined = new Set(starts);
  const beside = neighbours({ objects: kept, relations: relations.map(({ from, to }) => ({ from, type: "inside", to })) }, new Set(["inside>", "inside<"]));
  for (const id of joined) for (const other of beside.get(id) ?? []) joined.add(other);
  // Where only some types are asked for, what leads to them is left out on purpose.
  const isWanted = ({ id }: LandscapeObject): boolean => filter.types !== undefined || joined.has(id);
  const objects = new Map([...kept].filter(([, object]) => isWanted(object)));
  return { objects, relations: relations.filter(({ from, to }) => objects.has(from) && objects.has(to)) };
}

function fits({ type, state, severity, tags }: LandscapeObject, filter: LandscapeFilter): boolean {
  if (filter.types && !filter.types.includes(type)) return false;
  if (filter.states && state !== undefined && !filter.states.includes(state)) return false;
  if (filter.severity && severity !== undefined && SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(filter.severity)) return false;
  return !filter.tags || filter.tags.some((tag) => tags?.includes(tag));
}
