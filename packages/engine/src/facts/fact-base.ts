// Where facts are asked for. Shapes only, so that every fact module can see it without a cycle.
import type { LibraryIndex, Model } from "@merlon/core";
import type { Library, Provenance, Where } from "@merlon/schema";
import type { Fact, PathSubject, Subject, Subjects } from "./subject.ts";
import type { ReachTable } from "./reach-table.ts";

export type SubjectKind = Subject["kind"];

/** A line of a proof: what a derived fact rests on. */
export interface Support {
  readonly text: string;
  readonly where?: Where | undefined;
  readonly provenance?: Provenance;
}

/** One derived or structural fact. `order`: least first, for `at-least` and `below`. */
export interface FactDefinition<S extends Subject> {
  readonly title: string;
  readonly values: "flag" | "order" | "set" | "number" | "dotted" | "text";
  readonly order?: readonly string[];
  /** All values of a text that is one of a few words, without an order. */
  readonly among?: readonly string[];
  derive(subject: S, base: FactBase): Fact;
  because?(subject: S, base: FactBase): readonly Support[];
}

export type FactTable<S extends Subject> = Readonly<Record<string, FactDefinition<S>>>;

/** A table that many facts share: of a model, or of one of its objects. See shared-table.ts. */
export interface SharedTable<T> {
  readonly name: string;
  /** Whether two contents lead to the same values of facts. */
  readonly same: (one: T, other: T) => boolean;
  readonly known: WeakMap<object, T>;
}

export interface FactBase {
  readonly subjects: Subjects;
  readonly model: Model;
  readonly library: Library;
  readonly index: LibraryIndex;
  readonly reach: ReachTable;
  /** Any fact of a subject: derived, structural or a characteristic. Worked out at most once. */
  fact(subject: Subject, key: string): Fact;
  /** The same by slot (`slotOf`), without the look-up of the key. */
  derived(subject: Subject, slot: number): Fact;
  /** Only of a base that follows edits (see incremental/): keeps a table and notes who reads it. Its facts have the same values; what to ask about reach is not worked out. */
  readonly track?: <T>(table: SharedTable<T>, subject: Subject, make: () => T) => T;
  /** Of the same: the least that can stand in the way of a path, see paths/path-worlds.ts. */
  readonly ways?: (path: PathSubject, question: string) => { readonly least: number; readonly safest: number };
}
