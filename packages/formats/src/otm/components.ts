// Components to elements. OTM does not say whether one is a process, a store or an external; its type text is all there is to go by.
import { lose } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { takeLine, takeMap, takeText } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import { dataIds } from "./assets.ts";
import { guessKind } from "./component-kind.ts";
import type { KindGuess } from "./component-kind.ts";
import type { Item } from "./otm-items.ts";
import { describeItem } from "./otm-items.ts";
import { extended, idIn, keepIt, sourceOf, tagsOf, titleOf } from "./otm-work.ts";
import type { OtmWork } from "./otm-work.ts";

export function putComponents(work: OtmWork, codeOf: (item: Item) => unknown): void {
  for (const item of work.lists.components.items) putComponent(work, item, codeOf(item));
}

function putComponent(work: OtmWork, item: Item, code: unknown): void {
  const id = idIn(work, "elements", item.key);
  const typeText = takeLine(work.intake, item.place, "type");
  const guess = guessKind(typeText ?? "");
  reportGuess(work, item, id, guess);
  const zone = work.parents.zoneOf.get(item.key);
  const whole = work.parents.componentOf.get(item.key);
  const assets = takeMap(work.intake, item.place, "assets");
  work.draft.elements.set(id, {
    kind: guess.kind,
    type: guess.type,
    title: titleOf(work, "components", item, id),
    description: takeText(work.intake, item.place, "description"),
    in: zone === undefined ? undefined : idIn(work, "boundaries", zone.key),
    "part-of": whole === undefined ? undefined : idIn(work, "elements", whole.key),
    holds: assets === undefined ? undefined : dataIds(work, assets, "stored", describeItem("components", item)),
    handles: assets === undefined ? undefined : dataIds(work, assets, "processed", describeItem("components", item)),
    tags: tagsOf(work, item.place),
    sources: sourceOf(item),
    ...extended({ type: typeText, attributes: keepIt(work, item.place, "attributes"), properties: keepIt(work, item.place, "properties"), representations: code }),
  });
}

function reportGuess(work: OtmWork, item: Item, object: string, guess: KindGuess): void {
  const text = under(item.place, "type");
  const type = guess.type === undefined ? "" : ` of the type \`${guess.type}\``;
  lose(work.intake.account, {
    kind: "guessed", at: text.at, what: `${describeItem("components", item)} is ${guess.kind === "external" ? "an" : "a"} ${guess.kind}${type}`, object,
    why: guess.word === undefined ? `Its type ${excerpt(text.value ?? "is missing and")} tells nothing, so a process is assumed.` : `Its type ${excerpt(text.value)} has the word "${guess.word}".`,
  });
}
