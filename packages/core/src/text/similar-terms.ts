// The terms of a catalogue that a person most likely meant, for "did you mean …?" hints: by spelling, by the other words that people
// search by, and by parts. Several when no single one is clear.
import { slipsOf } from "./nearest.ts";

export interface Term {
  readonly id: string;
  readonly title?: string;
  /** Other words that people use for it. */
  readonly also?: readonly string[];
}

const most = 3;

export function similarTerms(word: string, terms: Iterable<Term>): readonly string[] {
  const all = [...terms];
  const named = all.filter((term) => [term.title ?? "", ...term.also ?? []].some((name) => plain(name) === plain(word))).map(({ id }) => id);
  if (named.length > 0) return [...new Set(named)].sort().slice(0, most);
  const slips = slipsOf(word, all.map(({ id }) => id));
  const few = slips.filter((slip) => isSlip(word, slip)).sort((a, b) => sharedStart(word, b) - sharedStart(word, a));
  if (few.length > 0) return few.slice(0, most);
  const shared = byParts(word, all);
  return shared.length > 0 ? shared : slips.slice(0, most);
}

/** A few wrong letters of a longer word rather than another word. */
function isSlip(word: string, close: string): boolean {
  return Math.abs(word.length - close.length) <= 2 && sharedStart(word, close) + sharedStart(reversed(word), reversed(close)) >= Math.min(word.length, close.length) - 2;
}

/** Each part of the word looks for its best match among a term's parts and other words; what matches most parts wins. */
function byParts(word: string, terms: readonly Term[]): readonly string[] {
  const parts = partsOf(word).filter((part) => part.length >= 3).map((part) => [part, ...synonymsOf(part, terms)]);
  const scored = terms.map((term) => ({ id: term.id, score: scoreOf(parts, term) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best < enough) return [];
  return scored.filter(({ score }) => score >= best - 0.5).map(({ id }) => id).sort(shorterFirst).slice(0, most);
}

/** A part that is the term's own, or the beginning of one. */
const enough = 2;

/** `mail` for `email`: a term's own word for another word of its. */
function synonymsOf(part: string, terms: readonly Term[]): readonly string[] {
  return terms.filter(({ id, also }) => !id.includes(".") && also?.includes(part) === true).map(({ id }) => id);
}

function scoreOf(parts: readonly (readonly string[])[], term: Term): number {
  const own = partsOf(term.id);
  const other = [term.title ?? "", ...term.also ?? []].flatMap(partsOf);
  return parts.reduce((sum, words) => sum + Math.max(...words.map((word) => Math.max(matchOf(word, own) * 1.1, matchOf(word, other)))), 0);
}

function matchOf(part: string, words: readonly string[]): number {
  return Math.max(0, ...words.map(function match(word) {
    if (word === part) return 3;
    const [short, long] = word.length < part.length ? [word, part] : [part, word];
    return short.length >= 4 && long.startsWith(short) ? 2 : 0;
  }));
}

function partsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
}

function plain(text: string): string {
  return partsOf(text).join(" ");
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

function shorterFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
