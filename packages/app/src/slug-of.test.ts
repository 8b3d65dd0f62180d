import { expect, test } from "vitest";
import { slugOf } from "./slug-of.ts";

test("an id is made of the words, the same for the same words", () => {
  expect(["Staff sell the member list!", "Größe & Straße", "3 people's keys", "日本", "日本", "a".repeat(80), "one two three four five six seven eight nine ten"].map((text) => slugOf(text, "threat"))).toEqual([
    "staff-sell-the-member-list", "grosse-strasse", "threat-3-peoples-keys", "threat-cf2abf0c", "threat-cf2abf0c", "a".repeat(40), "one-two-three-four-five-six-seven-eight",
  ]);
});
