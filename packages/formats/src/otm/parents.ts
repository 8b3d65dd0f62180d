// Who is inside what. In OTM a component lies in a trust zone or in another component, and a trust zone may lie in either.
import { lose } from "../foreign/account.ts";
import { report, takeLine, takeMap } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import type { Item, ItemList } from "./otm-items.ts";
import { describeItem } from "./otm-items.ts";

export interface Parents {
  /** The component that holds a component, by key. */
  readonly componentOf: ReadonlyMap<string, Item>;
  /** The zone that a component stands in, through its parents. */
  readonly zoneOf: ReadonlyMap<string, Item>;
  /** The zone around a zone. */
  readonly outerOf: ReadonlyMap<string, Item>;
}

interface Parent {
  readonly zone?: Item | undefined;
  readonly component?: Item | undefined;
}

export function readParents(intake: Intake, zones: ItemList, components: ItemList): Parents {
  const ofComponents = new Map(components.items.map((item) => [item, readParent(intake, item, "components", { zones, components })] as const));
  const ofZones = new Map(zones.items.map((item) => [item, readParent(intake, item, "trustZones", { zones, components })] as const));
  const componentOf = withoutCycles(intake, components.items, "components", (item) => ofComponents.get(item)?.component);
  const zoneOf = zonesThrough(components.items, componentOf, (item) => ofComponents.get(item)?.zone);
  const outerOf = withoutCycles(intake, zones.items, "trustZones", (item) => {
    const parent = ofZones.get(item);
    if (parent?.zone !== undefined || parent?.component === undefined) return parent?.zone;
    const zone = zoneOf.get(parent.component.key);
    lose(intake.account, {
      kind: "guessed", at: under(item.place, "parent", "component").at, what: `${describeItem("trustZones", item)} is in ${zone === undefined ? "nothing" : describeItem("trustZones", zone)}`,
      why: `It lies in ${describeItem("components", parent.component)}; a boundary can only lie in the boundary around that.`,
    });
    return zone;
  });
  return { componentOf, zoneOf, outerOf };
}

interface Lists {
  readonly zones: ItemList;
  readonly components: ItemList;
}

function readParent(intake: Intake, item: Item, list: string, lists: Lists): Parent {
  const parent = takeMap(intake, item.place, "parent");
  if (parent === undefined) return {};
  const old = takeLine(intake, parent, "type") === undefined ? [] : ["id"];
  const parents = ["trustZone", "component", ...old].flatMap((key) => findParent(intake, { item, list, place: parent, key }, lists));
  return { zone: parents.find(({ zone }) => zone !== undefined)?.zone, component: parents.find(({ component }) => component !== undefined)?.component };
}

/** The key says whether a zone or a component is meant; an id that only the other has is taken for that. */
function findParent(intake: Intake, { item, list, place, key }: { readonly item: Item; readonly list: string; readonly place: Place; readonly key: string }, { zones, components }: Lists): readonly Parent[] {
  const id = takeLine(intake, place, key);
  if (id === undefined) return [];
  const zone = zones.byId.get(id);
  const component = components.byId.get(id);
  if (zone !== undefined && (key !== "component" || component === undefined)) return [{ zone }];
  if (component !== undefined) return [{ component }];
  report(intake, "F2005", under(place, key).at, { what: describeItem(list, item), target: id });
  lose(intake.account, { kind: "dropped", at: under(place, key).at, what: `the parent of ${describeItem(list, item)}`, why: `Nothing has the id \`${id}\`.` });
  return [];
}

/** The zone of each component: its own, else that of the component around it. Every step is taken once. */
function zonesThrough(items: readonly Item[], componentOf: ReadonlyMap<string, Item>, ownZone: (item: Item) => Item | undefined): ReadonlyMap<string, Item> {
  const zones = new Map<string, Item>();
  const done = new Set<string>();
  for (const item of items) {
    const line: Item[] = [];
    let at: Item | undefined = item;
    while (at !== undefined && !done.has(at.key)) {
      line.push(at);
      done.add(at.key);
      at = ownZone(at) === undefined ? componentOf.get(at.key) : undefined;
    }
    let zone = at === undefined ? undefined : zones.get(at.key);
    for (const one of line.reverse()) {
      zone = ownZone(one) ?? zone;
      if (zone !== undefined) zones.set(one.key, zone);
    }
  }
  return zones;
}

/** Parents by key; of a circle the entry with the smallest id is taken as the outermost. */
function withoutCycles(intake: Intake, items: readonly Item[], list: string, parentOf: (item: Item) => Item | undefined): ReadonlyMap<string, Item> {
  const parents = new Map(items.flatMap((item) => {
    const parent = parentOf(item);
    return parent === undefined ? [] : [[item.key, parent] as const];
  }));
  const safe = new Set<string>();
  for (const item of items) {
    const line = new Set<Item>();
    let at: Item | undefined = item;
    while (at !== undefined && !safe.has(at.key) && !line.has(at)) {
      line.add(at);
      at = parents.get(at.key);
    }
    const steps = [...line];
    if (at !== undefined && !safe.has(at.key)) cut(intake, parents, steps.slice(steps.indexOf(at)), list);
    for (const one of line) safe.add(one.key);
  }
  return parents;
}

function cut(intake: Intake, parents: Map<string, Item>, circle: readonly Item[], list: string): void {
  const [outermost] = [...circle].sort((a, b) => (a.key < b.key ? -1 : 1));
  if (outermost === undefined) return;
  const parent = parents.get(outermost.key) ?? outermost;
  parents.delete(outermost.key);
  const at = under(outermost.place, "parent").at;
  report(intake, "F2008", at, { what: describeItem(list, outermost), through: describeItem(list, parent) });
  lose(intake.account, { kind: "dropped", at, what: `the parent of ${describeItem(list, outermost)}`, why: "It would contain itself." });
}
