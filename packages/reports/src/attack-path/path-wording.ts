// The same words for paths in every output.
import type { AttackedProperty, Attacker, AttackHop, AttackPath, AttackPaths, Jewel, PathBarrier } from "@merlon/schema";
import { counted } from "../wording/counted.ts";

/** What it would be, in a clause after the jewel's title. */
const LOSSES: Readonly<Record<AttackedProperty, Readonly<Record<Jewel["kind"], string>>>> = {
  confidentiality: { data: "becomes known", element: "is taken over" },
  integrity: { data: "is changed", element: "is taken over" },
  availability: { data: "is gone", element: "stops" },
};

export function lossOf({ title, kind, property }: Jewel): string {
  return `${title} ${LOSSES[property][kind]}`;
}

export function effortWords({ cost, effort }: AttackPath): string {
  return `${effort.replace("-", " ")} effort, ${cost}`;
}

export function titleOfAttacker(id: string, attackers: readonly Attacker[]): string {
  return attackers.find((attacker) => attacker.id === id)?.title ?? id;
}

/** `T1190 Exploit Public-Facing Application, Initial Access` */
export function techniqueWords({ techniques, tactic }: AttackHop): string {
  return `${techniques.map(({ id, name }) => `${id} ${name}`).join(", ")}, ${tactic.name}`;
}

export function barrierWords({ key, title, value }: PathBarrier): string {
  if (key.startsWith("control ")) return value;
  return key === "policy" ? `the policy of ${title}` : `${key} of ${title} (${value})`;
}

/** The most telling of a path's weak points: open threats first, then what nobody stated. */
export function weakPoints({ hops }: AttackPath): { readonly openings: readonly string[]; readonly assumed: readonly string[] } {
  return { openings: [...new Set(hops.flatMap(({ openings }) => openings))], assumed: [...new Set(hops.flatMap(({ assumed }) => assumed))] };
}

export function pathsOf(jewel: Jewel, { paths }: Pick<AttackPaths, "paths">): readonly AttackPath[] {
  return paths.filter(({ goal, property }) => goal === jewel.id && property === jewel.property);
}

/** `integrity high`; a class that says nothing is left out. */
export function propertyWords({ property, class: is }: Pick<Jewel, "property" | "class">): string {
  return is === "none" ? property : `${property} ${is}`;
}

/** To a jewel: the paths that differ, and the attackers whose cheapest is what anybody can do. */
export function apartFromAnybody(jewel: Jewel, paths: AttackPaths): { readonly own: readonly AttackPath[]; readonly asAnybody: readonly string[] } {
  const all = pathsOf(jewel, paths);
  const doings = new Set(all.filter(({ entry }) => entry === "anonymous").map(doingOf));
  const same = all.filter((path) => path.entry !== "anonymous" && doings.has(doingOf(path)));
  return { own: all.filter((path) => !same.includes(path)), asAnybody: [...new Set(same.filter(({ rank }) => rank === 1).map(({ entry }) => titleOfAttacker(entry, paths.attackers)))] };
}

function doingOf({ hops }: AttackPath): string {
  return JSON.stringify(hops.map(({ text, needs }) => [text, needs]));
}

export function partialWords({ reasons }: Pick<AttackPaths, "reasons">): string {
  return `Partial: ${reasons.join(" ")}`;
}

/** One line: what is done, without the reach that only leads there. */
export function chainOf({ hops }: AttackPath): string {
  return hops.filter(({ step, cost }) => step !== "reach" || cost > 0).map(({ text }) => text).join(" › ");
}

export function pathCount(n: number): string {
  return counted(n, "path");
}

/** Needs that another need has needed already are left out: what remains comes together only here. */
export function directNeeds(hop: AttackHop, hops: readonly AttackHop[]): readonly number[] {
  const below = (number: number): ReadonlySet<number> => {
    const found = new Set<number>();
    const queue = [...(hops[number - 1]?.needs ?? [])];
    for (const next of queue) {
      if (found.has(next)) continue;
      found.add(next);
      queue.push(...(hops[next - 1]?.needs ?? []));
    }
    return found;
  };
  return hop.needs.filter((need) => !hop.needs.some((other) => other !== need && below(other).has(need)));
}
