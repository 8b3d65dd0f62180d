// Every foreign id that the library names exists in its shipped catalogue and is live; every characteristic earns its place.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession } from "@merlon/app";
import type { Catalogue, Condition } from "@merlon/schema";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "..", "..", "library", "catalogues");
const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
const catalogues = texts.map((text) => JSON.parse(text) as Catalogue);
const live = new Set(catalogues.flatMap((c) => c.entries.filter((e) => e.status === "live").map((e) => e.id)));
const { library } = (await openSession()).builtIn;

function factsIn(condition: Condition | undefined): readonly string[] {
  if (!condition) return [];
  return [...JSON.stringify(condition).matchAll(/"fact":"[^"]*?\.([a-z-]+)"/g)].map((match) => match[1]!);
}

test("every CWE, CAPEC and ATT&CK id of a rule, a fix or a control is live in a shipped catalogue", () => {
  const named = [
    ...library.rules.flatMap((rule) => [
      ...(rule.cwe ?? []), ...(rule.capec ?? []), ...(rule.attack ?? []).map((ref) => ref.id), ...rule.fix.flatMap((fix) => fix.attack ?? []),
    ]),
    ...library.controls.flatMap((control) => control.attack ?? []),
  ];
  expect(named.filter((id) => !live.has(id))).toEqual([]);
  expect(named.length).toBeGreaterThan(300);
});

test("every characteristic is read by a rule", () => {
  const read = new Set(library.rules.flatMap((rule) => [rule.applies, rule.when, rule.unless].flatMap(factsIn)));
  expect(library.characteristics.map((c) => c.id).filter((id) => !read.has(id))).toEqual([]);
});

test("every control type of a fix exists", () => {
  const types = new Set(library.controls.map((control) => control.id));
  const wanted = library.rules.flatMap((rule) => rule.fix.flatMap((fix) => ("add-control" in fix ? [fix["add-control"].type] : [])));
  expect(wanted.filter((type) => !types.has(type))).toEqual([]);
});

test("a catalogue is small, carries its notice and names each id once", () => {
  for (const [at, text] of texts.entries()) {
    const { notice, entries } = catalogues[at]!;
    expect(text.length).toBeLessThan(300_000);
    expect(notice).toContain("The MITRE Corporation");
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
  }
});
