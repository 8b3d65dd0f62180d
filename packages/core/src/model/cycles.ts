// Cycles in a "contained in" relation where each thing has at most one container: finds them, and breaks them at one fixed place.

/** Each cycle once, starting at its smallest id, in the order of the relation. */
export function findCycles(parents: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const cycles: (readonly string[])[] = [];
  for (const start of parents.keys()) {
    const trail = new Map<string, number>();
    const path: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at) && !trail.has(at)) {
      trail.set(at, path.length);
      path.push(at);
      at = parents.get(at);
    }
    const first = at === undefined ? undefined : trail.get(at);
    if (first !== undefined) cycles.push(fromSmallest(path.slice(first)));
    for (const id of path) done.add(id);
  }
  return cycles.sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
}

/** The same relation without the step out of each cycle's smallest id. */
export function cutCycles(parents: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const cycles = findCycles(parents);
  if (cycles.length === 0) return parents;
  const cut = new Map(parents);
  for (const [smallest] of cycles) if (smallest !== undefined) cut.delete(smallest);
  return cut;
}

function fromSmallest(cycle: readonly string[]): readonly string[] {
  const smallest = [...cycle].sort()[0];
  const at = smallest === undefined ? 0 : cycle.indexOf(smallest);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
