import type { Question } from "@merlon/schema";
import { expect, test } from "vitest";
import { togetherText } from "./together-text.ts";

test("one wording for all that are alike", () => {
  const text = (...titles: readonly string[]) => togetherText(titles.map((title) => ({ text: `How does the caller prove who it is on ${title}?`, target: { title } }) as Question)); // the parts that are read
  expect([text("call"), text("call", "visit"), text("a", "b", "c", "d"), text("a", "b", "c", "d", "e"), text()]).toEqual([
    "How does the caller prove who it is on call?", "How does the caller prove who it is on call and visit?", "How does the caller prove who it is on a, b, c and d?",
    "How does the caller prove who it is on a, b, c and 2 more?", "",
  ]);
});
