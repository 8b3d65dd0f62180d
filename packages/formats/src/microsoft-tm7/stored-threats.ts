// The threats that a model has stored, each with the state that people gave it and the columns of the threat list.
import { isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { hash } from "../ids/short-id.ts";
import { itemsUnder, textPlace } from "../xml/xml-value.ts";
import { textOf } from "./properties.ts";

export interface StoredThreat {
  readonly entry: Place;
  readonly place: Place;
  readonly key: string;
  readonly type: string;
  readonly surface: string;
  readonly source: string;
  readonly flow: string;
  readonly target: string;
  readonly title: string;
  readonly state: string;
  /** Who changed it last, and the day; undefined when nobody did. */
  readonly by: string | undefined;
  readonly on: string | undefined;
  /** By name, as written. */
  readonly columns: ReadonlyMap<string, string>;
}

export function readStoredThreats(root: Place): readonly StoredThreat[] {
  const list = under(root, "ThreatInstances");
  const seen = new Map<string, number>();
  return Object.keys(isMap(list.value) ? list.value : {}).filter((name) => name.startsWith("KeyValueOf")).flatMap((name) => itemsUnder(list, name)).map((entry) => {
    const threat = readThreat(entry);
    const times = seen.get(threat.key) ?? 0;
    seen.set(threat.key, times + 1);
    return times === 0 ? threat : { ...threat, key: `${threat.key}/${times}` };
  });
}

function readThreat(entry: Place): StoredThreat {
  const place = under(entry, "Value");
  const said = (name: string): string => textOf(textPlace(place, name));
  const columns = readColumns(place);
  const day = said("ModifiedAt").slice(0, 10);
  return {
    entry, place, key: textOf(textPlace(entry, "Key")) || hash(JSON.stringify(place.value) ?? ""),
    type: said("TypeId"), surface: said("DrawingSurfaceGuid"), source: said("SourceGuid"), flow: said("FlowGuid"), target: said("TargetGuid"),
    title: columns.get("Title") || said("Title"), state: said("State"),
    by: said("ChangedBy") || undefined, on: /^(?!0001)\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
    columns: withMembers(columns, said),
  };
}

function readColumns(place: Place): ReadonlyMap<string, string> {
  const entries = itemsUnder(under(place, "Properties"), "KeyValueOfstringstring").map((pair) => [textOf(textPlace(pair, "Key")), textOf(textPlace(pair, "Value"))] as const);
  return new Map(entries.filter(([name, value]) => name !== "" && value !== ""));
}

/** Older files have the texts as members of their own. */
function withMembers(columns: ReadonlyMap<string, string>, said: (name: string) => string): ReadonlyMap<string, string> {
  const members = ["UserThreatCategory", "UserThreatDescription", "UserThreatShortDescription", "StateInformation", "Priority"].map((name) => [name, said(name)] as const);
  return new Map([...members.filter(([, value]) => value !== ""), ...columns]);
}
