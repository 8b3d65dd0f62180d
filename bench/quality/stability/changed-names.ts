// Names that one side has and the other has not, or not as often.

export function changedNames(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...missing(before, after), ...missing(after, before)];
}

function missing(from: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const name of others) left.set(name, (left.get(name) ?? 0) + 1);
  return from.filter((name) => {
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count <= 0;
  });
}
