import { expect, test } from "vitest";
import { textWidth } from "./text-width.ts";

test("widths are those of the font; characters it lacks get an estimate, marks none", () => {
  expect([
    textWidth("Ab", 2048), textWidth("Ab", 2048, "bold"), textWidth("Жя", 2048), textWidth("漢", 100), textWidth("😀", 100), textWidth("e\u0301", 2048),
  ]).toEqual([2701, 3051, 3438, 105, 140, 1260]);
});
