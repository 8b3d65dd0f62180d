import { expect, test } from "vitest";
import { countItems, emptyTally, f1, mcc, precision, recall, sum } from "./score.ts";

test("precision, recall, F1 and MCC of a table, and of answers that are always the same", () => {
  const tally = { tp: 6, fp: 2, fn: 1, tn: 3 };
  expect([precision, recall, f1, mcc].map((of) => of(tally).toFixed(3))).toEqual(["0.750", "0.857", "0.800", "0.478"]);
  expect(mcc({ tp: 5, fp: 3, fn: 0, tn: 0 })).toBe(0);
  expect([mcc({ tp: 5, fp: 0, fn: 0, tn: 0 }), precision(emptyTally())]).toEqual([Number.NaN, Number.NaN]);
});

test("items count where either side blames them", () => {
  const tally = emptyTally();
  countItems(tally, new Set(["a", "b"]), new Set(["b", "c", "d"]));
  expect(sum([tally, { tp: 1, fp: 0, fn: 0, tn: 2 }])).toEqual({ tp: 2, fp: 1, fn: 2, tn: 2 });
});
