// Data flows to flows. One that goes both ways stays one flow, with a response that is not known further.
import { lose } from "../foreign/account.ts";
import { report, takeFlag, takeLine, takeText } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import { dataIds } from "./assets.ts";
import type { Item } from "./otm-items.ts";
import { describeItem } from "./otm-items.ts";
import { extended, idIn, keepIt, sourceOf, tagsOf, titleOf } from "./otm-work.ts";
import type { Lists, OtmWork } from "./otm-work.ts";

export interface FlowEnds {
  readonly item: Item;
  readonly from: Item | undefined;
  readonly to: Item | undefined;
}

export function readEnds(intake: Intake, lists: Lists): readonly FlowEnds[] {
  return lists.dataflows.items.map((item) => ({ item, from: readEnd(intake, lists, item, "source"), to: readEnd(intake, lists, item, "destination") }));
}

function readEnd(intake: Intake, lists: Lists, item: Item, side: "source" | "destination"): Item | undefined {
  const id = takeLine(intake, item.place, side);
  const end = id === undefined ? undefined : lists.components.byId.get(id);
  if (id !== undefined && end === undefined && !lists.trustZones.byId.has(id)) {
    report(intake, "F2005", under(item.place, side).at, { what: `The ${side} of ${describeItem("dataflows", item)}`, target: id });
  }
  return end;
}

export function putDataflow(work: OtmWork, { item, from, to }: FlowEnds): void {
  const { intake } = work;
  if (from === undefined || to === undefined) {
    const at = (end: Item | undefined): string => (end === undefined ? "nothing" : describeItem("components", end));
    lose(intake.account, { kind: "dropped", at: item.place.at, what: `${describeItem("dataflows", item)} from ${at(from)} to ${at(to)}`, why: `${from === undefined ? "Its source" : "Its destination"} is no component of the file.` });
    return;
  }
  const id = idIn(work, "flows", item.key);
  const bothWays = takeFlag(intake, item.place, "bidirectional") === true;
  const carries = dataIds(work, item.place, "assets", describeItem("dataflows", item));
  if (bothWays) reportBothWays(work, item, id, from, carries !== undefined);
  work.draft.flows.set(id, {
    title: titleOf(work, "dataflows", item, id),
    from: idIn(work, "elements", from.key), to: idIn(work, "elements", to.key),
    description: takeText(intake, item.place, "description"),
    carries,
    response: bothWays ? "unknown" : undefined,
    tags: tagsOf(work, item.place),
    sources: sourceOf(item),
    ...extended({ attributes: keepIt(work, item.place, "attributes"), properties: keepIt(work, item.place, "properties"), representations: keepIt(work, item.place, "representations") }),
  });
}

function reportBothWays(work: OtmWork, item: Item, object: string, from: Item, hasAssets: boolean): void {
  const carried = hasAssets ? "; its assets go with the arrow" : "";
  lose(work.intake.account, {
    kind: "guessed", at: under(item.place, "bidirectional").at, what: `${describeItem("dataflows", item)} goes both ways: one flow, opened by ${describeItem("components", from)}, with an unknown response${carried}`,
    why: "OTM does not say which end opens the connection nor what goes which way.", object,
  });
}
