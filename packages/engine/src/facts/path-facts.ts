// Facts about the ways of a class of actors to something worth protecting; see paths/ for how they are worked out.
import { assumed, between as range, flag, known, unknown } from "./fact.ts";
import type { FactBase, FactTable, Support } from "./fact-base.ts";
import type { Fact, PathSubject } from "./subject.ts";
import { CLASSES, PROPERTIES, REACHES } from "./orders.ts";
import { OUT } from "../paths/attack-step.ts";
import { between, wayOf, type Question } from "../paths/path-worlds.ts";
import { wordsOfStep } from "../paths/step-words.ts";
import { goalsAt } from "../paths/jewels.ts";

type P = PathSubject;

const COUNTS = ["none", "one", "two", "three", "more", "no-way"] as const;

export const pathFacts: FactTable<P> = {
  "actor": { title: "who starts", values: "text", derive: (p) => known(p.actor) },
  "goal-kind": { title: "what the goal is", values: "text", derive: (p) => known(p.goal.kind) },
  "class": { title: "class of what would be lost", values: "order", order: CLASSES, derive: classOfGoal },
  "obstacles": { title: "obstacles on the way with the fewest", values: "order", order: COUNTS, derive: (p, base) => counted(p, "obstacles", base), because: along("obstacles") },
  "length": { title: "flows on the way with the fewest", values: "order", order: COUNTS, derive: (p, base) => counted(p, "length", base) },
  "unasked": { title: "there is a way on which nobody is asked who it is", values: "flag", derive: (p, base) => exists(p, "unasked", base), because: along("unasked") },
  "allowed-only": { title: "there is a way that takes no flaw and no guess", values: "flag", derive: (p, base) => exists(p, "allowed", base), because: along("allowed") },
  "by-right": { title: "the actor sends the goal, or gets it, by right", values: "flag", derive: byRight },
  "reach": { title: "reach", values: "order", order: REACHES, derive: (p) => known(p.actor === "anonymous" ? "anonymous" : "authenticated") },
  ...Object.fromEntries(PROPERTIES.map((property) => [property, { title: `${property} class of the goal`, values: "order" as const, order: CLASSES, derive: (p: P, base: FactBase) => propertyOf(p, property, base) }])),
};

/** The way step by step, as a proof. */
function along(question: Question) {
  return (path: P, base: FactBase): readonly Support[] => wayOf(path, question, base).map((step) => {
    const { where } = step.door?.flow ?? step.at;
    return { text: wordsOfStep(step), provenance: "derived" as const, ...(where ? { where } : {}) };
  });
}

function classOfGoal({ goal, property }: P, base: FactBase): Fact {
  if (goal.kind === "data") return base.fact(goal, property);
  const own = goalsAt(goal, base).find((one) => one.property === property);
  return own ? known(CLASSES[own.low]!) : assumed("none");
}

/** What is lost counts; the rest of the goal does not. */
function propertyOf(path: P, property: string, base: FactBase): Fact {
  return property === path.property ? classOfGoal(path, base) : known("none");
}

function counted(path: P, question: Question, base: FactBase): Fact {
  const { least, safest, inputs } = between(path, question, base);
  return range(COUNTS, placeOf(least), placeOf(safest), inputs);
}

function placeOf(count: number): number {
  return count >= OUT ? COUNTS.length - 1 : Math.min(count, COUNTS.length - 2);
}

function exists(path: P, question: Question, base: FactBase): Fact {
  const { least, safest, inputs } = between(path, question, base);
  const [can, must] = [least < OUT, safest < OUT];
  return can === must ? flag(can) : unknown(inputs);
}

/** Whoever sends something does not attack it by sending something else; whoever is given it knows it already. */
function byRight({ actor, goal, property }: P): Fact {
  if (goal.kind !== "data") return flag(false);
  return flag(goal.carriedBy.some(({ from, to, source }) => {
    const sends = from.source.actor === actor && source.carries?.includes(goal.id);
    const gets = (from.source.actor === actor && source.response?.includes(goal.id)) || (to.source.actor === actor && source.carries?.includes(goal.id));
    return property === "confidentiality" ? sends || gets : sends;
  }));
}
