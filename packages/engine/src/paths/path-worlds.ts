// Paths with every unknown protection at its least safe and at its safest, for rules: a fact of a path is known where both agree.
// Where data is, weaknesses and actors count as they are stated (SPEC: PTH-12): others ask for them, and a path through all that is not said is no path.
import type { ActorClass } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { Input, PathSubject } from "../facts/subject.ts";
import { startFacts } from "./attackers.ts";
import { ofEach, type AttackGraph } from "./attack-graph.ts";
import { OUT, type Step } from "./attack-step.ts";
import { buildAttackGraph } from "./build-attack-graph.ts";
import { cheapest, stepsTo, type Cheapest } from "./cheapest.ts";
import { factOf } from "./jewels.ts";
import { pathSubjects } from "./path-subjects.ts";

/** What is asked of the ways of an actor to a goal. */
export type Question = "obstacles" | "length" | "unasked" | "allowed";
export type World = "least" | "safest";

type CostOf = (step: Step) => number;

/** Obstacles and flows are counted; in the other two questions a way is there or not. */
export const COSTS: Readonly<Record<Question, Readonly<Record<World, CostOf>>>> = {
  obstacles: { least: ({ toll }) => toll.least, safest: ({ toll }) => toll.safest },
  length: { least: (step) => (step.toll.least >= OUT ? OUT : flowsOf(step)), safest: (step) => (step.toll.safest >= OUT ? OUT : flowsOf(step)) },
  // Nobody is asked who it is, on any flow of the way; and nothing is stolen to answer with.
  unasked: { least: (step) => (step.toll.asked === 2 || isCredential(step) ? OUT : step.toll.least), safest: (step) => (step.toll.asked > 0 || isCredential(step) ? OUT : step.toll.safest) },
  // No flaw in a program and no guess: accounts, credentials and flows as they are.
  allowed: { least: ({ toll }) => (toll.flaw === 2 ? OUT : toll.least), safest: ({ toll }) => (toll.flaw > 0 ? OUT : toll.safest) },
};

function flowsOf({ kind }: Step): number {
  return kind === "reach" ? 1 : 0;
}

function isCredential({ kind, technique }: Step): boolean {
  return kind === "assume-role" || technique === "phish";
}

interface Worlds {
  readonly graph: AttackGraph;
  readonly found: Map<string, Cheapest>;
  /** By question and world. */
  readonly costs: Map<string, Int32Array>;
}

const known = new WeakMap<FactBase, Worlds>();

function worldsOf(base: FactBase): Worlds {
  let worlds = known.get(base);
  if (worlds) return worlds;
  const paths = pathSubjects(base);
  const deny = paths.some(({ property }) => property === "availability") ? "deny" : "keep";
  known.set(base, (worlds = { graph: buildAttackGraph(base, new Set(paths.map(({ goal }) => goal)), deny), found: new Map(), costs: new Map() }));
  return worlds;
}

function search(actor: ActorClass, question: Question, world: World, { graph, found, costs }: Worlds): Cheapest {
  const key = `${actor} ${question} ${world}`;
  let one = found.get(key);
  if (one) return one;
  let own = costs.get(`${question} ${world}`);
  if (!own) costs.set(`${question} ${world}`, (own = ofEach(graph.steps, COSTS[question][world])));
  found.set(key, (one = cheapest(graph, startFacts(actor, graph), own)));
  return one;
}

export interface Between {
  /** OUT: there is no way. */
  readonly least: number;
  readonly safest: number;
  /** What would tell more, when they differ. */
  readonly inputs: readonly Input[];
}

export function between(path: PathSubject, question: Question, base: FactBase): Between {
  if (base.ways) return { ...base.ways(path, question), inputs: [] };
  const { actor, goal, property } = path;
  const worlds = worldsOf(base);
  const fact = factOf({ subject: goal, property }, worlds.graph);
  const open = search(actor, question, "least", worlds);
  const least = open.cost[fact]!;
  if (least >= OUT) return { least, safest: OUT, inputs: [] };
  const safest = search(actor, question, "safest", worlds).cost[fact]!;
  return { least, safest, inputs: least === safest ? [] : inputsOn(stepsTo(fact, open, worlds.graph), question) };
}

/** The steps of such a way, with every unknown at its least safe; none where there is no way. */
export function wayOf({ actor, goal, property }: PathSubject, question: Question, base: FactBase): readonly Step[] {
  const worlds = worldsOf(base);
  const fact = factOf({ subject: goal, property }, worlds.graph);
  return stepsTo(fact, search(actor, question, "least", worlds), worlds.graph).filter(({ kind }) => kind !== "given");
}

/** Enough to ask first; their answers bring the next. */
const MOST_INPUTS = 5;

/** What is not stated on a way, where that makes a difference. */
function inputsOn(steps: readonly Step[], question: Question): readonly Input[] {
  const { least, safest } = COSTS[question];
  const found = new Map<string, Input>();
  const note = (input: Input) => found.set(`${input.key}@${input.subject.id}`, input);
  for (const step of steps) {
    if (least(step) === safest(step)) continue;
    const { toll, door } = step;
    toll.unknown.forEach(note);
    if (question === "unasked" && toll.asked === 1 && door) note({ subject: door.subject, key: "authentication" });
  }
  return [...found.values()].slice(0, MOST_INPUTS);
}
