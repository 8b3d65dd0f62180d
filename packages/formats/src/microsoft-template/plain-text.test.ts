// Texts as people read them, however often the tool escaped them.
import { expect, test } from "vitest";
import { plainLine, plainText } from "./plain-text.ts";

test("HTML that was escaped again and again, and text that only looks like it", () => {
  const escaped = (text: string, times: number): string => (times === 0 ? text : escaped(text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"), times - 1));
  expect([0, 1, 3].map((times) => plainText(escaped("See <a href=\"https://example.org\">this</a>.<br>Then  that.", times)))).toEqual(Array(3).fill("See this.\nThen that."));
  expect(plainText("1 < 2 & 3 > 2")).toBe("1 < 2 & 3 > 2");
  expect(plainLine(" one\n  two ")).toBe("one two");
});
