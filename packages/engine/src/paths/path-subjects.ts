// Pairs of a class of actors and something worth protecting, as targets of rules: `entry..goal`, one for each property that can be lost.
import type { ActorClass, AttackedProperty, StrideLetter } from "@merlon/schema";
import { byId } from "../analysis/summaries.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { ACTORS, CLASSES } from "../facts/orders.ts";
import type { DataSubject, ElementSubject, PathSubject } from "../facts/subject.ts";
import { ACTOR_TITLES, startsOf } from "./attackers.ts";
import { goalsAt, type Goal } from "./jewels.ts";

const known = new WeakMap<FactBase, readonly PathSubject[]>();

/** Only what may be of class high, and only for classes of actors that are in the model: paths cost more than other facts. */
export function pathSubjects(base: FactBase): readonly PathSubject[] {
  let found = known.get(base);
  if (!found) known.set(base, (found = build(base)));
  return found;
}

function build(base: FactBase): readonly PathSubject[] {
  const { data, elements } = base.subjects;
  const goals = [...[...data.values()].sort(byId), ...[...elements.values()].sort(byId)].flatMap((subject) => worstAt(subject, base));
  if (goals.length === 0) return [];
  const actors = ACTORS.filter((actor) => startsOf(actor, base).length > 0);
  return actors.flatMap((actor) => goals.map(({ subject, property }) => pathSubject(actor, subject, property)));
}

/** What may be of class high of an object, and ours and in scope. */
export function worstAt(subject: DataSubject | ElementSubject, base: FactBase): readonly Goal[] {
  if (subject.kind === "element" && (subject.source.kind === "external" || subject.isGone || subject.source.outOfScope !== undefined)) return [];
  return goalsAt(subject, base).filter(({ high }) => CLASSES[high] === "high");
}

export function pathSubject(actor: ActorClass, goal: DataSubject | ElementSubject, property: AttackedProperty): PathSubject {
  const place = { where: goal.where, characteristics: goal.characteristics, cache: [], controls: [] };
  return {
    kind: "path", id: `${actor}..${goal.id}`, title: `${ACTOR_TITLES[actor]} to ${goal.title}`, ...place, actor, goal, property,
    ends: [{ kind: "end", id: actor, title: ACTOR_TITLES[actor], ...place, cache: [] }, { kind: "end", id: goal.id, title: goal.title, ...place, cache: [] }],
  };
}

/** What a rule about paths is about: the property that its first letter of I, T and D threatens; without one of them, confidentiality. */
export function attackedBy(stride: readonly StrideLetter[]): AttackedProperty {
  const letter = stride.find((one) => one === "I" || one === "T" || one === "D");
  return letter === "T" ? "integrity" : letter === "D" ? "availability" : "confidentiality";
}

/** `entry..goal`; any of its properties when none is said. */
export function pathById(id: string, base: FactBase, property?: AttackedProperty): PathSubject | undefined {
  return id.includes("..") ? pathSubjects(base).find((path) => path.id === id && (property === undefined || path.property === property)) : undefined;
}

const ending = new WeakMap<FactBase, ReadonlyMap<ElementSubject, readonly PathSubject[]>>();

/** Paths whose goal is this element, or data that it keeps (of several, the first by id). */
export function pathsEndingAt(element: ElementSubject, base: FactBase): readonly PathSubject[] {
  let byEnd = ending.get(base);
  if (!byEnd) ending.set(base, (byEnd = groupByEnd(pathSubjects(base))));
  return byEnd.get(element) ?? [];
}

function endOf({ goal }: PathSubject): ElementSubject | undefined {
  return goal.kind === "element" ? goal : goal.heldBy.filter((e) => e.source.kind !== "external").sort(byId)[0];
}

function groupByEnd(paths: readonly PathSubject[]): ReadonlyMap<ElementSubject, readonly PathSubject[]> {
  const groups = new Map<ElementSubject, PathSubject[]>();
  for (const path of paths) {
    const end = endOf(path);
    if (!end) continue;
    const group = groups.get(end);
    if (group) group.push(path);
    else groups.set(end, [path]);
  }
  return groups;
}
