// Every foreign id that the library names exists in its shipped catalogue and is live; every characteristic earns its place.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openSession } from "@merlon/app";
import { AttackCatalogueSchema, AttackHistorySchema, CatalogueSchema, WeaknessCatalogueSchema, type AttackCatalogue, type AttackHistory, type Catalogue, type Condition, type WeaknessCatalogue } from "@merlon/schema";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "..", "..", "library", "catalogues");
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const parsed = files.map(({ name, text }) => ({ name, document: JSON.parse(text) as Catalogue | AttackCatalogue | AttackHistory | WeaknessCatalogue }));
const newest = new Set(["attack-enterprise-19.1.json", "attack-mobile-19.0.json", "attack-ics-19.1.json", "atlas-2026-04.json", "cwe.json", "capec.json", "asvs.json", "nist-800-53.json"]);
const live = new Set(parsed.filter(({ name }) => newest.has(name)).flatMap(({ document }) => recordsOf(document).filter((record) => (record.status ?? "live") === "live").map(({ id }) => id)));
const { library } = (await openSession()).builtIn;

function factsIn(condition: Condition | undefined): readonly string[] {
  if (!condition) return [];
  return [...JSON.stringify(condition).matchAll(/"fact":"([^"]+)"/g)].map((match) => match[1]!);
}

test("every CWE, CAPEC, ATT&CK, ASVS and NIST id of a rule, a fix or a control is live in a shipped catalogue", () => {
  const named = [
    ...library.rules.flatMap((rule) => [
      ...(rule.cwe ?? []), ...(rule.capec ?? []), ...(rule.attack ?? []).map((ref) => ref.id), ...rule.fix.flatMap((fix) => [...fix.attack ?? [], ...fix.asvs ?? [], ...fix.nist ?? []]),
    ]),
    ...library.controls.flatMap((control) => control.attack ?? []),
  ];
  expect(named.filter((id) => !live.has(id))).toEqual([]);
  expect(named.length).toBeGreaterThan(300);
});

test("every characteristic is read by a rule", () => {
  const facts = library.rules.flatMap((rule) => [rule.applies, rule.when, rule.unless].flatMap(factsIn));
  expect(library.characteristics.map((c) => c.id).filter((id) => !facts.some((fact) => fact.endsWith(`.${id}`)))).toEqual([]);
});

test("every control type of a fix exists", () => {
  const types = new Set(library.controls.map((control) => control.id));
  const wanted = library.rules.flatMap((rule) => rule.fix.flatMap((fix) => ("add-control" in fix ? [fix["add-control"].type] : [])));
  expect(wanted.filter((type) => !types.has(type))).toEqual([]);
});

test("a catalogue is small, carries its notice, names each id once and is as its schema says", () => {
  for (const [at, { name, text }] of files.entries()) {
    const document = parsed[at]!.document;
    const ids = recordsOf(document).map(({ id }) => id);
    const schema = "changes" in document ? AttackHistorySchema : "weaknesses" in document ? WeaknessCatalogueSchema : "entries" in document ? CatalogueSchema : AttackCatalogueSchema;
    expect([name, text.length < 1_000_000, /MITRE Corporation|OWASP Foundation|United States government|Cloud Security Alliance/.test(document.notice), ids.length - new Set(ids).size, schema.safeParse(document).error]).toEqual([name, true, true, 0, undefined]);
  }
  expect(files.length).toBe(15);
});

test("every technique that a weakness leads to is live", () => {
  const weaknesses = parsed.map(({ document }) => document).find((document) => "weaknesses" in document);
  const named = (weaknesses?.weaknesses ?? []).flatMap(({ patterns = {}, exploited = {} }) => [...Object.keys(patterns), ...Object.values(exploited).flatMap((counts) => Object.keys(counts))]);
  expect(named.filter((id) => !live.has(id))).toEqual([]);
  expect(named.length).toBeGreaterThan(800);
});

test("every relation of a catalogue leads to something of it", () => {
  for (const { name, document } of parsed) {
    if (!("techniques" in document)) continue;
    const known = new Set([...document.tactics.map(({ shortname }) => shortname), ...recordsOf(document).map(({ id }) => id)]);
    const live = document.techniques.filter(({ status }) => status === undefined);
    const named = [
      ...live.flatMap(({ tactics = [], mitigations = [], parent }) => [...tactics, ...mitigations, ...(parent === undefined ? [] : [parent])]),
      ...[...document.techniques, ...document.groups, ...document.mitigations].flatMap(({ revokedBy = [] }) => revokedBy), ...document.groups.flatMap(({ techniques = [] }) => techniques),
    ];
    expect([name, named.filter((id) => !known.has(id))]).toEqual([name, []]);
  }
});

function recordsOf(document: Catalogue | AttackCatalogue | AttackHistory | WeaknessCatalogue): readonly { readonly id: string; readonly status?: string }[] {
  if ("changes" in document) return [];
  if ("weaknesses" in document) return document.weaknesses;
  return "entries" in document ? document.entries : [...document.tactics, ...document.techniques, ...document.mitigations, ...document.groups];
}
