// What somebody means by a goal: the id of data or of an element, or else words of its title or kind.
import type { Model } from "@merlon/core";
import { unknownId } from "../unknown-id.ts";

export interface FoundGoals {
  readonly ids: readonly string[];
  /** True when it was found by words, which is worth saying. */
  readonly byWords: boolean;
}

/** Words that say nothing of which data is meant. */
const EMPTY = new Set(["data", "info", "information", "details", "the", "of", "and"]);

/** All that share most words with the name; throws when nothing shares any. */
export function findGoals(name: string, model: Model): FoundGoals {
  const id = model.formerly.get(name) ?? name;
  if (model.data.has(id) || model.elements.has(id)) return { ids: [id], byWords: false };
  const wanted = wordsOf(name).filter((word) => !EMPTY.has(word));
  const objects = [...model.data.values(), ...model.elements.values()].map((object) => {
    const own = wordsOf([object.id, object.title, "kind" in object && object.kind && model.data.has(object.id) ? object.kind : ""].join(" "));
    return { id: object.id, isData: model.data.has(object.id), score: wanted.filter((word) => own.includes(word)).length };
  });
  const best = Math.max(1, ...objects.map(({ score }) => score));
  const found = objects.filter(({ score }) => score === best);
  // Data is what people usually mean.
  const data = found.filter(({ isData }) => isData);
  if (found.length === 0) throw unknownId("data or element", name, [...model.data.keys(), ...model.elements.keys()]);
  return { ids: (data.length > 0 ? data : found).map(({ id: one }) => one).sort(), byWords: true };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "").map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
}
