// What the steps of one OTM import share: the intake, the lists of the file, the ids they get, and the document so far.
import type { SourceRef } from "@merlon/schema";
import type { Draft, DraftObject } from "../document-draft.ts";
import { lose } from "../foreign/account.ts";
import type { Intake } from "../foreign/intake.ts";
import { takeTexts } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import type { IdBook, IdMap } from "../ids/assign-ids.ts";
import { extension, keep } from "../keep.ts";
import type { Item, ItemList } from "./otm-items.ts";
import { describeItem } from "./otm-items.ts";
import type { Parents } from "./parents.ts";

export const system = "otm";

export const listNames = ["trustZones", "components", "dataflows", "assets", "threats", "mitigations", "representations"] as const;
export type ListName = (typeof listNames)[number];
export type Lists = Readonly<Record<ListName, ItemList>>;

export interface OtmWork {
  readonly intake: Intake;
  readonly draft: Draft;
  readonly book: IdBook;
  readonly lists: Lists;
  readonly parents: Parents;
}

/** Keys of ids are told apart by the map they go to, since OTM's lists have an id space each. */
export function keyIn(map: IdMap, key: string): string {
  return `${map} ${key}`;
}

export function idIn(work: OtmWork, map: IdMap, key: string): string {
  const id = work.book.ids.get(keyIn(map, key));
  if (id === undefined) throw new Error(`No id was assigned to ${map} ${key}.`);
  return id;
}

export function sourceOf(item: Item): readonly SourceRef[] {
  return [{ system, id: item.key }];
}

export function extended(kept: DraftObject): DraftObject {
  return extension(system, kept);
}

export function keepIt(work: OtmWork, place: Place, key: string, what?: string): unknown {
  return keep(work.intake, place, key, { system, ...(what === undefined ? {} : { what }) });
}

/** A name that is only a UUID was made up by a program. */
export function isMadeUp(name: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(name);
}

/** The name, or nothing: then its id is made from its kind, which is reported. */
export function titleOf(work: OtmWork, list: ListName, item: Item, id: string): string | undefined {
  if (isMadeUp(item.name)) {
    lose(work.intake.account, { kind: "dropped", at: under(item.place, "name").at, what: `the name of ${describeItem(list, item)}`, why: "It is a generated id that tells a reader nothing.", object: id });
    return undefined;
  }
  if (item.name !== "") return item.name;
  lose(work.intake.account, { kind: "defaulted", at: under(item.place, "name").at, what: `${describeItem(list, item)} is called \`${id}\``, why: "Without a name its id comes from its kind, its ends or the short form of its foreign id.", object: id });
  return undefined;
}

/** Each once, in the order of the file; undefined when there is none. */
export function tagsOf(work: OtmWork, place: Place): readonly string[] | undefined {
  const tags = [...new Set(takeTexts(work.intake, place, "tags"))];
  return tags.length === 0 ? undefined : tags;
}
