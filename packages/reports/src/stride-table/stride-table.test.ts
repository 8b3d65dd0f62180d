import { expect, test } from "vitest";
import { displayWidth } from "../terminal/display-width.ts";
import { plainStyle } from "../terminal/style.ts";
import { sampleStride } from "../testing/sample-stride.ts";
import { strideCsv } from "./stride-csv.ts";
import { strideMarkdown } from "./stride-markdown.ts";
import { strideText } from "./stride-text.ts";

const plain = { style: plainStyle, width: 120 };

test("a wide screen gets a table per boundary, quiet rows folded and counted", async () => {
  await expect(strideText(sampleStride, plain)).toMatchFileSnapshot("golden/stride.txt");
});

test("with all, no row and no entry is folded", async () => {
  await expect(strideText(sampleStride, { ...plain, all: true })).toMatchFileSnapshot("golden/stride-all.txt");
});

test("a screen of 92 columns gets a table without techniques, which stand in the details", () => {
  const text = strideText(sampleStride, { ...plain, width: 92 });
  expect(text.split("\n").filter((row) => displayWidth(row) > 92)).toEqual([]);
  expect(text.split("\n").slice(3, 7)).toEqual([
    "                   S          T          R            I          D          E",
    "  ───────────────  ─────────  ─────────  ───────────  ─────────  ─────────  ───────────",
    "  → Web to orders  ? unknown  ▲ threat   ✓ checked 3  ▲ threat   · no rule  ▣ mitigated",
    "  Order database   · no rule  · no rule  ✓ checked 3  ◔ planned  · no rule  · no rule",
  ]);
});

test("a narrow screen gets a list that fits", async () => {
  const text = strideText(sampleStride, { ...plain, width: 72 });
  expect(text.split("\n").filter((row) => displayWidth(row) > 72)).toEqual([]);
  await expect(text).toMatchFileSnapshot("golden/stride-narrow.txt");
});

test("Markdown has the same rows, states and details", async () => {
  await expect(strideMarkdown(sampleStride)).toMatchFileSnapshot("golden/stride.md");
});

test("CSV has a line for each cell of each table", async () => {
  const all = strideCsv(sampleStride, { all: true });
  expect(all.split("\n").length).toBe(1 + 8 * 6 + 1);
  await expect(strideCsv(sampleStride)).toMatchFileSnapshot("golden/stride.csv");
});
