// Every derived and structural fact with its meaning, for the docs and for editors of rules.
import { definitionOf, factKeys } from "./create-fact-base.ts";
import type { SubjectKind } from "./fact-base.ts";

export interface FactDescription {
  readonly key: string;
  readonly title: string;
  readonly values: string;
  readonly order?: readonly string[];
}

const KINDS: readonly SubjectKind[] = ["element", "flow", "boundary", "data", "model", "path"];

/** By kind of object, in the order of the tables. */
export function describeFacts(): readonly { readonly kind: SubjectKind; readonly facts: readonly FactDescription[] }[] {
  return KINDS.map((kind) => ({
    kind,
    facts: factKeys(kind).map((key) => {
      const { title, values, order } = definitionOf(kind, key)!;
      return { key, title, values, ...(order ? { order } : {}) };
    }),
  }));
}
