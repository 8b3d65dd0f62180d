import { expect, test } from "vitest";
import { plainStyle } from "../terminal/style.ts";
import { sampleImport } from "../testing/sample-import.ts";
import { lossGroups } from "./loss-groups.ts";
import { lossMarkdown } from "./loss-markdown.ts";
import { lossText } from "./loss-text.ts";

const page = { style: plainStyle, width: 100 };

test("the loss report counts by kind and names what was lost, why and where", async () => {
  await expect(lossText(sampleImport, page)).toMatchFileSnapshot("golden/loss.txt");
  await expect(lossMarkdown(sampleImport)).toMatchFileSnapshot("golden/loss.md");
});

test("every place is named when all are wanted, and in the Markdown", () => {
  const places = sampleImport.losses.map((loss) => loss.at);
  expect(places.filter((at) => !lossText(sampleImport, { ...page, all: true }).includes(at))).toEqual([]);
  expect(places.filter((at) => !lossMarkdown(sampleImport).includes(at))).toEqual([]);
});

test("an import without losses says so", () => {
  const whole = { ...sampleImport, losses: [], diagnostics: [] };
  expect(lossText(whole, page)).toBe("Read threat-dragon 2.2.0  boundaries 2, elements 5, flows 6 and threats 11\n✓ Everything was carried over.\n");
});

test("lost objects come first, boxes that nobody ticked are one entry, and layout comes last", () => {
  const dropped = (what: string, at: string, why = "Why.") => ({ kind: "dropped" as const, at, what, why });
  const losses = [
    dropped("layout and styling: 33 values", "/**"), dropped("`isALog: false` (3 times)", "/cells/*/isALog", "Nobody ticked it."), dropped("`isSigned: false`", "/cells/1/isSigned", "Nobody ticked it."),
    dropped("drawn label", "/cells/9"), dropped("open boundary without a name", "/cells/7"), dropped("flow Web Request from nothing to Web", "/cells/8"),
  ];
  expect(lossGroups(losses).map(({ what, places }) => [what, places.length])).toEqual([
    ["flow Web Request from nothing to Web", 1], ["open boundary without a name", 1], ["drawn label", 1], ["values that say `false`: `isALog` (3 times) and `isSigned`", 2], ["layout and styling: 33 values", 1],
  ]);
});
