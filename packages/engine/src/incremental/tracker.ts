// Who read what: every value that is worked out in a frame notes what it reads, so that a change reaches those that read it and nobody else.
// Kept coarsely, as two facts: this object reads that one, and this type of value reads that type. Both are true of every real dependency, and together small.
import type { SharedTable } from "../facts/fact-base.ts";
import type { Subject } from "../facts/subject.ts";

/** What the tracker keeps at a subject. */
export interface Tracked {
  readonly kind: Subject["kind"];
  /** Objects that have values for which this one was read. */
  readers: Set<TrackedSubject> | undefined;
  /** Types of own values that may be out of date. */
  stale: Set<number> | undefined;
  tables: Map<SharedTable<unknown>, unknown> | undefined;
  /** By rule, what came out where it is more than nothing; undefined until it is judged. */
  outcomes: Map<number, unknown> | undefined;
  isRemoved: boolean;
}

export type TrackedSubject = Subject & Tracked;

export interface Tracker {
  /** A number for each type of value or field. */
  typeOf(name: string): number;
  note(subject: Tracked, type: number): void;
  /** Works something out; all that is read meanwhile is noted for this value. */
  within<T>(subject: Tracked, type: number, work: () => T): T;
  /** Calls `reach` for every value that may have been worked out from this one. */
  readersOf(subject: Tracked, type: number, reach: (reader: TrackedSubject, type: number) => void): void;
}

const KINDS: readonly Subject["kind"][] = ["element", "flow", "boundary", "data", "model", "path", "end"];

// oxlint-disable-next-line max-lines-per-function -- small functions around one state that nothing else may touch
export function createTracker(): Tracker {
  const types = new Map<string, number>();
  /** By type that is read, a flag for each type that reads it. */
  const seen: Uint8Array[] = [];
  /** By type that is read and kind of the reader: types that read it. */
  const readingTypes: number[][][] = [];
  let reading: Tracked | undefined;
  let readingType = 0;
  let last: Tracked | undefined;

  function notedFirst(type: number, reader: Tracked): void {
    let row = seen[type];
    if (!row || row.length <= readingType) {
      const longer = new Uint8Array(Math.max(512, readingType * 2));
      if (row) longer.set(row);
      seen[type] = row = longer;
    }
    row[readingType] = 1;
    ((readingTypes[type] ??= [])[KINDS.indexOf(reader.kind)] ??= []).push(readingType);
  }

  return {
    typeOf(name) {
      let type = types.get(name);
      if (type === undefined) types.set(name, (type = types.size));
      return type;
    },
    note(subject, type) {
      if (reading === undefined) return;
      if (subject !== reading && subject !== last) {
        (subject.readers ??= new Set()).add(reading as TrackedSubject);
        last = subject;
      }
      if (seen[type]?.[readingType] !== 1) notedFirst(type, reading);
    },
    within(subject, type, work) {
      const [outer, outerType] = [reading, readingType];
      reading = subject;
      readingType = type;
      last = undefined;
      try {
        return work();
      } finally {
        reading = outer;
        readingType = outerType;
        last = undefined;
      }
    },
    readersOf(subject, type, reach) {
      const byKind = readingTypes[type];
      if (!byKind) return;
      const visit = (reader: TrackedSubject): void => {
        for (const own of byKind[KINDS.indexOf(reader.kind)] ?? []) reach(reader, own);
      };
      visit(subject as TrackedSubject);
      for (const reader of subject.readers ?? []) {
        if (reader.isRemoved) subject.readers?.delete(reader);
        else visit(reader);
      }
    },
  };
}
