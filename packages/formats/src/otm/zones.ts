// Trust zones to boundaries. The rating becomes a level of the trust scale, unless all zones have the same one and so are in no order.
import { lose } from "../foreign/account.ts";
import { takeMap, takeNumber, takeText } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Item } from "./otm-items.ts";
import { describeItem } from "./otm-items.ts";
import { extended, idIn, keepIt, sourceOf, titleOf } from "./otm-work.ts";
import type { OtmWork } from "./otm-work.ts";

/** Up to and including the number: the five levels of the usual trust scale, a fifth of the ratings each. */
const levels: readonly (readonly [upTo: number, level: string])[] = [[20, "untrusted"], [40, "partner"], [60, "edge"], [80, "internal"], [Infinity, "restricted"]];

export function putZones(work: OtmWork): void {
  const zones = work.lists.trustZones.items.map((item) => ({ item, rating: readRating(work, item) }));
  const ratings = zones.flatMap(({ rating }) => rating ?? []);
  const ordered = ratings.length < 2 || new Set(ratings).size > 1;
  for (const { item, rating } of zones) putZone(work, item, rating, ordered);
}

function readRating(work: OtmWork, item: Item): number | undefined {
  const risk = takeMap(work.intake, item.place, "risk");
  return risk === undefined ? undefined : takeNumber(work.intake, risk, "trustRating");
}

function putZone(work: OtmWork, item: Item, rating: number | undefined, ordered: boolean): void {
  const id = idIn(work, "boundaries", item.key);
  const outer = work.parents.outerOf.get(item.key);
  lose(work.intake.account, { kind: "defaulted", claims: false, at: item.place.at, what: `${describeItem("trustZones", item)} is of the type \`network\``, why: "OTM does not say what kind of boundary a zone is.", object: id });
  work.draft.boundaries.set(id, {
    type: "network",
    title: titleOf(work, "trustZones", item, id),
    description: takeText(work.intake, item.place, "description"),
    trust: rating === undefined ? undefined : trustOf(work, item, rating, ordered),
    in: outer === undefined ? undefined : idIn(work, "boundaries", outer.key),
    sources: sourceOf(item),
    ...extended({ type: keepIt(work, item.place, "type", "the type of a trust zone"), trustRating: rating, attributes: keepIt(work, item.place, "attributes"), properties: keepIt(work, item.place, "properties") }),
  });
}

function trustOf(work: OtmWork, item: Item, rating: number, ordered: boolean): string | undefined {
  const at = under(item.place, "risk", "trustRating").at;
  const object = idIn(work, "boundaries", item.key);
  if (!ordered) {
    lose(work.intake.account, { kind: "kept", at, what: `trust rating ${rating} of ${describeItem("trustZones", item)}`, why: "All zones have this rating, which puts them in no order; how far they are trusted stays unknown.", object });
    return undefined;
  }
  const level = levels.find(([upTo]) => rating <= upTo)?.[1] ?? "untrusted";
  lose(work.intake.account, { kind: "guessed", at, what: `trust \`${level}\` for rating ${rating} of ${describeItem("trustZones", item)}`, why: "Ratings from 0 to 100 become the five levels of trust, twenty each; the number stands under `x-otm`.", object });
  return level;
}
