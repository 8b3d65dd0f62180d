// Assets to kinds of data. Their numbers from 0 to 100 become levels of scales that come with the model.
import { lose, loseEach } from "../foreign/account.ts";
import { takeMap, takeNumber, takeList, takeLine, report, takeText } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { excerpt } from "../foreign/excerpt.ts";
import type { Item } from "./otm-items.ts";
import { extended, idIn, keepIt, sourceOf, titleOf } from "./otm-work.ts";
import type { OtmWork } from "./otm-work.ts";

const properties = ["confidentiality", "integrity", "availability"] as const;

/** Levels are named as the classes they mean; each stands for a quarter of the numbers. */
const levels = ["none", "low", "moderate", "high"] as const;

export function putAssets(work: OtmWork): void {
  for (const item of work.lists.assets.items) putAsset(work, item);
  if (work.draft.data.size === 0) return;
  for (const property of properties) {
    work.draft.scales.set(property, { protects: property, levels, class: Object.fromEntries(levels.map((level) => [level, level])) });
  }
}

function putAsset(work: OtmWork, item: Item): void {
  const id = idIn(work, "data", item.key);
  const risk = takeMap(work.intake, item.place, "risk");
  const numbers = risk === undefined ? {} : Object.fromEntries(properties.flatMap((property) => {
    const number = takeNumber(work.intake, risk, property);
    return number === undefined ? [] : [[property, number] as const];
  }));
  const stated = Object.entries(numbers);
  for (const [property] of stated) {
    loseEach(work.intake.account, { kind: "guessed", at: under(item.place, "risk", property).at, what: `the level of ${property}`, why: "Numbers from 0 to 100 become four levels, a quarter each; the numbers stand under `x-otm`." });
  }
  work.draft.data.set(id, {
    title: titleOf(work, "assets", item, id),
    description: takeText(work.intake, item.place, "description"),
    levels: stated.length === 0 ? undefined : Object.fromEntries(stated.map(([property, number]) => [property, levelOf(number)])),
    sources: sourceOf(item),
    ...extended({
      risk: stated.length === 0 ? undefined : numbers,
      comment: risk === undefined ? undefined : keepIt(work, risk, "comment", "the comment on an asset's numbers"),
      riskComments: risk === undefined ? undefined : keepIt(work, risk, "riskComments", "the comment on an asset's numbers"),
      attributes: keepIt(work, item.place, "attributes"),
    }),
  });
}

function levelOf(number: number): string {
  return levels[Math.min(3, Math.max(0, Math.floor(number / 25)))] ?? "none";
}

/** Ids of the data that a list of asset ids names; undefined when the list says nothing. */
export function dataIds(work: OtmWork, place: Place, key: string, who: string): readonly string[] | undefined {
  const list = under(place, key);
  const found = takeList(work.intake, place, key).flatMap((_, index) => {
    const id = takeLine(work.intake, list, index);
    const item = id === undefined ? undefined : work.lists.assets.byId.get(id);
    if (item !== undefined) return [idIn(work, "data", item.key)];
    if (id === undefined) return [];
    const at = under(list, index).at;
    report(work.intake, "F2005", at, { what: who, target: id });
    lose(work.intake.account, { kind: "dropped", at, what: `asset \`${excerpt(id)}\` of ${who}`, why: "The file has no such asset." });
    return [];
  });
  return found.length === 0 ? undefined : [...new Set(found)].sort();
}
