import { expect, test } from "vitest";
import { timeLimit } from "./time-limit.ts";

test("work within the limit gives its result, also one inside another", () => {
  const limit = timeLimit(10);
  expect(limit(() => [limit(() => 1), 2])).toEqual([1, 2]);
});

test("work that never ends is stopped with A4012", () => {
  expect(() => timeLimit(0.05)(() => { for (;;); })).toThrow(expect.objectContaining({ code: "A4012", message: "This takes longer than 0.05 seconds." }));
});

test("all work together has one budget, and errors of the work pass through", () => {
  const limit = timeLimit(0.5);
  expect(() => limit(() => { throw new RangeError("own"); })).toThrow(RangeError);
  expect(() => limit(() => { for (;;); })).toThrow("longer");
  expect(() => limit(() => 1)).toThrow(expect.objectContaining({ code: "A4012" }));
});
