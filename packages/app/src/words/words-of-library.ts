// The words of a library and those of the model format as one list: what each is called, what else people call it, and what it says about the thing it is written for.
import { ActorClassSchema, BoundaryTypeSchema, choiceTexts, type Library } from "@merlon/schema";
import type { WordKind } from "./word-kinds.ts";

export interface Word {
  readonly kind: WordKind;
  /** As it is written. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Other words that people search by; they cannot be written. */
  readonly also: readonly string[];
  /** What it brings or allows, each as `key: value`; a dotted word also has what the words before its dots say. */
  readonly says: readonly string[];
}

interface Source extends Pick<Word, "id" | "title"> {
  readonly description?: string;
  readonly also?: readonly string[];
}

type Said = Readonly<Record<string, unknown>>;

/** By kind, then by id. */
export function wordsOfLibrary(library: Library): readonly Word[] {
  return [
    ...wordsOf("type", library.types, ({ kinds, actor, implies }) => ({ kinds, actor, ...implies })),
    ...wordsOf("boundary-type", choiceTexts(BoundaryTypeSchema).map(worded), () => ({})),
    ...wordsOf("actor", choiceTexts(ActorClassSchema).map(worded), () => ({})),
    ...wordsOf("technology", library.technologies, ({ type, implies }) => ({ type, ...implies })),
    ...wordsOf("protocol", library.protocols, ({ port, implies }) => ({ port, ...implies })),
    ...wordsOf("data-kind", library.dataKinds, ({ personal, special, credential, class: least }) => ({ personal, special, credential, ...atLeast(least) })),
    ...wordsOf("control", library.controls, ({ at, provides }) => ({ at, ...provides })),
    ...wordsOf("scale", library.scales, ({ protects, levels, class: classes }) => ({ protects, levels: levels.map((level) => `${level} (${classes[level] ?? ""})`) })),
    ...wordsOf("characteristic", library.characteristics.map((one) => ({ ...one, description: one.question.replaceAll("{title}", "it") })), (one) => ({ of: one["applies-to"], takes: one.values?.map(({ id }) => id) ?? [one.kind === "flag" ? "yes or no" : `a ${one.kind}`] })),
  ];
}

function worded({ value, text }: { readonly value: string; readonly text: string }): Source {
  return { id: value, title: text.replace(/\.$/, "") };
}

function wordsOf<T extends Source>(kind: WordKind, sources: readonly T[], saidBy: (source: T) => Said): readonly Word[] {
  return sources.map((source) => ({
    kind, id: source.id, title: source.title, ...(source.description === undefined ? {} : { description: source.description }),
    also: source.also ?? [], says: sentencesOf(saidBy(source)),
  })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function atLeast(least: Said = {}): Said {
  return Object.fromEntries(Object.entries(least).map(([property, level]) => [property, `at least ${String(level)}`]));
}

function sentencesOf(said: Said): readonly string[] {
  return Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${textOf(value)}`]));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return value === true ? "yes" : value === false ? "no" : String(value);
}
