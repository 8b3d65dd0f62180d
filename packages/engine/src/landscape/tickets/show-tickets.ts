// What tickets show: a vulnerability at the place of a threat of its kind confirms it, and contradicts a control that is said to stand against it.
import type { Model } from "@merlon/core";
import type { LandscapeTicket, Target, Threat } from "@merlon/schema";
import type { Collector } from "../collector.ts";
import type { PlacedTicket } from "./place-tickets.ts";
import type { RuleKind, TicketSource } from "./ticket-source.ts";

/** A threat, or one that something is said to stop. */
interface Instance extends RuleKind {
  readonly id: string;
  readonly rule: string | undefined;
  readonly targets: readonly Target[];
  readonly isThreat: boolean;
}

export function isOpen({ state }: Pick<LandscapeTicket, "state">): boolean {
  return state !== "done" && state !== "accepted";
}

export function showWhatTicketsShow(source: TicketSource, placed: ReadonlyMap<string, PlacedTicket>, { relate }: Collector): void {
  if (placed.size === 0) return;
  const { model } = source;
  const instances = instancesOf(source);
  const linked = linkedPlaces(placed);
  for (const { ticket, id, isObject, places } of placed.values()) {
    if (isObject || ticket.type === "person" || ticket.type === "element") continue;
    for (const threat of ticket.threats) relate(id, ticket.type === "ticket" ? "tracks" : ticket.type === "risk" ? "relates" : "confirms", `threat:${threat}`);
    if (ticket.type !== "vulnerability" && ticket.type !== "incident") continue;
    const where = new Set([...places, ...linked.get(ticket.key) ?? []]);
    for (const instance of instances) {
      if (!isOfKind(ticket, instance) || !isThere(instance, where, model)) continue;
      if (instance.isThreat) relate(id, "confirms", `threat:${instance.id}`);
      if (ticket.type === "vulnerability" && isOpen(ticket)) for (const control of against(instance, where, model)) relate(id, "contradicts", `control:${control}`);
    }
  }
}

function instancesOf({ analysis, kindOf }: TicketSource): readonly Instance[] {
  const controlsOf = (rule: string | undefined) => (rule === undefined ? undefined : kindOf?.(rule))?.controls ?? [];
  const threats = analysis.threats.map((threat: Threat): Instance => ({
    id: threat.id, rule: threat.rule?.id, targets: threat.targets ?? [threat.target], isThreat: true,
    weaknesses: threat.cwe, techniques: threat.attack.map(({ id }) => id), controls: controlsOf(threat.rule?.id),
  }));
  const stopped = analysis.mitigated.flatMap(({ id, rule, target }): readonly Instance[] => {
    const kind = kindOf?.(rule);
    return kind ? [{ ...kind, id, rule, targets: [target], isThreat: false }] : [];
  });
  return [...threats, ...stopped];
}

/** Objects of the model that links lead to or come from. */
function linkedPlaces(placed: ReadonlyMap<string, PlacedTicket>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (one: PlacedTicket, other: PlacedTicket) => {
    if (other.isObject) found.set(one.ticket.key, (found.get(one.ticket.key) ?? new Set<string>()).add(other.id));
  };
  for (const one of placed.values()) {
    for (const { relation, to } of one.ticket.links) {
      const other = relation === "affects" ? placed.get(to) : undefined;
      if (other === undefined) continue;
      add(one, other);
      add(other, one);
    }
  }
  return found;
}

function isOfKind({ threats, weaknesses, techniques }: LandscapeTicket, instance: Instance): boolean {
  if (threats.includes(instance.id) || (instance.rule !== undefined && threats.includes(instance.rule))) return true;
  return weaknesses.some((cwe) => instance.weaknesses.includes(cwe)) || techniques.some((one) => instance.techniques.some((other) => isSameTechnique(one, other)));
}

/** A technique and one of its own parts are the same for people who label tickets. */
function isSameTechnique(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

function isThere({ targets }: Instance, where: ReadonlySet<string>, model: Model): boolean {
  return targets.some((target) => where.has(`${target.kind}:${target.id}`) || endsOf(target, model).some((end) => where.has(`element:${end}`)));
}

function endsOf({ kind, id }: Target, model: Model): readonly string[] {
  const flow = kind === "flow" ? model.flows.get(id) : undefined;
  return flow === undefined ? [] : [flow.from, flow.to];
}

/** Controls that are said to be there, of a type that stops this, at the place of the ticket or of the threat or around it. */
function against({ controls, targets }: Instance, where: ReadonlySet<string>, model: Model): readonly string[] {
  if (controls.length === 0) return [];
  const ids = [...where].map((id) => id.slice(id.indexOf(":") + 1));
  const at = new Set([...ids, ...targets.map(({ id }) => id), ...ids.flatMap((id) => model.elements.get(id)?.in ?? [])]);
  return [...model.controls.values()].filter((control) => control.state === "implemented" && controls.includes(control.type) && control.at.some((id) => at.has(id))).map(({ id }) => id);
}
