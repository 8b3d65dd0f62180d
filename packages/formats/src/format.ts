// What a foreign format offers: to say whether a text is its own, and to read it into a model document with a loss report.
import type { Limits } from "@merlon/core";
import type { ImportResult, ModelDocument } from "@merlon/schema";
import type { ObjectLimits } from "./limits.ts";

export interface ReadOptions {
  /** The path that diagnostics show. */
  readonly path: string;
  /** What the last import of the same source gave: objects found again keep their ids, whatever they are called now. */
  readonly previous?: ModelDocument;
  /** Ids of the model that are not this source's own, so that nothing imported takes one of them. */
  readonly taken?: ReadonlySet<string>;
  readonly limits?: Limits;
  readonly most?: ObjectLimits;
}

/** An import; without a document when the file could not be used, and then an error among the diagnostics says why. */
export interface ReadResult extends Omit<ImportResult, "document"> {
  readonly document?: ModelDocument;
  /** The rules that the file brings, as a pack. A file may hold nothing else, and then there is a pack and no document. */
  readonly pack?: ForeignPack;
}

/** A rule pack made of a foreign file. */
export interface ForeignPack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Paths from the pack's folder on. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Rules by the ids that they have in the foreign file. */
  readonly rules: ReadonlyMap<string, string>;
}

/** What a file is shown as to find out whose it is. */
export interface ForeignFile {
  readonly text: string;
  /** The text as JSON or YAML; undefined when it is neither. */
  readonly value: unknown;
}

/** What a file is that cannot be read, in words that follow "This is", and what to do with it. */
export interface OtherFormat {
  readonly what: string;
  readonly advice: string;
}

export interface Format {
  readonly id: string;
  readonly title: string;
  /** File name endings, with the dot. */
  readonly extensions: readonly string[];
  /** `pack`: its files hold rules and no model. A model when left out. */
  readonly holds?: "pack";
  /** true: it can be read. Words: it belongs here but cannot be read, and why. false: something else. */
  recognises(file: ForeignFile): boolean | OtherFormat;
  /** Never throws because of the text. */
  read(text: string, options: ReadOptions): ReadResult;
}
