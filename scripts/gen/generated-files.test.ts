// Plants what the freshness check must find: a changed file, a missing one, and one that nothing generates any more.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { staleFiles } from "./generated-files.ts";
import { generators } from "./generators.ts";

const path = "spec/v1/merlon.schema.json";
const text = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("changed and missing files are stale", () => {
  expect(staleFiles(new Map([[path, text]]), "x")).toEqual([]);
  expect(staleFiles(new Map([[path, `${text} `], ["spec/v1/new.schema.json", "{}"]]), "x")).toEqual([path, "spec/v1/new.schema.json"]);
});

test("a file that nothing generates any more is stale", () => {
  expect(staleFiles(new Map(), "json-schema")).toContain(path);
  expect(staleFiles(new Map([[path, text]]), "json-schema")).not.toContain(path);
});

test("generators have names of their own", () => {
  expect([generators.length >= 4, new Set(generators.map((one) => one.name)).size]).toEqual([true, generators.length]);
});
