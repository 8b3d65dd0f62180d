// `merlon words`: the words that one may write into a model, all of them or those that fit.
import { nearest } from "@merlon/core";
import { findModel } from "../model/find-models.ts";
import { loadModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import type { WordKind } from "./word-kinds.ts";
import { wordsOfLibrary, type Word } from "./words-of-library.ts";

export interface WordFilter {
  readonly kind?: WordKind;
  /** In the id, the title, the other words or the description. */
  readonly text?: string;
  /** The model whose packs are meant; the built-in ones when left out. */
  readonly model?: string;
}

export interface FoundWords {
  /** Those that are called so first, then those that only speak of it. */
  readonly words: readonly Word[];
  /** The nearest, when none fits. */
  readonly nearest?: string;
}

export async function listWords({ kind, text = "", model }: WordFilter, session: Session): Promise<FoundWords> {
  const library = model === undefined ? session.builtIn.library : (await loadModel(await findModel(model, session.cwd), session)).library;
  const all = wordsOfLibrary(library).filter((word) => kind === undefined || word.kind === kind);
  const sought = text.trim().toLowerCase();
  const named = all.filter(({ id, title, also }) => [id, title, ...also].some((name) => name.toLowerCase().includes(sought)));
  const told = all.filter((word) => !named.includes(word) && (word.description ?? "").toLowerCase().includes(sought));
  const words = [...named, ...told];
  return words.length > 0 ? { words } : closest(sought, all);
}

function closest(sought: string, words: readonly Word[]): FoundWords {
  const names = new Map(words.flatMap(({ id, title, also }) => [id, title, ...also].map((name) => [name.toLowerCase(), id] as const)));
  const name = nearest(sought, names.keys());
  const id = name === undefined ? undefined : names.get(name);
  return { words: [], ...(id === undefined ? {} : { nearest: id }) };
}
