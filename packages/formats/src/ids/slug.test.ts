import fc from "fast-check";
import { expect, test } from "vitest";
import { joinIds, slug, titleId } from "./slug.ts";

const id = /^[a-z][a-z0-9-]{0,62}$/;

test("a title becomes plain words with dashes, cut at a word", () => {
  const titles = ["Web Shop", "Gather\nImages (Python)", "  Größe & Preis ", "user's café", "50% of Ångström", "数据库", "A".repeat(60), "one two three four five six seven eight nine eleven ten"];
  expect(titles.map((title) => slug(title))).toEqual([
    "web-shop", "gather-images-python", "grosse-preis", "users-cafe", "50-of-angstrom", "", "a".repeat(48), "one-two-three-four-five-six-seven-eight-nine",
  ]);
});

test("a title that may not be an id gets its kind in front, one without letters has no id", () => {
  expect([titleId("0.0.0.0/0", "external"), titleId("Web", "process"), titleId("数据库", "store"), titleId("Constructor", "process")]).toEqual(["external-0-0-0-0-0", "web", undefined, "process-constructor"]);
});

test("joining shortens the first part only", () => {
  expect(joinIds("a".repeat(63), "1a2b3c4d")).toBe(`${"a".repeat(54)}-1a2b3c4d`);
});

test("whatever the title, an id is a valid id", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (title) => {
    const made = titleId(title, "process");
    return made === undefined || (id.test(made) && id.test(joinIds(made, "1a2b3c4d")));
  }));
});
