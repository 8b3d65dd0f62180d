// Reach: how an attacker gets to an element. anonymous > authenticated > indirect > none, over the flows that are drawn.
// Computed twice, with the unknowns at their safest and at their least safe; where both agree it is known.
import type { ActorClass } from "@merlon/schema";
import type { ElementSubject, FlowSubject, Input, Subjects } from "./subject.ts";
import { ACTORS } from "./orders.ts";
import type { ReachTable } from "./reach-table.ts";
import { innermostPerType, statedTrust } from "./trust.ts";

const NONE = 0;
const INDIRECT = 1;
const AUTHENTICATED = 2;
const ANONYMOUS = 3;

interface Presence {
  readonly low: boolean;
  readonly high: boolean;
  readonly inputs: readonly Input[];
}

export function computeReach(subjects: Subjects): ReachTable {
  const elements = [...subjects.elements.values()];
  const size = elements.length;
  const table: Table = {
    low: new Uint8Array(size), high: new Uint8Array(size), actors: new Uint8Array(size),
    through: new Map<number, FlowSubject>(), inputs: new Map<number, readonly Input[]>(),
  };
  const presence = elements.map((element) => anonymousPresence(element, subjects));
  for (const element of elements) startAt(element, presence[element.index]!, table);
  for (const flow of subjects.flows.values()) firstHop(flow, presence[flow.from.index]!, table);
  spread(elements, table.low, null);
  spread(elements, table.high, table.through);
  spreadActors(elements, table.actors, presence);
  return table;
}

/** Is an anonymous actor where this element is? In every network boundary of the lowest trust, and at an anonymous external. */
function anonymousPresence(element: ElementSubject, subjects: Subjects): Presence {
  if (element.source.actor === "anonymous") return { low: true, high: true, inputs: [] };
  const least = subjects.model.trustLevels[0];
  const network = innermostPerType(element).find((b) => b.source.type === "network");
  if (network) {
    const trust = statedTrust(network);
    if (trust) return { low: trust.level === least, high: trust.level === least, inputs: [] };
    return { low: false, high: true, inputs: [{ subject: network, key: "trust" }] };
  }
  const nameless = element.source.kind === "external" && element.source.actor === undefined;
  return nameless ? { low: false, high: true, inputs: [{ subject: element, key: "actor" }] } : { low: false, high: false, inputs: [] };
}

interface Table extends ReachTable {
  readonly through: Map<number, FlowSubject>;
  readonly inputs: Map<number, readonly Input[]>;
}

function startAt(element: ElementSubject, here: Presence, table: Table): void {
  const i = element.index;
  if (here.low) table.low[i] = ANONYMOUS;
  if (here.high) table.high[i] = ANONYMOUS;
  if (here.low !== here.high) note(table, i, here.inputs);
  if (element.source.kind === "external" && !here.high && element.source.actor !== undefined) {
    table.low[i] = table.high[i] = AUTHENTICATED;
  }
  if (element.characteristics.get("internet-facing")?.value === "yes" && !here.low) {
    const door = doorOf(element);
    raise(table, i, door.low, door.high);
    if (door.low !== door.high) note(table, i, [{ subject: element, key: "authentication" }]);
  }
}

/** What a flow asks of who comes through it: nothing (anonymous), or to be somebody (authenticated). */
function doorOf(subject: ElementSubject | FlowSubject): { readonly low: number; readonly high: number } {
  const stated = subject.characteristics.get("authentication");
  if (!stated) return { low: AUTHENTICATED, high: ANONYMOUS };
  const level = stated.value === "no" ? ANONYMOUS : AUTHENTICATED;
  return { low: level, high: level };
}

function firstHop(flow: FlowSubject, at: Presence, table: Table): void {
  const actor = flow.from.source.actor;
  const external = flow.from.source.kind === "external";
  if (!at.high && !external) return;
  const door = doorOf(flow);
  const open = at.high || actor === "customer" || actor === "anonymous";
  const low = at.low || actor === "customer" ? door.low : external ? AUTHENTICATED : NONE;
  const high = open ? door.high : AUTHENTICATED;
  const inputs: Input[] = [...at.inputs];
  if (open && door.low !== door.high) inputs.push({ subject: flow, key: "authentication" });
  for (const end of [flow.to, ...flow.via]) {
    if (high > table.high[end.index]!) table.through.set(end.index, flow);
    raise(table, end.index, low, high);
    if (low !== high) note(table, end.index, inputs);
  }
}

function raise(table: Table, i: number, low: number, high: number): void {
  table.low[i] = Math.max(table.low[i]!, low);
  table.high[i] = Math.max(table.high[i]!, high);
}

function note(table: Table, i: number, inputs: readonly Input[]): void {
  table.inputs.set(i, [...(table.inputs.get(i) ?? []), ...inputs]);
}

/** Who gets to an element gets, through it, indirectly to where its flows lead. */
function spread(elements: readonly ElementSubject[], reach: Uint8Array, through: Map<number, FlowSubject> | null): void {
  const queue = elements.filter((e) => reach[e.index]! > NONE);
  for (let head = 0; head < queue.length; head++) {
    for (const flow of queue[head]!.outflows) {
      for (const end of [flow.to, ...flow.via]) {
        if (reach[end.index] !== NONE) continue;
        reach[end.index] = INDIRECT;
        if (through && !through.has(end.index)) through.set(end.index, flow);
        queue.push(end);
      }
    }
  }
}

function spreadActors(elements: readonly ElementSubject[], actors: Uint8Array, presence: readonly Presence[]): void {
  for (const element of elements) {
    const own = presence[element.index]!.low ? "anonymous" : element.source.kind === "external" ? element.source.actor : undefined;
    if (own) actors[element.index] = actors[element.index]! | bitOf(own);
    if (element.characteristics.get("internet-facing")?.value === "yes") actors[element.index] = actors[element.index]! | bitOf("anonymous");
    if (element.source.kind === "external" && element.source.actor) actors[element.index] = actors[element.index]! | bitOf(element.source.actor);
  }
  const queue = elements.filter((e) => actors[e.index] !== 0);
  for (let head = 0; head < queue.length; head++) {
    const mine = actors[queue[head]!.index]!;
    for (const flow of queue[head]!.outflows) {
      for (const end of [flow.to, ...flow.via]) {
        const merged = actors[end.index]! | mine;
        if (merged === actors[end.index]) continue;
        actors[end.index] = merged;
        queue.push(end);
      }
    }
  }
}

function bitOf(actor: ActorClass): number {
  return 1 << ACTORS.indexOf(actor);
}

export function actorsOf(bits: number): readonly ActorClass[] {
  return ACTORS.filter((actor) => (bits & bitOf(actor)) !== 0);
}
