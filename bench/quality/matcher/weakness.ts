// When two weaknesses count as one class: the same, or one is above the other by at most two steps of CWE's research view.

/** Parents by number. */
export type WeaknessTree = ReadonlyMap<string, readonly string[]>;

const mostSteps = 2;

export function sameClass(a: string, b: string, tree: WeaknessTree): boolean {
  return a === b || isAbove(a, b, tree, mostSteps) || isAbove(b, a, tree, mostSteps);
}

function isAbove(upper: string, lower: string, tree: WeaknessTree, steps: number): boolean {
  if (steps === 0) return false;
  return (tree.get(lower) ?? []).some((parent) => parent === upper || isAbove(upper, parent, tree, steps - 1));
}

export interface SourceWeakness {
  readonly id: string;
  readonly parents?: readonly string[];
}

export function weaknessTree(weaknesses: readonly SourceWeakness[]): WeaknessTree {
  return new Map(weaknesses.map(({ id, parents = [] }) => [numberOf(id), parents.map(numberOf)]));
}

export function numberOf(cwe: string): string {
  return cwe.replace(/^CWE-/i, "");
}
