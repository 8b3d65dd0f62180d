// Mitigations where they are attached, to controls. OTM says what they are in words only, so their type is `other`.
import { lose, loseEach } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { takeNumber, takeText } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Item } from "./otm-items.ts";
import type { Group } from "./instances.ts";
import { describeItem } from "./otm-items.ts";
import { extended, idIn, keepIt, system } from "./otm-work.ts";
import type { OtmWork } from "./otm-work.ts";
import { controlState } from "./states.ts";
import { targetsOf } from "./threats.ts";

/** Returns the mitigations that no control came of. */
export function putControls(work: OtmWork, groups: readonly Group[]): readonly unknown[] {
  const placed = groups.filter((group) => group.instances.some(({ target }) => target !== undefined));
  for (const group of placed) putControl(work, group);
  const used = new Set(placed.map((group) => group.item));
  return work.lists.mitigations.items.filter((item) => !used.has(item)).map((item) => keepUnused(work, item));
}

function putControl(work: OtmWork, group: Group): void {
  const at = targetsOf(work, group);
  const id = idIn(work, "controls", group.key);
  const { place, name } = group.item;
  for (const instance of group.instances) reportState(work, instance.state, instance.place, group.state);
  loseEach(work.intake.account, { kind: "defaulted", claims: false, at: place.at, what: "the type of a control is `other`", why: "OTM describes a mitigation in words only." });
  const reduction = takeNumber(work.intake, place, "riskReduction");
  if (reduction !== undefined) loseEach(work.intake.account, { kind: "guessed", at: under(place, "riskReduction").at, what: `strength \`${strengthOf(reduction)}\``, why: "A risk reduction from 0 to 100 becomes weak, moderate or strong, a third each; the number stands under `x-otm`." });
  work.draft.controls.set(id, {
    type: "other",
    title: name === "" ? undefined : name,
    description: takeText(work.intake, place, "description"),
    at: at.length === 1 ? at[0] : at,
    state: group.state,
    strength: reduction === undefined ? undefined : strengthOf(reduction),
    mitigates: [...new Set(group.instances.flatMap(({ against }) => (against === undefined ? [] : [idIn(work, "threats", against)])))].sort(),
    sources: group.sources.slice(0, 1).map((source) => ({ system, id: source })),
    ...extended({ riskReduction: reduction, attributes: keepIt(work, place, "attributes") }),
  });
}

function reportState(work: OtmWork, text: string, place: Group["item"]["place"], state: string): void {
  const known = controlState(text) !== undefined;
  loseEach(work.intake.account, {
    kind: known ? "guessed" : "defaulted", at: under(place, "state").at, what: `control state \`${state}\` for ${excerpt(text === "" ? "no state" : text)}`,
    why: known ? "OTM's states are free words; this one is taken to mean that." : "Nothing is known about this state, so the control is taken as a proposal.",
  });
}

function strengthOf(reduction: number): string {
  return reduction <= 33 ? "weak" : reduction <= 66 ? "moderate" : "strong";
}

/** A control has to be somewhere; a mitigation that is attached nowhere is kept at the model. */
function keepUnused(work: OtmWork, item: Item): unknown {
  lose(work.intake.account, { kind: "kept", at: item.place.at, what: describeItem("mitigations", item), why: "It is attached to nothing, so no control comes of it; it stands under `x-otm` of the model." });
  return item.place.value;
}
