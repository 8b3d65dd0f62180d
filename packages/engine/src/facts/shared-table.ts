// Tables that many facts share, worked out once for a model or for one of its objects.
// A fact base that follows edits keeps them itself, so that it knows who read them; every table that outlives a fact must go through here.
import type { FactBase, SharedTable } from "./fact-base.ts";
import type { Fact, Subject } from "./subject.ts";

export function sharedTable<T>(name: string, same: (one: T, other: T) => boolean): SharedTable<T> {
  return { name, same, known: new WeakMap<object, T>() };
}

export function ofModel<T>(table: SharedTable<T>, base: FactBase, make: () => T): T {
  return base.track ? base.track(table, base.subjects.root, make) : once(table, base, make);
}

export function ofSubject<T>(table: SharedTable<T>, subject: Subject, base: FactBase, make: () => T): T {
  return base.track ? base.track(table, subject, make) : once(table, subject, make);
}

/** What one object adds to a table of the model: of use only where the table is followed through edits. */
export function partOfTable<T>(table: SharedTable<T>, subject: Subject, base: FactBase, make: () => T): T {
  return base.track ? base.track(table, subject, make) : make();
}

function once<T>({ known }: SharedTable<T>, key: object, make: () => T): T {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = make()));
  return found;
}

/** Values, not what to ask about them; but whether there is something to ask. */
export function sameFact(one: Fact, other: Fact): boolean {
  return one === other || (sameAtom(one.value, other.value) && one.assumed === other.assumed && (one.inputs.length === 0) === (other.inputs.length === 0) && sameList(one.possible, other.possible, sameAtom));
}

function sameAtom(one: Fact["value"], other: Fact["value"]): boolean {
  return one === other || (typeof one === "object" && typeof other === "object" && sameList(one, other));
}

export function sameList<T>(one: readonly T[] | undefined, other: readonly T[] | undefined, same: (a: T, b: T) => boolean = Object.is): boolean {
  if (one === other) return true;
  if (one === undefined || other?.length !== one.length) return false;
  for (let i = 0; i < one.length; i++) if (!same(one[i]!, other[i]!)) return false;
  return true;
}
