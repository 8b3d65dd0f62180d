// The lists of an OTM file: every entry with its id, its name, and a key that is its alone even where ids repeat.
import { lose } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { report, takeLine, takeMaps } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import type { Place } from "../foreign/place.ts";
import { hash } from "../ids/short-id.ts";
import { slug } from "../ids/slug.ts";

export interface Item {
  readonly place: Place;
  /** As the file refers to it. */
  readonly id: string;
  /** Unique in its list. */
  readonly key: string;
  /** One line; empty when it has none. */
  readonly name: string;
}

export interface ItemList {
  readonly items: readonly Item[];
  /** What a reference means: the first entry with that id. */
  readonly byId: ReadonlyMap<string, Item>;
}

export function readItems(intake: Intake, root: Place, list: string): ItemList {
  const byId = new Map<string, Item>();
  const keys = new Set<string>();
  const items = takeMaps(intake, root, list).flatMap((place) => {
    const name = takeLine(intake, place, "name") ?? "";
    const id = takeLine(intake, place, "id") ?? `${list}:${slug(name)}`;
    const key = byId.has(id) ? `${id}/${hash(JSON.stringify(place.value) ?? "")}` : id;
    const item = { place, id, key, name };
    if (byId.has(id)) report(intake, "F2006", place.at, { id, what: list });
    if (keys.has(key)) {
      lose(intake.account, { kind: "dropped", at: place.at, what: `${describeItem(list, item)}, once more`, why: "An entry before it says the same under the same id." });
      return [];
    }
    keys.add(key);
    if (!byId.has(id)) byId.set(id, item);
    return [item];
  });
  return { items, byId };
}

const words: Readonly<Record<string, string>> = {
  trustZones: "trust zone", components: "component", dataflows: "data flow", assets: "asset", threats: "threat", mitigations: "mitigation", representations: "representation",
};

export function describeItem(list: string, item: Item): string {
  return `${words[list] ?? list} ${item.name === "" ? `\`${excerpt(item.id)}\`` : `"${excerpt(item.name)}"`}`;
}
