// The conditions of all templates, alone and inside models: how many there are, and which the reader does not understand.
import { detectFormat } from "@merlon/formats";

export interface Expressions {
  /** Each wording once. */
  readonly distinct: number;
  /** Of files whose template is read. */
  readonly templates: number;
  readonly misunderstood: readonly string[];
}

interface SourceText {
  readonly file: string;
  readonly text: string;
}

export function expressionsOf(files: readonly SourceText[]): Expressions {
  const read = files.map(({ file, text }) => ({ text, result: detectFormat(file, text).format?.read(text, { path: file }) })).filter(({ result }) => result?.pack !== undefined);
  const wordings = read.flatMap(({ text }) => [...text.matchAll(/<(?:[a-z0-9]+:)?(Include|Exclude)>([^<]*)</g)].map(([, , words = ""]) => words.replace(/\s+/g, " ").trim()));
  const misunderstood = read.flatMap(({ result }) => (result?.diagnostics ?? []).filter(({ code }) => code === "F2063").map(({ message }) => message));
  return { distinct: new Set(wordings.filter((words) => words !== "")).size, templates: read.length, misunderstood };
}
