import fc from "fast-check";
import { expect, test } from "vitest";
import { balancedBlock, blockOf } from "./block.ts";
import type { Block } from "./block.ts";
import type { Piece } from "./piece.ts";

function words(text: string): Piece {
  return { kind: "text", text, style: "element", ink: "strong" };
}

function linesOf(block: Block): string[] {
  return block.lines.map((line) => line.runs.map(({ piece }) => (piece.kind === "sign" ? `(${piece.sign})` : piece.text)).join(" "));
}

test("words stay whole and lines within the width", () => {
  const block = blockOf([[words("Customer relationship management connector")]], 160);
  expect(linesOf(block)).toEqual(["Customer relationship", "management", "connector"]);
});

test("a balanced block has no lone last word and no broken one", () => {
  expect(linesOf(balancedBlock([[words("Payment card number of the customer")]], 240))).toEqual(["Payment card number", "of the customer"]);
  expect(linesOf(balancedBlock([[words("Notification worker")]], 126))).toEqual(["Notification", "worker"]);
});

test("a word longer than a line is broken, after punctuation where there is some", () => {
  expect(linesOf(blockOf([[words("arn:aws:lambda:eu-central-1:function")]], 110))).toEqual(["arn:aws:", "lambda:eu-", "central-1:", "function"]);
});

test("a sign stays with the word after it, a pill with the word before it", () => {
  const paragraph: Piece[] = [{ kind: "sign", sign: "locked", ink: "high" }, words("Place order"), { kind: "pill", text: "H 2", look: "severe" }];
  expect(linesOf(blockOf([paragraph], 75))).toEqual(["(locked) Place", "order H 2"]);
});

test("whatever the text and the width, no character is lost and no line is too wide", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
    const block = blockOf([[words(text)]], width);
    expect(linesOf(block).join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
    const tooWide = block.lines.filter((line) => line.width > width && line.runs.some(({ piece }) => piece.kind === "text" && [...piece.text].length > 3));
    expect(tooWide).toEqual([]);
  }));
});
