// Which ids the entries of an OTM file would like: their names, flows and threats also by what they connect or are about.
import { under } from "../foreign/place.ts";
import type { IdMap, IdWish } from "../ids/assign-ids.ts";
import { joinIds, slug, titleId } from "../ids/slug.ts";
import { guessKind } from "./component-kind.ts";
import type { FlowEnds } from "./dataflows.ts";
import type { Group, Groups } from "./instances.ts";
import type { Item } from "./otm-items.ts";
import { isMadeUp, keyIn } from "./otm-work.ts";
import type { Lists } from "./otm-work.ts";

/** Elements first, then boundaries, data, flows, threats and controls: the one that people speak of most has the plain id. */
export function idWishes(lists: Lists, flows: readonly FlowEnds[], groups: Groups): readonly (readonly IdWish[])[] {
  return [
    lists.components.items.map((item) => itemWish(item, "elements", guessKind(String(under(item.place, "type").value)).kind)),
    lists.trustZones.items.map((item) => itemWish(item, "boundaries", "boundary")),
    lists.assets.items.map((item) => itemWish(item, "data", "data")),
    flows.flatMap(flowWish),
    groups.threats.map((group) => groupWish(group, "threats", "threat")),
    groups.mitigations.map((group) => groupWish(group, "controls", "control")),
  ];
}

function itemWish(item: Item, map: IdMap, kind: string): IdWish {
  const title = isMadeUp(item.name) ? undefined : titleId(item.name, kind);
  return { key: keyIn(map, item.key), map, sources: sourcesOf(item), kind, names: () => (title === undefined ? [] : [title, joinIds(title, kind)]) };
}

function flowWish({ item, from, to }: FlowEnds): readonly IdWish[] {
  if (from === undefined || to === undefined) return [];
  const title = isMadeUp(item.name) ? undefined : titleId(item.name, "flow");
  return [{
    key: keyIn("flows", item.key), map: "flows", sources: sourcesOf(item), kind: "flow",
    names: (ids) => {
      const ends = joinIds(slug(ids.get(keyIn("elements", from.key)) ?? "", 28), `to-${slug(ids.get(keyIn("elements", to.key)) ?? "", 28)}`);
      return title === undefined ? [ends] : [title, ends];
    },
  }];
}

function groupWish(group: Group, map: IdMap, kind: string): IdWish {
  const { item, state, alone, instances } = group;
  return {
    key: keyIn(map, group.key), map, sources: group.sources, kind,
    names: (ids) => {
      const title = titleId(item.name, kind);
      if (title === undefined) return [];
      const [target, ...more] = [...new Set(instances.flatMap((instance) => (instance.target === undefined ? [] : ids.get(keyIn(instance.target.map, instance.target.key)) ?? [])))];
      const base = alone ? title : joinIds(title, slug(state));
      return target === undefined || more.length > 0 ? [base] : [base, joinIds(base, `at-${slug(target, 28)}`)];
    },
  };
}

function sourcesOf(item: Item): readonly string[] {
  return item.key === item.id ? [item.key] : [item.key, item.id];
}
