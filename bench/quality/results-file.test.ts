// The file of results is read as it was written.
import { expect, test } from "vitest";
import { printResults, readResults } from "./results-file.ts";
import type { Section } from "./section.ts";

test("what is printed is read again", () => {
  const sections: readonly Section[] = [{ title: "(a) One", lines: ["Words.", "", "| a | b |", "|---|---|", "| 1 | 2 |"], figures: { "share of all": 0.5, "micro: f1": 12 } }, { title: "(b) Two", lines: ["More."], figures: { none: 0 } }];
  expect(readResults(printResults(sections, 3))).toEqual(sections);
});
