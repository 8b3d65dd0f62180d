// Attack paths of a model: the cheapest from each kind of attacker to each crown jewel, what they all need, and what cuts them.
import type { Model } from "@merlon/core";
import type { Attacker, AttackPath, AttackPaths, ChokePoint, Library, SoleControl } from "@merlon/schema";
import { judge } from "../analysis/judge.ts";
import { prepare } from "../analysis/prepare.ts";
import { ACTORS } from "../facts/orders.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { subjectById } from "../facts/subject-by-id.ts";
import { targetOf } from "../threats/build-threat.ts";
import { cheapestWays, type Way } from "./alternatives.ts";
import { attackersOf, startFacts, takenOver } from "./attackers.ts";
import { MOST_STEPS, type AttackGraph } from "./attack-graph.ts";
import { OUT, type Step } from "./attack-step.ts";
import { buildAttackGraph } from "./build-attack-graph.ts";
import { cheapest, stepsTo } from "./cheapest.ts";
import { bestCuts, type Pair } from "./cuts.ts";
import { barrierOf, effortOf, hopsOf, type HopContext } from "./hops.ts";
import { crownJewels, factOf, goalsAt, jewelOf, type Goal } from "./jewels.ts";
import { costsWith, openingsAmong } from "./openings.ts";
import { unavoidable, type Marks } from "./unavoidable.ts";

export interface AttackPathOptions {
  /** The day at which decisions are judged. */
  readonly at: string;
  /** A class of actors, or the id of an element that is taken over. */
  readonly from?: string;
  /** Ids of data and elements; the crown jewels when left out. */
  readonly to?: readonly string[];
  /** Ways for each pair; 1 when left out. */
  readonly k?: number;
}

/** Jewels that are looked at when none is named. */
const MOST_JEWELS = 40;
/** Steps up to which it is worked out what no way can do without. */
const MOST_FOR_CHOKE_POINTS = 60_000;

interface Search {
  readonly base: FactBase;
  readonly graph: AttackGraph;
  readonly goals: readonly Goal[];
  readonly attackers: readonly Attacker[];
  readonly starts: readonly (readonly number[])[];
  /** What steps cost each attacker. */
  readonly costs: readonly Int32Array[];
  readonly hops: HopContext;
  readonly reasons: string[];
}

export function attackPaths(model: Model, library: Library, options: AttackPathOptions): AttackPaths {
  const search = prepareSearch(model, library, options);
  const { graph, goals, attackers, starts, reasons } = search;
  const found: Found = { paths: [], pairs: [], blocked: [], marks: new Map() };
  for (const [attacker] of attackers.entries()) searchFrom(attacker, options.k ?? 1, search, found);
  const { cuts, isWhole } = bestCuts({ graph, costs: search.costs, starts, pairs: found.pairs });
  if (!isWhole) reasons.push("Not every change could be tried.");
  const place = new Map(goals.map((goal, i) => [`${goal.subject.id}+${goal.property}`, i]));
  const order = (path: AttackPath): number => place.get(`${path.goal}+${path.property}`)!;
  return {
    schema: "merlon/paths/1", model: { id: model.header.id, title: model.header.title }, ...(model.view ? { view: model.view } : {}), attackers, jewels: goals.map(jewelOf),
    paths: found.paths.sort((a, b) => order(a) - order(b) || (a.entry === b.entry ? a.rank - b.rank : a.cost - b.cost) || Number(b.entry === "anonymous") - Number(a.entry === "anonymous") || (a.id < b.id ? -1 : 1)),
    blocked: found.blocked.sort(), chokePoints: chokePointsOf(found, search), soleControls: soleControlsOf(found), cuts,
    partial: reasons.length > 0, reasons: [...new Set(reasons)],
  };
}

function prepareSearch(model: Model, library: Library, { at, from, to }: AttackPathOptions): Search {
  const prepared = prepare(model, library);
  const { base } = prepared;
  const reasons: string[] = [];
  const all = to ? to.flatMap((id) => namedGoals(id, base)) : crownJewels(base);
  if (all.length > MOST_JEWELS) reasons.push(`Only the first ${MOST_JEWELS} of ${all.length} jewels were looked at; name others.`);
  const goals = all.slice(0, MOST_JEWELS);
  const graph = buildAttackGraph(base, new Set(goals.map(({ subject }) => subject)), goals.some(({ property }) => property === "availability") ? "deny" : "keep");
  if (graph.isPartial) reasons.push(`The model allows more than ${MOST_STEPS} steps; those beyond were left out.`);
  const openingsOf = openingsAmong(judge(prepared, { at }).threats);
  const attackers = attackersFrom(from, base);
  const anybody = startFacts("anonymous", graph);
  // Whoever is known to us can act as anybody too.
  const starts = attackers.map(({ id, actor }) => (actor ? [...new Set([...startFacts(actor, graph), ...anybody])] : takenOver(base.subjects.elements.get(id)!, graph)));
  const paid = costsWith(graph.steps, openingsOf);
  return { base, graph, goals, attackers, starts, costs: attackers.map((attacker) => withoutOwnSending(attacker, paid, graph)), hops: { base, openingsOf, costs: paid }, reasons };
}

function attackersFrom(from: string | undefined, base: FactBase): readonly Attacker[] {
  const classes = attackersOf(base);
  if (from === undefined) return classes;
  const known = classes.filter(({ id }) => id === from);
  if (known.length > 0 || (ACTORS as readonly string[]).includes(from)) return known;
  const element = base.subjects.elements.get(from);
  return element ? [{ id: from, title: element.source.kind === "external" ? element.title : `Whoever has taken over ${element.title}`, starts: [from] }] : [];
}

/** The properties that matter at what was named: those of at least moderate class, else the highest. Taking over is the integrity of an element. */
function namedGoals(id: string, base: FactBase): readonly Goal[] {
  const subject = subjectById(id, base);
  if (subject?.kind === "element") return (["integrity", "availability"] as const).map((property) => goalsAt(subject, base).find((goal) => goal.property === property) ?? { subject, property, low: 0, high: 0 });
  if (subject?.kind !== "data") return [];
  const goals = goalsAt(subject, base);
  const worst = Math.min(2, Math.max(...goals.map(({ low }) => low)));
  return goals.filter(({ low }) => low >= worst);
}

interface Found {
  readonly paths: AttackPath[];
  readonly pairs: Pair[];
  readonly blocked: string[];
  /** By the id of the pair. */
  readonly marks: Map<string, Marks>;
}

function searchFrom(attacker: number, k: number, search: Search, found: Found): void {
  const { graph, goals, attackers, starts, reasons } = search;
  const costs = search.costs[attacker]!;
  const { id: entry, starts: from } = attackers[attacker]!;
  const start = starts[attacker]!;
  const best = cheapest(graph, start, costs);
  const isSmall = graph.steps.length <= MOST_FOR_CHOKE_POINTS;
  const marks = isSmall ? unavoidable(graph, best, costs, marksOf) : undefined;
  if (!marks) reasons.push("The model is too large or too tangled to tell what no path can do without.");
  for (const goal of goals) {
    const id = `${entry}..${goal.subject.id}+${goal.property}`;
    const fact = factOf(goal, graph);
    const cost = best.cost[fact] ?? OUT;
    if (cost >= OUT) {
      found.blocked.push(id);
      continue;
    }
    const steps = stepsTo(fact, best, graph);
    const needed = new Set([...(marks?.get(fact) ?? [])].filter((mark) => mark.startsWith("!") || (mark !== goal.subject.id && !from.includes(mark))));
    found.marks.set(id, needed);
    const ways: readonly Way[] = k > 1 ? moreWays(fact, attacker, k, search) : [{ cost, steps }];
    found.pairs.push({ id, attacker, goal: fact, cost, steps });
    for (const [i, way] of (ways.length > 0 ? ways : [{ cost, steps }]).entries()) found.paths.push(pathOf({ id, entry, goal, rank: i + 1, way: i === 0 ? { cost, steps } : way, needed }, search));
  }
}

/** Whoever sends something by right does not attack it by sending something else there. */
function withoutOwnSending({ actor, starts }: Attacker, costs: Int32Array, { steps }: AttackGraph): Int32Array {
  if (actor === undefined || actor === "anonymous") return costs;
  const own = costs.slice();
  for (const { id, kind, technique, at, data } of steps) {
    if (kind === "tamper" && technique === "change-stored" && at.kind === "flow" && starts.includes(at.from.id) && data && at.source.carries?.includes(data.id)) own[id] = OUT;
  }
  return own;
}

function moreWays(fact: number, attacker: number, k: number, { graph, starts, costs, reasons }: Search): readonly Way[] {
  const { ways, isWhole } = cheapestWays(graph, starts[attacker]!, fact, costs[attacker]!, k);
  if (!isWhole) reasons.push("Not all of the next cheapest paths were looked for.");
  return ways;
}

interface PathInput {
  readonly id: string;
  readonly entry: string;
  readonly goal: Goal;
  readonly rank: number;
  readonly way: Way;
  readonly needed: Marks;
}

function pathOf({ id, entry, goal, rank, way, needed }: PathInput, { hops: context }: Search): AttackPath {
  const hops = hopsOf(way.steps, context);
  const crossed = way.steps.flatMap(({ kind, at }) => (kind === "reach" && at.kind === "flow" ? at.crosses.map((b) => b.id) : []));
  return {
    id: rank === 1 ? id : `${id}.${rank}`, rank, entry, goal: goal.subject.id, property: goal.property, cost: way.cost, effort: effortOf(way.cost), hops,
    crosses: [...new Set(crossed)].sort(), unavoidable: [...needed].filter((mark) => !mark.startsWith("!")).sort(), assumed: hops.some(({ assumed }) => assumed.length > 0),
  };
}

/** Objects that a step needs, and the barriers on it. */
function marksOf({ kind, at, data, door, toll: { barriers } }: Step): readonly string[] {
  if (kind === "given") return [];
  const objects = [at.id, ...(door?.flow ? [door.flow.id, door.to.id] : []), ...(data ? [data.id] : [])];
  return [...objects, ...barriers.map(({ subject, key }) => `!${subject.id} ${key}`)];
}

function chokePointsOf({ marks }: Found, { base }: Search): readonly ChokePoint[] {
  const paths = new Map<string, string[]>();
  for (const [pair, needed] of marks) for (const mark of needed) if (!mark.startsWith("!")) paths.set(mark, [...(paths.get(mark) ?? []), pair]);
  return [...paths].flatMap(([id, list]) => {
    const subject = subjectById(id, base);
    return subject ? [{ target: targetOf(subject), paths: list.sort() }] : [];
  }).sort((a, b) => b.paths.length - a.paths.length || (a.target.id < b.target.id ? -1 : 1)).slice(0, 15);
}

/** Pairs whose every path meets a barrier, and whose cheapest meets no other. */
function soleControlsOf({ pairs, marks }: Found): readonly SoleControl[] {
  const found = new Map<string, SoleControl & { readonly paths: string[] }>();
  for (const { id, steps } of pairs) {
    const barriers = new Map(steps.flatMap((step) => step.toll.barriers).map((barrier) => [`!${barrier.subject.id} ${barrier.key}`, barrier]));
    const [only, ...more] = barriers;
    if (!only || more.length > 0 || !marks.get(id)?.has(only[0])) continue;
    const known = found.get(only[0]);
    if (known) known.paths.push(id);
    else found.set(only[0], { ...barrierOf(only[1]), paths: [id] });
  }
  return [...found.values()].sort((a, b) => b.paths.length - a.paths.length || (a.object < b.object ? -1 : 1));
}
