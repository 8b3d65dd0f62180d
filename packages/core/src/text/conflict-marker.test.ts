import { expect, test } from "vitest";
import { conflictMarker } from "./conflict-marker.ts";

test.each([
  ["a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n", 5],
  ["<<<<<<<\r\n=======\r\n>>>>>>>\r\n", 0],
  ["a: |\n  <<<<<<< HEAD\n  >>>>>>> other\n", undefined],
  ["a: <<<<<<< b\n", undefined],
])("%j", (text, expected) => {
  expect(conflictMarker(text)).toBe(expected);
});
