// Reach: how an attacker gets to an element. anonymous > authenticated > indirect > none, over the flows that are drawn.
// Computed twice, with the unknowns at their safest and at their least safe; where both agree it is known.
import type { ElementSubject, FlowSubject, Input, Subjects } from "./subject.ts";
import { ACTORS } from "./orders.ts";
import type { ReachTable } from "./reach-table.ts";
import { innermostPerType, statedTrust } from "./trust.ts";

const NONE = 0;
const INDIRECT = 1;
const AUTHENTICATED = 2;
const ANONYMOUS = 3;

/** Is an anonymous actor where an element is? */
export interface Presence {
  readonly low: boolean;
  readonly high: boolean;
  readonly inputs: readonly Input[];
}

const HERE: Presence = { low: true, high: true, inputs: [] };
const NOT_HERE: Presence = { low: false, high: false, inputs: [] };

interface Table extends ReachTable {
  readonly through: Map<number, FlowSubject>;
  readonly inputs: Map<number, Input[]>;
}

export function computeReach(subjects: Subjects): ReachTable {
  const elements = [...subjects.elements.values()];
  const size = elements.length;
  const table: Table = {
    low: new Uint8Array(size), high: new Uint8Array(size), actors: { low: new Uint8Array(size), high: new Uint8Array(size) }, through: new Map(), inputs: new Map(),
  };
  const presence = elements.map((element) => anonymousPresence(element, subjects));
  for (const element of elements) startAt(element, presence[element.index]!, table);
  for (const element of elements) for (const flow of element.outflows) firstHop(flow, presence[element.index]!, table);
  spread(elements, table.low);
  spread(elements, table.high, table.through);
  for (const element of elements) placeActors(element, presence[element.index]!, table);
  spreadActors(elements, table.actors.low);
  spreadActors(elements, table.actors.high);
  return table;
}

/** In every network boundary of the lowest trust, and at an anonymous external. */
export function anonymousPresence(element: ElementSubject, subjects: Subjects): Presence {
  const { kind, actor } = element.source;
  if (actor === "anonymous") return HERE;
  const network = innermostPerType(element).find((b) => b.source.type === "network");
  const trust = network && statedTrust(network);
  if (trust && trust.level === subjects.model.trustLevels[0]) return HERE;
  if (kind === "external" && actor === undefined) return { low: false, high: true, inputs: [{ subject: element, key: "actor" }] };
  return network && !trust ? { low: false, high: true, inputs: [{ subject: network, key: "trust" }] } : NOT_HERE;
}

function startAt(element: ElementSubject, here: Presence, table: Table): void {
  for (const { low, high, inputs } of startsFor(element, here)) raise(table, element, low, high, inputs);
}

/** What brings reach to an element without a flow. */
export function startsFor(element: ElementSubject, here: Presence): readonly Door[] {
  const { kind, actor } = element.source;
  const starts: Door[] = [{ low: here.low ? ANONYMOUS : NONE, high: here.high ? ANONYMOUS : NONE, inputs: here.inputs }];
  if (kind === "external" && actor !== undefined) starts.push({ low: AUTHENTICATED, high: AUTHENTICATED, inputs: [] });
  if (element.characteristics.get("internet-facing")?.value === "yes") starts.push(doorOf(element));
  return starts;
}

/** A reach that something gives, at its safest and its least safe. */
export interface Door { readonly low: number; readonly high: number; readonly inputs: readonly Input[] }

/** What is asked of who comes in: nothing (anonymous), or to be somebody (authenticated). */
function doorOf(subject: ElementSubject | FlowSubject): Door {
  const stated = subject.characteristics.get("authentication");
  if (!stated) return { low: AUTHENTICATED, high: ANONYMOUS, inputs: [{ subject, key: "authentication" }] };
  const level = stated.value === "no" ? ANONYMOUS : AUTHENTICATED;
  return { low: level, high: level, inputs: [] };
}

/** Strangers and customers are as far as the door lets anybody; every other external is somebody anyway. */
export function hopOver(flow: FlowSubject, at: Presence): Door | undefined {
  const { kind, actor } = flow.from.source;
  const isExternal = kind === "external";
  if (!at.high && !isExternal) return undefined;
  const door = doorOf(flow);
  const isOpen = at.high || actor === "customer";
  const low = at.low || actor === "customer" ? door.low : isExternal ? AUTHENTICATED : NONE;
  const high = isOpen ? door.high : AUTHENTICATED;
  return { low, high, inputs: [...at.inputs, ...(isOpen ? door.inputs : [])] };
}

function firstHop(flow: FlowSubject, at: Presence, table: Table): void {
  const hop = hopOver(flow, at);
  if (!hop) return;
  for (const end of [flow.to, ...flow.via]) {
    if (hop.high > table.high[end.index]!) table.through.set(end.index, flow);
    raise(table, end, hop.low, hop.high, hop.inputs);
  }
}

function raise(table: Table, { index }: ElementSubject, low: number, high: number, inputs: readonly Input[]): void {
  table.low[index] = Math.max(table.low[index]!, low);
  table.high[index] = Math.max(table.high[index]!, high);
  if (low === high || inputs.length === 0) return;
  const noted = table.inputs.get(index);
  if (noted) noted.push(...inputs);
  else table.inputs.set(index, [...inputs]);
}

/** Who gets to an element gets, through it, indirectly to where its flows lead. */
function spread(elements: readonly ElementSubject[], reach: Uint8Array, through?: Map<number, FlowSubject>): void {
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

function placeActors(element: ElementSubject, here: Presence, { actors }: Table): void {
  const { low, high } = actorsFor(element, here);
  actors.low[element.index] = low;
  actors.high[element.index] = high;
}

/** Who is at an element without a flow. */
export function actorsFor({ source, characteristics }: ElementSubject, here: Presence): { readonly low: number; readonly high: number } {
  const stranger = bitOf("anonymous");
  const isFacing = characteristics.get("internet-facing")?.value === "yes";
  const own = source.kind === "external" && source.actor ? bitOf(source.actor) : 0;
  const anybody = source.kind === "external" && source.actor === undefined ? EVERYBODY : 0;
  return { low: own | (here.low || isFacing ? stranger : 0), high: own | anybody | (here.high || isFacing ? stranger : 0) };
}

function spreadActors(elements: readonly ElementSubject[], actors: Uint8Array): void {
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

const EVERYBODY = (1 << ACTORS.length) - 1;

function bitOf(actor: (typeof ACTORS)[number]): number {
  return 1 << ACTORS.indexOf(actor);
}
