// Shares of cases whose key is among the first 1, 3 and 5 proposals.

export interface TopCounts {
  /** For the first 1, 3 and 5. */
  readonly exact: readonly number[];
  /** The same where a technique and its sub-techniques are one. */
  readonly family: readonly number[];
}

export function countsAtTop<T extends { readonly key: readonly string[] }>(cases: readonly T[], propose: (one: T) => readonly string[]): TopCounts {
  const proposals = cases.map((one) => ({ key: one.key, first: propose(one).slice(0, 5) }));
  const share = (top: number, as: (id: string) => string): number => {
    const hits = proposals.filter(({ key, first }) => first.slice(0, top).some((id) => key.map(as).includes(as(id))));
    return cases.length === 0 ? 0 : hits.length / cases.length;
  };
  return { exact: [1, 3, 5].map((top) => share(top, (id) => id)), family: [1, 3, 5].map((top) => share(top, (id) => id.slice(0, 5))) };
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
