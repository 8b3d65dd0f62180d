// Who attacks and what they have at the start: classes of actors, from the elements where they are (SPEC: FCT-3, FCT-4), or somebody who has taken over one element.
import type { ActorClass, Attacker } from "@merlon/schema";
import { ACTORS } from "../facts/orders.ts";
import { anonymousPresence } from "../facts/reach.ts";
import type { BoundarySubject, ElementSubject } from "../facts/subject.ts";
import type { AttackGraph } from "./attack-graph.ts";
import { networkOf } from "./entry-steps.ts";
import { byId } from "../analysis/summaries.ts";
import type { FactBase } from "../facts/fact-base.ts";

export const ACTOR_TITLES: Readonly<Record<ActorClass, string>> = {
  anonymous: "Anybody", customer: "A customer", partner: "A partner", employee: "An employee", administrator: "An administrator", supplier: "A supplier", insider: "An insider",
};

/** The elements at which a class of actors is known to be. */
export function startsOf(actor: ActorClass, base: FactBase): readonly ElementSubject[] {
  return [...base.subjects.elements.values()].filter((e) => !e.isGone && isAt(actor, e, base)).sort(byId);
}

export function isAt(actor: ActorClass, element: ElementSubject, base: FactBase): boolean {
  const { kind, actor: own } = element.source;
  if (actor === "anonymous") return anonymousPresence(element, base.subjects).low || element.characteristics.get("internet-facing")?.value === "yes";
  return kind === "external" && own === actor;
}

export function attackersOf(base: FactBase): readonly Attacker[] {
  return ACTORS.map((actor): Attacker => ({ id: actor, title: ACTOR_TITLES[actor], actor, starts: startsOf(actor, base).map((e) => e.id) })).filter(({ starts }) => starts.length > 0);
}

/** What a class of actors has from the start, as facts of the graph. */
export function startFacts(actor: ActorClass, { base, facts }: AttackGraph): readonly number[] {
  return [facts.world(), ...startsOf(actor, base).flatMap((element) => startFactsAt(actor, element, { base, facts }))];
}

/** What a class of actors has because it is at an element. */
export function startFactsAt(actor: ActorClass, element: ElementSubject, { base, facts }: Pick<AttackGraph, "base" | "facts">): readonly number[] {
  if (actor !== "anonymous") return [facts.self(element), ...homes(element, facts)];
  const found: number[] = [];
  if (element.characteristics.get("internet-facing")?.value === "yes") found.push(facts.facing(element));
  if (anonymousPresence(element, base.subjects).low) found.push(facts.place(element), ...homes(element, facts));
  if (element.source.actor === "anonymous") found.push(facts.self(element));
  return found;
}

function homes(element: ElementSubject, facts: AttackGraph["facts"]): readonly number[] {
  const network: BoundarySubject | undefined = networkOf(element);
  return [facts.home(element), ...(network ? [facts.home(network)] : [])];
}

/** Whoever has taken over one element. */
export function takenOver(element: ElementSubject, { facts }: AttackGraph): readonly number[] {
  return [facts.world(), facts.own(element), ...(element.source.kind === "external" ? [facts.self(element), ...homes(element, facts)] : [])];
}
