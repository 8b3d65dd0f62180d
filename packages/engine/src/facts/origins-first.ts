// Derived data in an order in which every origin comes before what is derived from it.
// Facts worked out in this order never recurse deeply, however long a chain of derivations is.
import type { DataSubject, Subjects } from "./subject.ts";

export function originsFirst({ data }: Pick<Subjects, "data">): readonly DataSubject[] {
  const ordered = new Set<DataSubject>();
  const seen = new Set<DataSubject>();
  for (const start of data.values()) {
    const open = [start];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const origins = seen.has(at) ? [] : at.source.derivedFrom.map((from) => data.get(from.data)).filter((origin) => origin !== undefined).filter((origin) => !seen.has(origin));
      seen.add(at);
      if (origins.length > 0) open.push(...origins);
      else ordered.add(open.pop()!);
    }
  }
  return [...ordered].filter(({ source }) => source.derivedFrom.length > 0);
}
