// A fact base that follows edits: what was worked out stays until something that it was worked out from has another value.
// The values of its facts equal those of createFactBase on the same model; what to ask about an unknown is kept by the naive one alone.
import { indexLibrary, type Model } from "@merlon/core";
import type { Library } from "@merlon/schema";
import { readCharacteristic } from "../facts/characteristic-fact.ts";
import { definitionOf, factKeys, fromOrigins, slotOf } from "../facts/create-fact-base.ts";
import type { FactBase, FactDefinition, SubjectKind, SharedTable } from "../facts/fact-base.ts";
import { originsFirst } from "../facts/origins-first.ts";
import { sameFact } from "../facts/shared-table.ts";
import type { ElementSubject, Fact, PathSubject, Subject } from "../facts/subject.ts";
import { createReachFollower, ownReach, ownReachTable, presenceAt, presenceTable } from "./reach-follower.ts";
import type { ModelDelta } from "./model-delta.ts";
import { createSubjectGraph, type ChangingMaps, type Heard, type SubjectGraph } from "./subject-graph.ts";
import type { ChangingElement } from "./tracked-subjects.ts";
import { createTracker, type Tracked, type TrackedSubject, type Tracker } from "./tracker.ts";

export interface TrackedBase {
  readonly base: FactBase;
  readonly graph: SubjectGraph;
  readonly tracker: Tracker;
  apply(delta: ModelDelta, heard: Pick<Heard, "added" | "removed">): void;
  /** Works out anew whatever changed until nothing more does. */
  settle(): void;
  /** Marks what read it. */
  changed(subject: Tracked, type: number): void;
  /** Called for each outcome of a rule (by type) that may be another one. */
  onOutcome(listen: (subject: TrackedSubject, type: number) => void): void;
  /** Called when a table of a subject has new contents. */
  onTable(listen: (table: SharedTable<unknown>, subject: TrackedSubject) => void): void;
  /** Called when all facts are settled; true when it changed more. */
  onSettled(listen: () => boolean): void;
  ways: (path: PathSubject, question: string) => { readonly least: number; readonly safest: number };
}

interface Entry { value: unknown; readonly type: number; readonly make: () => unknown }
type Cells = Map<SharedTable<unknown>, Entry>;
type Keeping = TrackedSubject & { readonly own: { readonly cache: (Fact | undefined)[] } };

const FACT_KINDS: readonly SubjectKind[] = ["element", "flow", "boundary", "data", "model", "path"];

// oxlint-disable-next-line max-lines-per-function -- small functions around one state that nothing else may touch
export function createTrackedBase(model: Model, library: Library): TrackedBase {
  const maps: ChangingMaps = { elements: new Map(model.elements), flows: new Map(model.flows), boundaries: new Map(model.boundaries), data: new Map(model.data), controls: new Map(model.controls) };
  const tracker = createTracker();
  const current: Model = { ...model, ...maps };
  const graph = createSubjectGraph(current, maps, tracker);
  const index = indexLibrary(library);
  const facts = factTypes(tracker);
  const queue: { readonly subject: Keeping; readonly type: number }[] = [];
  const tableTypes = new Map<number, SharedTable<unknown>>();
  let depth = 0;
  const reachChanged = new Set<ChangingElement>();
  const listeners = { outcome: (_: TrackedSubject, __: number): void => undefined, table: (_: SharedTable<unknown>, __: TrackedSubject): void => undefined, settled: () => false };

  function within<T>(subject: Tracked, type: number, work: () => T): T {
    depth++;
    try {
      return tracker.within(subject, type, work);
    } finally {
      depth--;
    }
  }
  function derived(subject: Subject, slot: number): Fact {
    const keeping = subject as unknown as Keeping;
    const type = facts.byKind[subject.kind]![slot]!;
    tracker.note(keeping, type);
    const { cache } = keeping.own;
    if (cache[slot] === undefined) cache[slot] = within(keeping, type, () => facts.byType.get(type)!.definition.derive(subject, base));
    else if (keeping.stale?.has(type) === true) refresh(keeping, type);
    return cache[slot];
  }
  function track<T>(table: SharedTable<T>, subject: Subject, make: () => T): T {
    const keeping = subject as unknown as Keeping;
    const cells = (keeping.tables ??= new Map()) as Cells;
    let entry = cells.get(table as SharedTable<unknown>);
    if (!entry) {
      const type = tracker.typeOf(`table ${table.name} of ${subject.kind}`);
      tableTypes.set(type, table as SharedTable<unknown>);
      entry = { value: within(keeping, type, make), type, make };
      cells.set(table as SharedTable<unknown>, entry);
    } else if (keeping.stale?.has(entry.type) === true) refresh(keeping, entry.type);
    tracker.note(keeping, entry.type);
    return entry.value as T; // what `make` gave
  }
  function refresh(subject: Keeping, type: number): void {
    subject.stale?.delete(type);
    const fact = facts.byType.get(type);
    if (fact) {
      const before = subject.own.cache[fact.slot];
      if (before === undefined) return;
      const now = (subject.own.cache[fact.slot] = within(subject, type, () => fact.definition.derive(subject, base)));
      if (!sameFact(before, now)) changed(subject, type);
      return;
    }
    const table = tableTypes.get(type)!;
    const entry = (subject.tables as Cells | undefined)?.get(table);
    if (!entry) return;
    const before = entry.value;
    entry.value = within(subject, type, entry.make);
    if (table.same(before, entry.value)) return;
    if (table === (ownReachTable as SharedTable<unknown>)) reachChanged.add(subject as unknown as ChangingElement);
    listeners.table(table, subject);
    changed(subject, type);
  }
  function mark(subject: TrackedSubject, type: number): void {
    const keeping = subject as unknown as Keeping;
    const fact = facts.byType.get(type);
    const table = fact ? undefined : tableTypes.get(type);
    if (!fact && !table) return listeners.outcome(subject, type);
    // What is just being worked out may have read the old value of what changed.
    const isThere = depth > 0 || (fact ? keeping.own.cache[fact.slot] !== undefined : subject.tables?.has(table!) === true);
    if (!isThere || subject.stale?.has(type) === true) return;
    (subject.stale ??= new Set()).add(type);
    queue.push({ subject: keeping, type });
  }
  function changed(subject: Tracked, type: number): void {
    tracker.readersOf(subject, type, mark);
  }
  const presenceOf = (element: ElementSubject) => track(presenceTable, element, () => presenceAt(element, graph.subjects));
  const ownOf = (element: ElementSubject) => track(ownReachTable, element, () => ownReach(element, presenceOf));
  const tracked: TrackedBase = {
    graph, tracker, changed,
    get base() { return base; },
    ways: () => ({ least: 0, safest: 0 }),
    onOutcome: (listen) => void (listeners.outcome = listen), onTable: (listen) => void (listeners.table = listen), onSettled: (listen) => void (listeners.settled = listen),
    apply(delta, heard) {
      const noteEnds = (flow: { readonly own: { readonly to: ElementSubject; readonly via: readonly ElementSubject[] } }): void => {
        for (const end of [flow.own.to, ...flow.own.via]) reachChanged.add(end as ChangingElement);
      };
      graph.apply(delta, {
        changed, unlinked: noteEnds, linked: noteEnds,
        added(subject) { if (subject.kind === "element") reachChanged.add(subject); heard.added(subject); },
        removed(subject) { if (subject.kind === "element") reachChanged.add(subject); heard.removed(subject); },
      });
      reach.grow(graph.size());
    },
    settle() {
      do {
        for (let next = queue.pop(); next; next = queue.pop()) if (!next.subject.isRemoved && next.subject.stale?.has(next.type) === true) refresh(next.subject, next.type);
        if (reachChanged.size === 0) continue;
        const mended = reach.mend(reachChanged);
        reachChanged.clear();
        for (const element of mended) for (const type of facts.ofReach) mark(element, type);
      } while (queue.length > 0 || reachChanged.size > 0 || listeners.settled());
    },
  };
  const base: FactBase = {
    subjects: graph.subjects, model: current, library, index, derived, track,
    get reach() { return reach.table; },
    ways: (path, question) => tracked.ways(path, question),
    fact(subject, key) {
      const slot = slotOf(subject.kind, key);
      return slot === undefined ? readCharacteristic(index.characteristics.get(key), subject, key) : derived(subject, slot);
    },
  };
  const reach = createReachFollower(graph.elements, ownOf);
  // However long a chain of derivations is, it is worked out without recursion.
  for (const data of originsFirst(graph.subjects)) for (const key of fromOrigins) base.fact(data, key);
  return tracked;
}

interface FactType { readonly slot: number; readonly definition: FactDefinition<Subject> }

function factTypes(tracker: Tracker) {
  const byKind: Partial<Record<SubjectKind, number[]>> = {};
  const byType = new Map<number, FactType>();
  for (const kind of FACT_KINDS) {
    byKind[kind] = factKeys(kind).map((key, slot) => {
      const type = tracker.typeOf(`fact ${kind}.${key}`);
      byType.set(type, { slot, definition: definitionOf(kind, key)! });
      return type;
    });
  }
  return { byKind, byType, ofReach: ["reach", "reached-by"].map((key) => byKind.element![slotOf("element", key)!]!) };
}
