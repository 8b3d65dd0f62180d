// Hits among the first proposals, and families of techniques.
import { expect, test } from "vitest";
import { countsAtTop, percent } from "./top-counts.ts";

test("a hit is any technique of the key among the first", () => {
  const cases = [{ key: ["T1001"] }, { key: ["T1002", "T1003.001"] }, { key: ["T1009"] }];
  expect(countsAtTop(cases, () => ["T1001", "T1002", "T1003", "T1004", "T1005", "T1009"])).toEqual({ exact: [1 / 3, 2 / 3, 2 / 3], family: [1 / 3, 2 / 3, 2 / 3] });
  expect(countsAtTop([{ key: ["T1003.001"] }], () => ["T1003"])).toEqual({ exact: [0, 0, 0], family: [1, 1, 1] });
});

test("shares print with one decimal", () => {
  expect([percent(0.5), percent(2 / 3)]).toEqual(["50.0 %", "66.7 %"]);
});
