// The tables beside other tools: every rule that is said to cover something exists and is stable, every row has an answer, none is missing.
import { builtInPacks } from "@merlon/testkit";
import { expect, test } from "vitest";
import { readComparisons } from "./read-comparisons.ts";

const { tools, reasons } = readComparisons();
const rows = tools.flatMap(({ tool, rows: own }) => Object.entries(own).map(([id, row]) => ({ name: `${tool} ${id}`, ...row })));

test("every rule that covers a row exists and is stable", () => {
  const stable = new Set(builtInPacks().flatMap((pack) => pack.rules).filter(({ rule }) => rule.status === "stable").map(({ rule }) => rule.id));
  expect(rows.flatMap(({ name, by = [] }) => by.filter((rule) => !stable.has(rule)).map((rule) => `${name}: ${rule}`))).toEqual([]);
});

test("every row is covered or left out for a reason that is told, and every reason is needed", () => {
  expect(rows.filter(({ by, out }) => ((by?.length ?? 0) > 0) === (out !== undefined)).map(({ name }) => name)).toEqual([]);
  const named = new Set(rows.flatMap(({ out }) => (out === undefined ? [] : [out])));
  expect([...named].sort()).toEqual(Object.keys(reasons).sort());
});

test("every rule of the other tools has its row", () => {
  expect(tools.map(({ tool, rows: own }) => `${tool} ${Object.keys(own).length}`)).toEqual(["Microsoft Threat Modeling Tool 47", "pytm 113", "Threagile 42", "Threat Dragon 27", "Threat Model Forge (tmforge) 31"]);
});
