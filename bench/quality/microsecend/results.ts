// The data set's verdicts beside ours, and beside two answers that need no look at the system.
import type { Application } from "./applications.ts";
import { count, countItems, emptyTally, sum, type Tally } from "./score.ts";
import { blamedBy, type Diagnosed } from "./verdicts.ts";

/** One verdict on one application. */
export interface Result {
  readonly application: string;
  readonly verdict: string;
  readonly isViolated: boolean;
  readonly saysViolated: boolean;
  readonly blamed: ReadonlySet<string>;
  readonly weBlame: ReadonlySet<string>;
  /** Everything in the system that could be blamed. */
  readonly everything: ReadonlySet<string>;
}

export function resultsOf(rows: readonly { readonly application: Application; readonly found: Diagnosed }[]): readonly Result[] {
  return rows.flatMap(({ application, found }) => {
    const objects = [...Object.values(found.document.elements ?? {}).filter(({ kind }) => kind !== "external"), ...Object.values(found.document.flows ?? {})];
    const everything = new Set(objects.flatMap(({ sources }) => sources?.[0]?.id ?? []));
    return [...application.labels].map(([verdict, { violated, items }]): Result => ({
      application: application.name, verdict, isViolated: violated, saysViolated: (found.threats.get(verdict) ?? []).length > 0,
      blamed: new Set(violated ? items : []), weBlame: blamedBy(verdict, found), everything,
    }));
  });
}

export function always(results: readonly Result[]): readonly Result[] {
  return results.map((result) => ({ ...result, saysViolated: true, weBlame: result.everything }));
}

export function majority(results: readonly Result[]): readonly Result[] {
  const share = (verdict: string): number => {
    const same = results.filter((result) => result.verdict === verdict);
    return same.filter(({ isViolated }) => isViolated).length / same.length;
  };
  return results.map((result) => {
    const saysViolated = share(result.verdict) >= 0.5;
    return { ...result, saysViolated, weBlame: saysViolated ? result.everything : new Set() };
  });
}

export function verdictTally(results: readonly Result[]): Tally {
  const tally = emptyTally();
  for (const { saysViolated, isViolated } of results) count(tally, saysViolated, isViolated);
  return tally;
}

export function itemTally(results: readonly Result[]): Tally {
  return sum(results.map(({ weBlame, blamed }) => {
    const tally = emptyTally();
    countItems(tally, weBlame, blamed);
    return tally;
  }));
}
