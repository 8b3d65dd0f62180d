// Whether a flow brings personal data to a party that is missing from the recipients stated for it. Where no recipients are stated nobody can be missing.
import { anyFactOf } from "./any-fact.ts";
import { dataOn } from "./data-at.ts";
import { assumed, flag, unknown } from "./fact.ts";
import type { FactBase } from "./fact-base.ts";
import { ofModel, sharedTable } from "./shared-table.ts";
import type { DataSubject, ElementSubject, Fact, FlowSubject } from "./subject.ts";

export function unlistedRecipient(flow: FlowSubject, base: FactBase): Fact {
  const legs = [{ to: flow.to, leg: "request" }, { to: flow.from, leg: "response" }] as const;
  return anyFactOf(legs, ({ to, leg }) => {
    const party = isParty(to);
    if (party.value === "no") return party;
    const { data, missing } = dataOn(flow, base, leg);
    if (data.some((one) => isMissing(one, to, base))) return party;
    return missing.length > 0 && listsRecipients(base) ? unknown(missing) : assumed("no");
  });
}

const lists = sharedTable<boolean>("lists recipients", Object.is);

/** Whether recipients are stated for any data at all. */
function listsRecipients(base: FactBase): boolean {
  return ofModel(lists, base, () => [...base.subjects.data.values()].some((data) => recipientsOf(data) !== undefined));
}

/** People whose data it is and our own staff are no recipients in this sense. */
function isParty(element: ElementSubject): Fact {
  const { kind, actor } = element.source;
  if (kind !== "external") return flag(false);
  return actor === undefined ? unknown([{ subject: element, key: "actor" }]) : flag(actor === "supplier" || actor === "partner");
}

/** A name that an element had before still names it. */
function isMissing(data: DataSubject, { id, title }: ElementSubject, { model: { formerly } }: FactBase): boolean {
  const recipients = recipientsOf(data)?.map((name) => formerly.get(name) ?? name.toLowerCase());
  return recipients !== undefined && !recipients.includes(id) && !recipients.includes(title.toLowerCase());
}

function recipientsOf({ source: { personal } }: DataSubject): readonly string[] | undefined {
  return typeof personal === "object" ? personal.recipients : undefined;
}
