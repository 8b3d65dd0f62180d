// Ways of attackers to crown jewels that are new, cheaper, dearer or gone: for each attacker and jewel the cheapest one counts.
import type { AttackPath, LandscapePathChange, PathEffort } from "@merlon/schema";
import type { NamedGraph } from "./current-names.ts";

interface CostedPaths {
  readonly paths: readonly Pick<AttackPath, "id" | "rank" | "effort" | "cost">[];
}

const ORDER: readonly LandscapePathChange["change"][] = ["new", "cheaper", "dearer", "gone"];

/** `before`: tells what the older version's paths are called today. The worse first. */
export function pathChanges(base: CostedPaths, head: CostedPaths, { formerly }: Pick<NamedGraph, "formerly">): readonly LandscapePathChange[] {
  const today = new Map([...formerly].map(([now, old]) => [old, now]));
  const [old, now] = [efforts(base, (id) => today.get(id) ?? id), efforts(head, (id) => id)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => changeOf(id, old.get(id), now.get(id)) ?? [])
    .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || costOf(a) - costOf(b) || (a.id < b.id ? -1 : 1));
}

function efforts({ paths }: CostedPaths, name: (id: string) => string): ReadonlyMap<string, PathEffort> {
  return new Map(paths.filter(({ rank }) => rank === 1).map(({ id, effort, cost }) => [name(`path:${id}`), { effort, cost }]));
}

function changeOf(id: string, before: PathEffort | undefined, after: PathEffort | undefined): LandscapePathChange | undefined {
  if (!before) return after && { id, change: "new", after };
  if (!after) return { id, change: "gone", before };
  return before.cost === after.cost ? undefined : { id, change: after.cost < before.cost ? "cheaper" : "dearer", before, after };
}

function costOf({ before, after }: LandscapePathChange): number {
  return (after ?? before)?.cost ?? 0;
}
