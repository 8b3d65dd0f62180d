// How a thing of a landscape hangs together with what the landscape is of: the shortest chain of relations, in words.
import type { Landscape, LandscapeObject, LandscapeRelation } from "@merlon/schema";
import { relationWords } from "./landscape-words.ts";

/** What boxes and chains are made from: a landscape, or two as one. */
export type Boxable = Pick<Landscape, "of" | "objects" | "relations">;

export interface ChainLink {
  readonly object: LandscapeObject;
  /** How the thing before is related to this one; absent at the start. */
  readonly words?: string;
}

/** From a start to the thing; only itself where no chain is known. */
export function chainsOf({ objects, relations }: Omit<Boxable, "of">): (object: LandscapeObject) => readonly ChainLink[] {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const before = new Map<string, { readonly id: string; readonly words: string }>();
  for (const { from, type, to } of relations) {
    const [there, back] = relationWords[type];
    offer(byId.get(from), byId.get(to), there, before);
    offer(byId.get(to), byId.get(from), back, before);
  }
  const chain = (object: LandscapeObject): readonly ChainLink[] => {
    const step = before.get(object.id);
    const earlier = step && byId.get(step.id);
    return earlier && step ? [...chain(earlier), { object, words: step.words }] : [{ object }];
  };
  return chain;
}

function offer(from: LandscapeObject | undefined, to: LandscapeObject | undefined, words: string, before: Map<string, { readonly id: string; readonly words: string }>): void {
  if (from?.distance === undefined || to?.distance !== from.distance + 1 || before.has(to.id)) return;
  before.set(to.id, { id: from.id, words });
}

/** Relations by both of their ends. */
export function relationsOf({ relations }: Pick<Boxable, "relations">): (id: string) => readonly { readonly relation: LandscapeRelation; readonly other: string; readonly words: string }[] {
  const found = new Map<string, { readonly relation: LandscapeRelation; readonly other: string; readonly words: string }[]>();
  const add = (id: string, other: string, relation: LandscapeRelation, words: string) => {
    const known = found.get(id);
    if (known) known.push({ relation, other, words });
    else found.set(id, [{ relation, other, words }]);
  };
  for (const relation of relations) {
    const [there, back] = relationWords[relation.type];
    add(relation.from, relation.to, relation, there);
    add(relation.to, relation.from, relation, back);
  }
  return (id) => found.get(id) ?? [];
}
