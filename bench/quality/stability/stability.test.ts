// The edits of the stability section on a tiny model: each does what it says and nothing else.
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { changedNames } from "./changed-names.ts";
import { retitled, reversed, withUnrelated } from "./edits.ts";

const files = [{ path: "model.yaml", text: "merlon: 1\nid: shop\nelements: {web: {kind: process}}\n" }, { path: "model/more.yaml", text: "flows: {a: {from: web, to: web}}\n" }];

test("edits keep the files and change what they say", () => {
  expect(Object.keys(load(reversed(files)[0]!.text) as object)).toEqual(["elements", "id", "merlon"]);
  expect(load(retitled(files)[1]!.text)).toEqual({ flows: { a: { from: "web", to: "web", title: "Another name of a" } } });
  expect(Object.keys((load(withUnrelated(files)[0]!.text) as { readonly elements: object }).elements)).toEqual(["web", "far-away-from-everything", "far-away-from-everything-store"]);
  expect(withUnrelated(files)[1]).toBe(files[1]);
});

test("a changed name is one that only one side has", () => {
  expect([changedNames(["a", "b"], ["b", "a"]), changedNames(["a", "b"], ["b", "c"]), changedNames(["a", "a"], ["a"])]).toEqual([[], ["a", "c"], ["a"]]);
});
