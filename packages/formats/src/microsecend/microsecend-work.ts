// What the steps of one import share, and how a value says that an annotation, or its absence, is where it comes from.
import type { SourceRef } from "@merlon/schema";
import type { Draft, DraftObject } from "../document-draft.ts";
import { lose, loseEach } from "../foreign/account.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { IdBook } from "../ids/assign-ids.ts";
import { extension } from "../keep.ts";
import type { ServiceFlag } from "./annotations.ts";
import type { Arrow, Box, Diagram } from "./entries.ts";

export const system = "microsecend";

export interface MicrosecendWork {
  readonly intake: Intake;
  readonly draft: Draft;
  readonly book: IdBook;
  readonly diagram: Diagram;
}

export function idOf(work: MicrosecendWork, entry: Box | Arrow): string {
  const id = work.book.ids.get(entry.key);
  if (id === undefined) throw new Error(`No id was assigned to ${entry.key}.`);
  return id;
}

export function sourcesOf(entry: Box | Arrow): readonly SourceRef[] {
  return [{ system, id: entry.key }];
}

/** A value in its long form: imported, with the annotation that says it. */
export function stated(value: string | readonly string[], because: string): DraftObject {
  return { value, source: "imported", ref: `${system}: ${because}` };
}

/** `yes` by the first annotation that is there, else `no` because none is. */
export function flagOf({ stereotypes: known }: ServiceFlag, stereotypes: readonly string[]): DraftObject {
  const found = known.find((stereotype) => stereotypes.includes(stereotype));
  return found === undefined ? stated("no", `no ${known[0] ?? ""}`) : stated("yes", found);
}

/** Annotations without a counterpart, kept as they are and listed. `used`: what the reader understood. */
export function keepRest(work: MicrosecendWork, entry: Box | Arrow, used: (word: string) => boolean): DraftObject {
  const { account } = work.intake;
  const stereotypes = entry.stereotypes.filter((stereotype) => !used(stereotype));
  for (const stereotype of stereotypes) {
    const at = under(entry.place, "stereotypes").at;
    loseEach(account, { kind: "kept", at, what: `the annotation \`${stereotype}\``, why: `It has no counterpart; it stands under \`x-${system}\`.`, claims: false });
  }
  const tags = entry.tags.filter(({ key }) => !used(key));
  for (const { key, at } of tags) loseEach(account, { kind: "kept", at, what: `\`${key}\``, why: `It has no counterpart; it stands under \`x-${system}\`.` });
  return extension(system, { stereotypes: stereotypes.length === 0 ? undefined : stereotypes, values: tags.length === 0 ? undefined : Object.fromEntries(tags.map(({ key, raw }) => [key, raw])) });
}

export function guess(work: MicrosecendWork, entry: Box | Arrow, what: string, why: string): void {
  lose(work.intake.account, { kind: "guessed", at: entry.place.at, what, why, object: idOf(work, entry), claims: false });
}
