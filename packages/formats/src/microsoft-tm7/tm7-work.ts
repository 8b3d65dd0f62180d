// What the steps of one import of a Microsoft model share: the intake, the shapes, the template, the ids and the document so far.
import type { Draft, DraftObject } from "../document-draft.ts";
import { lose, loseEach } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import type { Intake } from "../foreign/intake.ts";
import type { IdBook } from "../ids/assign-ids.ts";
import { extension } from "../keep.ts";
import type { Template } from "../microsoft-template/template.ts";
import type { Property } from "./properties.ts";
import type { Shape } from "./shapes.ts";

export const system = "microsoft-tm7";

export interface Tm7Work {
  readonly intake: Intake;
  readonly draft: Draft;
  readonly book: IdBook;
  readonly shapes: readonly Shape[];
  /** undefined: the file has no knowledge base. */
  readonly template: Template | undefined;
  readonly crossings: ReadonlyMap<string, readonly Shape[]>;
  /** The box around a shape, by the shape's key. */
  readonly boxes: ReadonlyMap<string, Shape>;
}

export function idOf(work: Tm7Work, key: string): string {
  const id = work.book.ids.get(key);
  if (id === undefined) throw new Error(`No id was assigned to ${key}.`);
  return id;
}

export function sourcesOf({ sources }: { readonly sources: readonly string[] }): readonly { readonly system: string; readonly id: string }[] {
  return [{ system, id: sources[0] ?? "" }];
}

/** `x-microsoft-tm7` with what has no place of its own. */
export function extended(kept: DraftObject): DraftObject {
  return extension(system, kept);
}

/** Attributes of a shape that no characteristic stands for, by their titles; what says nothing is left out. */
export function keepProperties(work: Tm7Work, properties: readonly Property[]): DraftObject {
  const kept: Record<string, string> = {};
  for (const { place, title, name, value } of properties) {
    if (value === "") continue;
    kept[title || name] = value;
    loseEach(work.intake.account, { kind: "kept", at: place.at, what: `the attribute ${excerpt(title || name)}`, why: `It has no counterpart; it stands under \`x-${system}\`.` });
  }
  return Object.keys(kept).length === 0 ? {} : { attributes: kept };
}

export function titleOf(work: Tm7Work, shape: Shape, described: string): string | undefined {
  if (shape.name !== "") return shape.name;
  lose(work.intake.account, {
    kind: "defaulted", at: shape.place.at, what: `${described} is called \`${idOf(work, shape.key)}\``, claims: false,
    why: "It has no name; its id comes from its kind, or from its ends.", object: idOf(work, shape.key),
  });
  return undefined;
}
