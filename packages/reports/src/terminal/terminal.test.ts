import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import { blank, ink, labelled, line, renderLines } from "./lines.ts";
import { ansiStyle, plainStyle } from "./style.ts";
import { renderTable } from "./table.ts";

const plain = (width: number) => ({ style: plainStyle, width });

test("wide characters take two columns, combining and joined ones none", () => {
  expect(["abc", "日本", "e\u0301", "👩‍👩‍👧", "⚠\ufe0f", "👍🏽", "┃→▲", ""].map(displayWidth)).toEqual([3, 4, 1, 2, 2, 2, 3, 0]);
});

test("lines wrap at spaces and hang below what follows their label", () => {
  expect(renderLines([labelled("why  ", "one two three four", 2), blank, line(["a", ink("bold", " b")])], plain(16)))
    .toBe("  why  one two\n       three\n       four\n\na b\n");
});

test("a word that no row can hold is cut", () => {
  expect(renderLines([line("aaaaaaaaaaaaaaaa bb", 0, 2)], plain(10))).toBe("aaaaaaaa\n  aaaaaaaa\n  bb\n");
});

test("no row is wider than the screen and no word is lost, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 12, max: 40 }), (text, width) => {
    const rendered = renderLines([line(text, 1, 3)], plain(width));
    expect(Math.max(...rendered.split("\n").map(displayWidth))).toBeLessThanOrEqual(width);
    const whole = renderLines([line(text, 1, 3)], plain(0));
    expect(rendered.replace(/\s/g, "")).toBe(whole.replace(/\s/g, ""));
  }), { examples: [[" 𖿠!⺀🆎⺀ﬀ!⺀", 14]] });
});

test("a model's text cannot ink or move anything", () => {
  expect(renderLines([line(ink("red", "a\u001b[2Jb\nc"))], { style: ansiStyle, width: 0 })).toBe("\u001b[31ma␛[2Jb c\u001b[39m\n");
});

test("columns line up whatever is in them", () => {
  const table = renderTable(
    [{ title: "Flow", max: 8 }, { title: "N", align: "right" }],
    [{ cells: [["日本 pay to"], ["1"]] }, { cells: [["x", ink("dim", "y")], ["23"]] }], plain(0), 1,
  );
  expect(table).toBe(" Flow       N\n ────────  ──\n 日本 pay   1\n to\n x         23\n y\n");
});
