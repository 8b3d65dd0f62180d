import { expect, test } from "vitest";
import { allowedId } from "./explain-id.ts";

test.each([
  ["Bad_Id", "bad-id"], ["webApi", "web-api"], ["maïl", "mail"], ["-x-", "x"], ["用户", undefined], ["straße", undefined], ["1st", undefined], ["", undefined],
  ["a".repeat(80), "a".repeat(63)],
])("%s", (written, expected) => {
  expect(allowedId(written)).toBe(expected);
});
