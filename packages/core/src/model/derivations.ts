// Data that is derived from itself, perhaps through other data. It is cut in the model and reported by a check.
import type { Data } from "@merlon/schema";
import type { Entry } from "./merge.ts";

type DataEntries = ReadonlyMap<string, Entry<Data>>;

export function originsOf(id: string, data: DataEntries): readonly string[] {
  return (data.get(id)?.value["derived-from"] ?? []).map((from) => from.data).filter((origin) => data.has(origin));
}

/** Every circle, and what lies between two of them: what is left when the ends of all chains are taken away again and again. Linear, however long the chains. */
export function circularData(data: DataEntries): ReadonlySet<string> {
  const next = new Map<string, readonly string[]>();
  for (const id of data.keys()) {
    const origins = originsOf(id, data);
    if (origins.length > 0) next.set(id, origins);
  }
  if (next.size === 0) return new Set();
  const withOrigins = peeled(next);
  return new Set(peeled(reversed(withOrigins)).keys());
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** Without everything that leads nowhere. */
function peeled(graph: Graph): Graph {
  const before = reversed(graph);
  const left = new Map([...graph].map(([id, next]) => [id, next.length]));
  const ends = [...before.keys()].filter((id) => !left.has(id));
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    for (const from of before.get(id) ?? []) {
      const rest = (left.get(from) ?? 0) - 1;
      if (rest > 0) left.set(from, rest);
      else if (left.delete(from)) ends.push(from);
    }
  }
  return new Map([...left.keys()].map((id) => [id, (graph.get(id) ?? []).filter((to) => left.has(to))]));
}

function reversed(graph: Graph): Graph {
  const back = new Map<string, string[]>();
  for (const [id, next] of graph) {
    for (const to of next) {
      const list = back.get(to);
      if (list === undefined) back.set(to, [id]);
      else list.push(id);
    }
  }
  return back;
}
