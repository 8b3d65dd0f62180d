// Things that are told together, in the order of the first of each, and no more of them at once than can be read.

/** Keys are compared as JSON. */
export function grouped<T>(items: readonly T[], keyOf: (item: T, index: number) => unknown): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const [index, item] of items.entries()) {
    const key = JSON.stringify(keyOf(item, index));
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

const MOST = 12;

export function parted<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / MOST) }, (_, part) => items.slice(part * MOST, (part + 1) * MOST));
}
