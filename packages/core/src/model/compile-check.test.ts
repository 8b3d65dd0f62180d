import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { DecisionsDocumentSchema, ModelDocumentSchema, ViewsDocumentSchema } from "@merlon/schema";
import { withValue } from "../edit/edited.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { Path } from "../text/tree.ts";
import { compileCheck } from "./compile-check.ts";
import { isObject } from "./maps.ts";

const folder = fileURLToPath(new URL("../../../../spec/valid", import.meta.url));
const documents = readdirSync(folder).filter((name) => /^(?:model|decisions|views)\./.test(name)).map((name) => {
  const schema: z.ZodType = name.startsWith("model") ? ModelDocumentSchema : name.startsWith("decisions") ? DecisionsDocumentSchema : ViewsDocumentSchema;
  return { schema, accepts: compileCheck(schema), value: readYaml({ path: name, text: readFileSync(`${folder}/${name}`, "utf8") }).value };
});

function paths(value: unknown, path: Path = []): readonly Path[] {
  const inner = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([step, item]) => paths(item, [...path, step]))];
}

test("agrees with Zod on the fixtures, and on what becomes of them when a value anywhere is changed", () => {
  const value = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, true, "yes", "no", "unknown", "", "A b", "web", "2026-11-01", 0, -1, 1.5, 70_000, Number.NaN, Infinity, [], ["web"], [1], {}, { value: "yes" }, { value: "yes", x: 1 }, { at: "web", as: "read" }),
    fc.string(), fc.double(),
  );
  const change = fc.record({ document: fc.nat(), place: fc.nat(), value, key: fc.constantFrom("", "", "new", "title", "Bad Key", "kind") });
  fc.assert(fc.property(change, ({ document, place, value: changed, key }) => {
    const chosen = documents[document % documents.length];
    const all = paths(chosen?.value);
    const path = all[place % all.length] ?? [];
    const altered = withValue(chosen?.value, key === "" ? path : [...path, key], changed);
    expect(chosen?.accepts(altered), JSON.stringify([path, key, changed])).toBe(chosen?.schema.safeParse(altered).success);
  }), { numRuns: 1000 });
});

test("accepts nothing that it does not understand", () => {
  expect([compileCheck(z.string().refine(() => true))("x"), compileCheck(z.date())(new Date()), compileCheck(z.string().max(3))("x")]).toEqual([false, false, false]);
});
