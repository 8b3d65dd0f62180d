// What is different about an object of a picture, each thing in a few words: from the operations on what is written.
import type { ModelOperation } from "@merlon/schema";
import type { Model } from "@merlon/core";
import { changeWords } from "../../impact/value-words.ts";

export interface WordsOfObjects {
  /** What was done to the object itself. */
  readonly own: ReadonlyMap<string, readonly string[]>;
  /** What was done to the controls that are at it. */
  readonly around: ReadonlyMap<string, readonly string[]>;
}

const longest = 64;
/** Nothing that a picture shows, or that follows from the model. */
const unseen = new Set(["description", "links", "tags", "sources", "visibility"]);
const referring = new Set(["in", "from", "to", "via", "carries", "response", "holds", "handles", "part-of"]);
/** What matters most in few words first, and of what is set what most else follows from. */
const kinds: readonly ModelOperation["kind"][] = ["rename", "move", "rewire", "lifecycle", "set"];
const keys: readonly string[] = ["title", "kind", "type", "trust", "protocol", "carries", "response", "holds", "handles"];

export type TitleOf = (id: string) => string;

export function wordsOfObjects(operations: readonly ModelOperation[], models: readonly Model[], title: TitleOf): WordsOfObjects {
  const own = new Map<string, string[]>();
  const around = new Map<string, string[]>();
  const say = (map: Map<string, string[]>, id: string, words: string): void => { map.set(id, [...(map.get(id) ?? []), shortened(words)]); };
  for (const operation of operations.toSorted((a, b) => rankOf(a) - rankOf(b) || a.id - b.id)) {
    const { map, object } = operation;
    if (map === "elements" || map === "flows" || map === "boundaries") {
      const words = wordsOf(operation, title);
      if (words !== undefined) say(own, object, words);
    } else if (map === "controls") {
      for (const id of new Set(models.flatMap((model) => model.controls.get(object)?.at ?? []))) say(around, id, controlWords(operation));
    }
  }
  return { own, around };
}

function rankOf({ kind, key = "" }: ModelOperation): number {
  const known = keys.indexOf(key);
  return kinds.indexOf(kind) * (keys.length + 1) + (known < 0 ? keys.length : known);
}

function wordsOf({ kind, key = "", before, after }: ModelOperation, title: TitleOf): string | undefined {
  if (kind === "add" || kind === "remove" || unseen.has(key)) return undefined;
  if (kind === "rename") return `formerly ${before ?? ""}`;
  if (key === "title") return before === undefined ? "with a title now" : `was “${before}”`;
  return referring.has(key) ? changeWords(key, titled(before, title), titled(after, title)) : changeWords(key, before, after);
}

function controlWords({ kind, title, key = "", before, after }: ModelOperation): string {
  if (kind === "add") return `with the control ${title}`;
  return kind === "remove" ? `without the control ${title}` : `control ${title}, ${changeWords(key, before, after)}`;
}

/** An id, or a list of them as JSON, in titles. */
function titled(text: string | undefined, title: TitleOf): string | undefined {
  if (text === undefined || !text.startsWith("[")) return text === undefined ? undefined : title(text);
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? JSON.stringify(list.map((item) => (typeof item === "string" ? title(item) : item))) : text;
  } catch {
    return text;
  }
}

function shortened(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, longest - 1)}…`;
}
