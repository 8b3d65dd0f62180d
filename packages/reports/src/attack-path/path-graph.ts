// Paths as one picture: steps that several paths share, with all that they need, are one box.
import type { AttackHop, AttackPath, AttackPaths } from "@merlon/schema";
import { apartFromAnybody, barrierWords, directNeeds, effortWords, lossOf, pathsOf, propertyWords, titleOfAttacker } from "./path-wording.ts";

export interface PathBox {
  readonly id: string;
  readonly kind: "attacker" | "step" | "goal";
  readonly title: string;
  /** Smaller lines below the title. */
  readonly lines: readonly string[];
  readonly cost?: number;
  /** Open threats that make it easier. */
  readonly openings: number;
  /** It rests on something that nobody stated. */
  readonly assumed: boolean;
  /** It needs all that leads to it. */
  readonly needsAll: boolean;
}

export interface PathGraph {
  readonly title: string;
  readonly heading: string;
  readonly boxes: readonly PathBox[];
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly label?: string }[];
}

/** More paths than these in one picture are a thicket: then of each jewel only the cheapest is drawn. */
const MOST_PATHS = 12;

export function pathGraph(paths: AttackPaths): PathGraph {
  const all = paths.jewels.flatMap((jewel) => apartFromAnybody(jewel, paths).own);
  const shown = all.length <= MOST_PATHS ? all : paths.jewels.flatMap((jewel) => pathsOf(jewel, paths).slice(0, 1));
  const boxes = new Map<string, PathBox>();
  const arrows = new Map<string, { readonly from: string; readonly to: string; readonly label?: string }>();
  for (const path of shown) addPath(path, paths, boxes, arrows);
  const heading = shown.length === all.length ? `Attack paths: ${all.length}` : `Attack paths: the cheapest of ${all.length} to each goal`;
  return { title: paths.model.title, heading: paths.partial ? `${heading}, partial` : heading, boxes: [...boxes.values()], arrows: [...arrows.values()] };
}

function addPath(path: AttackPath, paths: AttackPaths, boxes: Map<string, PathBox>, arrows: Map<string, PathGraph["arrows"][number]>): void {
  const join = (from: string, to: string, label?: string) => arrows.set(`${from} ${to}`, { from, to, ...(label ? { label } : {}) });
  const attacker = `a:${path.entry}`;
  boxes.set(attacker, { id: attacker, kind: "attacker", title: titleOfAttacker(path.entry, paths.attackers), lines: [], openings: 0, assumed: false, needsAll: false });
  const ids: string[] = [];
  for (const hop of path.hops) {
    const needs = directNeeds(hop, path.hops);
    const before = needs.length > 0 ? needs.map((need) => ids[need - 1]!) : [attacker];
    const id = `s:${hop.text}|${[...before].sort().join("|")}`;
    ids.push(id);
    boxes.set(id, stepBox(id, hop, needs.length > 1));
    for (const one of before) join(one, id);
  }
  const jewel = paths.jewels.find(({ id, property }) => id === path.goal && property === path.property)!;
  const goal = `g:${path.goal}+${path.property}`;
  boxes.set(goal, { id: goal, kind: "goal", title: lossOf(jewel), lines: [propertyWords(jewel)], openings: 0, assumed: false, needsAll: false });
  join(ids.at(-1) ?? attacker, goal, effortWords(path));
}

function stepBox(id: string, hop: AttackHop, needsAll: boolean): PathBox {
  const slowed = hop.barriers.map(barrierWords);
  return {
    id, kind: "step", title: hop.text, needsAll, cost: hop.cost, openings: hop.openings.length, assumed: hop.assumed.length > 0,
    lines: [`${hop.techniques.map((one) => `${one.id} ${one.name}`).join(", ")}`, hop.tactic.name, ...(slowed.length > 0 ? [`slowed by ${slowed.join(", ")}`] : [])],
  };
}
