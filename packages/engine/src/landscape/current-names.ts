// The graph of an older version in the names of a newer one: what was renamed there has its new id, and so has what is named after it.
import { currentKeys, parseKey, printKey, type Aliases } from "../ledger/threat-key.ts";
import type { LandscapeObject } from "@merlon/schema";
import type { LandscapeGraph } from "./collector.ts";

export interface NamedGraph extends LandscapeGraph {
  /** From ids of today to those of before, where they differ. */
  readonly formerly: ReadonlyMap<string, string>;
}

/** `isThere`: whether the newer version has a thing of this id; where several rules took over from one it decides. */
export function inCurrentNames(graph: LandscapeGraph, aliases: Aliases, isThere: (id: string) => boolean): NamedGraph {
  const names = new Map([...graph.objects.values()].map((object) => [object.id, currentName(object, aliases, isThere)]));
  const name = (id: string): string => names.get(id) ?? id;
  const objects = new Map([...graph.objects.values()].map((object) => [name(object.id), { ...object, id: name(object.id) }]));
  const relations = graph.relations.map(({ from, type, to }) => ({ from: name(from), type, to: name(to) }));
  return { objects, relations, formerly: new Map([...names].filter(([old, now]) => old !== now).map(([old, now]) => [now, old])) };
}

function currentName({ id, type }: LandscapeObject, { formerly, successors }: Aliases, isThere: (id: string) => boolean): string {
  const own = id.slice(type.length + 1);
  const found = (candidates: readonly string[]): string => {
    const ids = candidates.map((candidate) => `${type}:${candidate}`);
    return ids.find(isThere) ?? ids[0] ?? id;
  };
  switch (type) {
    case "threat": case "decision": return found(currentKeys(parseKey(own), { formerly, successors }).map(printKey));
    case "path": return found([livePath(own, formerly)]);
    case "question": return found([own.replace(/(?<=@).*$/, (object) => formerly.get(object) ?? object)]);
    default: return found([formerly.get(own) ?? own]);
  }
}

/** `entry..goal+property`: both may be objects. */
function livePath(path: string, formerly: ReadonlyMap<string, string>): string {
  const [, entry = "", goal = "", property = ""] = /^(.*?)\.\.(.*)(\+[^+]*)$/.exec(path) ?? [];
  return goal === "" ? path : `${formerly.get(entry) ?? entry}..${formerly.get(goal) ?? goal}${property}`;
}
