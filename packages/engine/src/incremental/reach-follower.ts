// Reach that follows edits: the same as facts/reach.ts, mended where a change reaches.
// What an element has by itself is a table of the tracker; what spreads along flows (who gets there at all, and who) is kept as bits, each with the neighbour
// that it came from and its place in the order of coming: over-deletion and re-derivation (DRed, Gupta, Mumick and Subrahmanian), with the order in place of levels (Even and Shiloach).
import { actorsFor, anonymousPresence, hopOver, startsFor, type Presence } from "../facts/reach.ts";
import type { ReachTable } from "../facts/reach-table.ts";
import { sharedTable } from "../facts/shared-table.ts";
import type { ElementSubject, Subjects } from "../facts/subject.ts";
import { createHeap } from "./heap.ts";
import type { ChangingElement } from "./tracked-subjects.ts";

/** Reach by itself and over first hops, and the bits that start here. */
export interface OwnReach { readonly low: number; readonly high: number; readonly bits: number }

export const ownReachTable = sharedTable<OwnReach>("own reach", (a, b) => a.low === b.low && a.high === b.high && a.bits === b.bits);
export const presenceTable = sharedTable<Presence>("presence", (a, b) => a.low === b.low && a.high === b.high);

/** Somebody gets there, at the safest and at the least safe; then seven actors each. */
const BITS = 16;
const HIGH = 8;

export function ownReach(element: ElementSubject, presenceOf: (element: ElementSubject) => Presence): OwnReach {
  const here = presenceOf(element);
  const doors = [...startsFor(element, here), ...[...element.inflows, ...element.passing].map((flow) => hopOver(flow, presenceOf(flow.from)))];
  let low = 0;
  let high = 0;
  for (const door of doors) {
    low = Math.max(low, door?.low ?? 0);
    high = Math.max(high, door?.high ?? 0);
  }
  const actors = actorsFor(element, here);
  return { low, high, bits: (low > 0 ? 1 : 0) | (actors.low << 1) | (high > 0 ? 1 << HIGH : 0) | (actors.high << (HIGH + 1)) };
}

export function presenceAt(element: ElementSubject, subjects: Subjects): Presence {
  return anonymousPresence(element, subjects);
}

export interface ReachFollower {
  readonly table: ReachTable;
  /** For elements of higher indexes, before anybody asks for their reach. */
  grow(size: number): void;
  /** Elements that have another reach now. `changed`: those whose own reach or flows changed, or that are new. */
  mend(changed: ReadonlySet<ChangingElement>): readonly ChangingElement[];
}

const NOBODY = -1;
const ITSELF = -2;

/** `ownOf`: by the tracker. */
// oxlint-disable-next-line max-lines-per-function -- small functions around one state that nothing else may touch
export function createReachFollower(elements: ReadonlyMap<string, ChangingElement>, ownOf: (element: ElementSubject) => OwnReach): ReachFollower {
  let size = 0;
  let bits = new Uint16Array(0);
  /** By bit and element: the index of the neighbour that it came from. */
  let from: Int32Array[] = Array.from({ length: BITS }, () => new Int32Array(0));
  /** By bit and element: when it came. */
  let order: Float64Array[] = Array.from({ length: BITS }, () => new Float64Array(0));
  let clock = 0;
  const table = { low: new Uint8Array(0), high: new Uint8Array(0), actors: { low: new Uint8Array(0), high: new Uint8Array(0) }, through: new Map(), inputs: new Map() };

  function grow(least: number): void {
    if (least <= size) return;
    const next = Math.max(least, Math.ceil(size * 1.5));
    const longer = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const copy = new Uint8Array(next);
      copy.set(old);
      return copy;
    };
    const all = new Uint16Array(next);
    all.set(bits);
    bits = all;
    from = from.map((old) => {
      const copy = new Int32Array(next).fill(NOBODY);
      copy.set(old);
      return copy;
    });
    order = order.map((old) => {
      const copy = new Float64Array(next);
      copy.set(old);
      return copy;
    });
    table.low = longer(table.low);
    table.high = longer(table.high);
    table.actors = { low: longer(table.actors.low), high: longer(table.actors.high) };
    size = next;
  }

  function mend(changed: ReadonlySet<ChangingElement>): readonly ChangingElement[] {
    for (const { isRemoved, own } of changed) if (isRemoved) bits[own.index] = 0;
    const touched = new Set<ChangingElement>(changed);
    for (let bit = 0; bit < BITS; bit++) spread(bit, changed, touched);
    return [...touched].filter((element) => !element.isRemoved && settle(element));
  }

  function spread(bit: number, changed: ReadonlySet<ChangingElement>, touched: Set<ChangingElement>): void {
    const mask = 1 << bit;
    const came = from[bit]!;
    const lost = losers(bit, changed);
    for (const element of lost) {
      bits[element.own.index]! &= ~mask;
      came[element.own.index] = NOBODY;
      touched.add(element);
    }
    const queue: ChangingElement[] = [];
    const give = (element: ChangingElement, source: number): void => {
      const { index } = element.own;
      if (element.isRemoved || (bits[index]! & mask) !== 0) return;
      bits[index]! |= mask;
      came[index] = source;
      order[bit]![index] = ++clock;
      touched.add(element);
      queue.push(element);
    };
    for (const element of [...lost, ...changed]) {
      if (element.isRemoved) continue;
      if ((ownOf(element).bits & mask) !== 0) give(element, ITSELF);
      const before = sourcesOf(element).find((one) => (bits[one.own.index]! & mask) !== 0);
      if (before) give(element, before.own.index);
    }
    for (const element of queue) for (const next of nextOf(element)) give(next, element.own.index);
  }

  /**
   * Those whose bit rests on nothing any more. What came later never carries what came earlier, so that no circle carries itself; in the order in which they came,
   * each first looks for another neighbour that came before it, and only what finds none takes others with it.
   */
  function losers(bit: number, changed: ReadonlySet<ChangingElement>): ReadonlySet<ChangingElement> {
    const mask = 1 << bit;
    const [came, at] = [from[bit]!, order[bit]!];
    const lost = new Set<ChangingElement>();
    const has = ({ own: { index } }: ChangingElement): boolean => (bits[index]! & mask) !== 0;
    const left = createHeap<ChangingElement>();
    const asked = new Set<ChangingElement>();
    const ask = (element: ChangingElement): void => {
      if (!has(element) || asked.has(element)) return;
      asked.add(element);
      left.push(element, at[element.own.index]!);
    };
    const carriers = (element: ChangingElement): readonly ChangingElement[] => sourcesOf(element).filter((one) => has(one) && !lost.has(one) && at[one.own.index]! < at[element.own.index]!);
    for (const element of changed) ask(element);
    for (let element = left.pop(); element; element = left.pop()) {
      const { index } = element.own;
      if (!element.isRemoved) {
        if ((ownOf(element).bits & mask) !== 0) {
          came[index] = ITSELF;
          continue;
        }
        const others = carriers(element);
        if (others.length > 0) {
          if (!others.some(({ own }) => own.index === came[index])) came[index] = others[0]!.own.index;
          continue;
        }
      }
      lost.add(element);
      for (const next of nextOf(element)) if (came[next.own.index] === index) ask(next);
    }
    return lost;
  }

  /** Whether what facts read changed. */
  function settle(element: ChangingElement): boolean {
    const { index } = element.own;
    const own = ownOf(element);
    const all = bits[index]!;
    const low = own.low > 0 ? own.low : all & 1;
    const high = own.high > 0 ? own.high : (all >> HIGH) & 1;
    const [lowActors, highActors] = [(all >> 1) & 127, (all >> (HIGH + 1)) & 127];
    const { actors } = table;
    const isSame = table.low[index] === low && table.high[index] === high && actors.low[index] === lowActors && actors.high[index] === highActors;
    table.low[index] = low;
    table.high[index] = high;
    actors.low[index] = lowActors;
    actors.high[index] = highActors;
    return !isSame;
  }

  grow(elements.size);
  mend(new Set(elements.values()));
  return { table, grow, mend };
}

function nextOf({ own }: ChangingElement): readonly ChangingElement[] {
  return own.outflows.flatMap((flow) => [flow.to, ...flow.via]) as unknown as readonly ChangingElement[]; // of the same graph
}

function sourcesOf({ own }: ChangingElement): readonly ChangingElement[] {
  return [...own.inflows, ...own.passing].map(({ from }) => from) as unknown as readonly ChangingElement[]; // of the same graph
}
