// Flows whose ends were summed up in boxes: what stays inside one box disappears, parallel ones become one.
import { mergeChanges } from "../change/merge-changes.ts";
import type { DiagramFlow } from "./diagram-graph.ts";
import { highestClass, mergeThreats, strongestPersonal } from "./marks.ts";

export function mergeFlows(
  flows: readonly DiagramFlow[], boxOf: ReadonlyMap<string, string>, isHidden: (boundary: string) => boolean,
): DiagramFlow[] {
  const groups = new Map<string, DiagramFlow[]>();
  for (const flow of flows) {
    const moved = {
      ...flow, from: boxOf.get(flow.from) ?? flow.from, to: boxOf.get(flow.to) ?? flow.to,
      crosses: flow.crosses.filter((crossing) => !isHidden(crossing.id)),
    };
    const boxed = moved.from !== flow.from || moved.to !== flow.to;
    if (boxed && moved.from === moved.to) continue;
    const key = boxed ? `${moved.from}..${moved.to}` : flow.id;
    groups.set(key, [...(groups.get(key) ?? []), moved]);
  }
  return [...groups].map(([key, group]) => mergeGroup(key, group)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function mergeGroup(id: string, group: readonly DiagramFlow[]): DiagramFlow {
  const [first, ...others] = group;
  if (first === undefined || others.length === 0) return first as DiagramFlow;
  const protocols = new Set(group.map((flow) => flow.protocol));
  const threats = mergeThreats(group.map((flow) => flow.threats));
  const data = unionOf(group.map((flow) => flow.data));
  const response = unionOf(group.map((flow) => flow.response));
  return {
    id, title: `${group.length} flows`, plainTitle: false, from: first.from, to: first.to,
    ...(protocols.size === 1 && first.protocol !== undefined ? { protocol: first.protocol } : {}),
    ...(data === undefined ? {} : { data }), ...(response === undefined ? {} : { response }),
    via: [...new Map(group.flatMap((flow) => flow.via.map((element) => [element.id, element] as const))).values()],
    crosses: unionOfCrossings(group),
    encrypted: worstEncryption(group),
    sensitivity: highestClass(group.map((flow) => flow.sensitivity)),
    personal: strongestPersonal(group.map((flow) => flow.personal)),
    ...(threats === undefined ? {} : { threats }),
    outOfScope: group.every((flow) => flow.outOfScope), dimmed: group.every((flow) => flow.dimmed),
    count: group.length,
    ...mergeChanges(group),
  };
}

function unionOf(lists: readonly (readonly string[] | undefined)[]): string[] | undefined {
  const known = lists.filter((list) => list !== undefined);
  return known.length === 0 ? undefined : [...new Set(known.flat())].toSorted();
}

function unionOfCrossings(group: readonly DiagramFlow[]): DiagramFlow["crosses"] {
  const all = new Map<string, DiagramFlow["crosses"][number]>();
  for (const crossing of group.flatMap((flow) => flow.crosses)) {
    all.set(crossing.id, { ...crossing, forbidden: crossing.forbidden || all.get(crossing.id)?.forbidden === true });
  }
  return [...all.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function worstEncryption(group: readonly DiagramFlow[]): DiagramFlow["encrypted"] {
  if (group.some((flow) => flow.encrypted === "no")) return "no";
  return group.some((flow) => flow.encrypted === "unknown") ? "unknown" : "yes";
}
