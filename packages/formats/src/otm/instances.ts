// Threats and mitigations where they are attached. OTM defines each once and attaches it with a state of its own; entries of one definition and one state belong together.
import { lose, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { report, takeLine, takeMaps } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { groupBy } from "../ids/group-by.ts";
import type { IdMap } from "../ids/assign-ids.ts";
import type { FlowEnds } from "./dataflows.ts";
import type { Item, ItemList } from "./otm-items.ts";
import { describeItem } from "./otm-items.ts";
import type { Lists } from "./otm-work.ts";
import { controlStateKey, threatStateKey } from "./states.ts";

/** What something is attached to, in terms of the ids to come. */
export interface Target {
  readonly map: IdMap;
  readonly key: string;
}

export interface Instance {
  /** Where it is written; for a definition that is attached nowhere, the definition. */
  readonly place: Place;
  readonly item: Item;
  readonly state: string;
  readonly target?: Target | undefined;
  /** Written at a flow that is dropped, so that it moved to the end that there is. */
  readonly moved: boolean;
  /** For a mitigation: the threat that it is meant against. */
  readonly against?: string | undefined;
}

/** One definition in one state, with all places it is attached to. */
export interface Group {
  readonly item: Item;
  /** As the states table names it. */
  readonly state: string;
  readonly key: string;
  readonly sources: readonly string[];
  /** The only group of its definition, so that the state need not be in its name. */
  readonly alone: boolean;
  readonly instances: readonly Instance[];
}

export interface Groups {
  readonly threats: readonly Group[];
  readonly mitigations: readonly Group[];
}

export function readGroups(intake: Intake, lists: Lists, flows: readonly FlowEnds[]): Groups {
  const carriers = [
    ...lists.components.items.map((item) => ({ item, list: "components", target: { map: "elements", key: item.key } as const, moved: false })),
    ...flows.map((flow) => ({ item: flow.item, list: "dataflows", target: flowTarget(flow), moved: flow.from === undefined || flow.to === undefined })),
  ];
  const found = carriers.flatMap((carrier) => readInstances(intake, carrier, "threats", "threat", lists.threats).map((instance) => ({ ...instance, carrier })));
  const attached = new Set(found.map((instance) => instance.item));
  const loose = lists.threats.items.filter((item) => !attached.has(item)).map((item) => ({ place: item.place, item, state: "", moved: false }));
  const threats = grouped([...found, ...loose], threatStateKey);
  const keyOf = new Map(threats.flatMap((group) => group.instances.map((instance) => [instance.place, group.key] as const)));
  const mitigations = found.flatMap(({ carrier, place }) =>
    readInstances(intake, { ...carrier, item: { ...carrier.item, place } }, "mitigations", "mitigation", lists.mitigations).map((instance) => ({ ...instance, against: keyOf.get(place) })));
  return { threats, mitigations: grouped(mitigations, controlStateKey) };
}

interface Carrier {
  readonly item: Item;
  readonly list: string;
  readonly target: Target | undefined;
  readonly moved: boolean;
}

function readInstances(intake: Intake, carrier: Carrier, key: string, reference: string, definitions: ItemList): readonly Instance[] {
  const missing: { readonly place: Place; readonly id: string }[] = [];
  const found = takeMaps(intake, carrier.item.place, key).flatMap((place) => {
    const id = takeLine(intake, place, reference);
    const item = id === undefined ? undefined : definitions.byId.get(id);
    if (item !== undefined) return [{ place, item, state: takeLine(intake, place, "state") ?? "", target: carrier.target, moved: carrier.moved }];
    missing.push({ place, id: id ?? "nothing" });
    return [];
  });
  reportMissing(intake, carrier, reference, missing);
  return found;
}

/** One line for all at one place, since whole files come without their definitions. */
function reportMissing(intake: Intake, carrier: Carrier, reference: string, missing: readonly { readonly place: Place; readonly id: string }[]): void {
  const [first] = missing;
  if (first === undefined) return;
  const who = describeItem(carrier.list, carrier.item);
  const ids = missing.map(({ id }) => id);
  report(intake, "F2005", under(first.place, reference).at, { what: who, target: ids.join(", ") });
  for (const { place } of missing) settleAs(intake.account, "lost", place.at);
  lose(intake.account, {
    kind: "dropped", claims: false, at: missing.length === 1 ? first.place.at : first.place.at.slice(0, first.place.at.lastIndexOf("/")),
    what: `${missing.length === 1 ? reference : `${missing.length} ${reference}s`} of ${who}: ${excerpt(ids.join(", "), 200)}`, why: `The file does not define ${missing.length === 1 ? "it" : "them"}.`,
  });
}

function grouped(instances: readonly Instance[], stateOf: (text: string) => string): readonly Group[] {
  return [...groupBy(instances, (instance) => instance.item.key).values()].flatMap((same) => {
    const states = groupBy(same, (instance) => stateOf(instance.state));
    return [...states].flatMap(([state, members]) => {
      const [first] = members;
      if (first === undefined) return [];
      const { item } = first;
      const alone = states.size === 1;
      const key = alone ? item.key : `${item.key}#${state}`;
      return [{ item, state, key, sources: alone ? [item.key] : [key, item.key], alone, instances: members }];
    });
  });
}

/** A flow that is dropped hands its threats to the end it has. */
function flowTarget({ item, from, to }: FlowEnds): Target | undefined {
  if (from !== undefined && to !== undefined) return { map: "flows", key: item.key };
  const end = from ?? to;
  return end === undefined ? undefined : { map: "elements", key: end.key };
}
