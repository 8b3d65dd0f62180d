import fc from "fast-check";
import { expect, test } from "vitest";
import { changedLines } from "./changed-lines.ts";

test("only what differs is listed, with its line", () => {
  const lines = (before: string, after: string) => changedLines(before, after).map(({ sign, number, text }) => `${sign}${number} ${text}`);
  expect([lines("a\nb\nc\n", "a\nx\nc\nd\n"), lines("", "a\n"), lines("a\n", "a\n"), lines("a\r\nb\r\n", "a\nc\n")]).toEqual([["-2 b", "+2 x", "+4 d"], ["+1 a"], [], ["-2 b", "+2 c"]]);
});

test("what goes and what comes turn the old text into the new one", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }).map((lines) => lines.map((line) => `${line}\n`).join(""));
  fc.assert(fc.property(text, text, (before, after) => {
    const changes = changedLines(before, after);
    const gone = new Set(changes.filter(({ sign }) => sign === "-").map(({ number }) => number));
    const come = new Map(changes.filter(({ sign }) => sign === "+").map(({ number, text: line }) => [number, line]));
    const kept = before.split("\n").slice(0, -1).filter((_, index) => !gone.has(index + 1));
    const length = kept.length + come.size;
    const made = Array.from({ length }, (_, index) => come.get(index + 1) ?? kept.shift());
    expect(made.map((line) => `${line ?? ""}\n`).join("")).toBe(after);
  }));
});
