// The law of paths: saying what protects something only refines what was open, and the order of maps changes nothing.
import { readModel } from "@merlon/core";
import type { ModelDocument } from "@merlon/schema";
import { builtInLibrary, randomDocument, seeded } from "@merlon/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFactBase } from "../facts/create-fact-base.ts";
import { attackPaths } from "./attack-paths.ts";
import { pathSubjects } from "./path-subjects.ts";

const library = builtInLibrary();
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const RUNS = { numRuns: 80 };
const KEYS = ["obstacles", "length", "unasked", "allowed-only"] as const;

/** Protections that paths look at, with the answers that they take. */
const PROTECTIONS = [
  ["flows", "authentication", ["no", "password", "token"]], ["flows", "authorization", ["no", "role", "object"]], ["flows", "encryption-in-transit", ["no", "yes"]], ["flows", "message-signing", ["no", "yes"]],
  ["flows", "multi-factor", ["no", "code"]], ["elements", "patching", ["automatic", "occasional"]], ["elements", "egress-filtering", ["no", "yes"]], ["elements", "secret-storage", ["source-code", "hardware"]],
] as const;

function read(document: unknown) {
  return readModel([{ path: "model.json", text: JSON.stringify(document) }], library, { at: "2026-01-01" }).model;
}

function facts(document: unknown): ReadonlyMap<string, readonly string[]> {
  const base = createFactBase(read(document), library);
  return new Map(pathSubjects(base).flatMap((path) => KEYS.map((key) => {
    const { value, possible } = base.fact(path, key);
    return [`${key} of ${path.id}+${path.property}`, value === undefined ? (possible ?? ["yes", "no"]).map(String) : [String(value)]] as const;
  })));
}

test("[PTH-12] an answer about a protection leaves of what was possible something, and adds nothing", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const document = randomDocument(seed, library) as unknown as Record<string, Record<string, Record<string, unknown>>>;
    const random = seeded(seed + 1);
    const [map, key, values] = PROTECTIONS[Math.floor(random() * PROTECTIONS.length)]!;
    // A type may say it, or a technology; what is stated then replaces that.
    const unstated = read(document)[map];
    const open = Object.entries(document[map] ?? {}).filter(([id, object]) => unstated.get(id)?.characteristics.get(key)?.value === undefined && object["kind"] !== "external");
    // What an element says is the default of the flows into it, so that there an answer can replace one.
    const said = new Set(Object.values(document["elements"] ?? {}).flatMap((element) => Object.keys(element)));
    const [id] = open[Math.floor(random() * open.length)] ?? [];
    if (id === undefined || (map === "flows" && said.has(key))) return;
    const answered = { ...document, [map]: { ...document[map], [id]: { ...document[map]![id], [key]: values[Math.floor(random() * values.length)] } } };
    const now = facts(answered);
    const wrong = [...facts(document)].filter(([name, was]) => !(now.get(name) ?? []).every((value) => was.includes(value))).map(([name, was]) => `${name}: ${was.join("/")} → ${(now.get(name) ?? []).join("/")}`);
    expect([map, id, key, wrong]).toEqual([map, id, key, []]);
  }), RUNS);
});

test("[PTH-5] the order of maps and keys changes no path", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const document = randomDocument(seed, library);
    const backwards = Object.fromEntries(Object.entries(document).map(([key, value]) => [key, typeof value === "object" ? Object.fromEntries(Object.entries(value as object).reverse()) : value])) as unknown as ModelDocument;
    const paths = (one: unknown) => JSON.parse(JSON.stringify(attackPaths(read(one), library, { at: "2026-01-01", k: 2 }), (key, value: unknown) => (key === "where" ? undefined : value))) as unknown;
    expect(paths(backwards)).toEqual(paths(document));
  }), { numRuns: 30 });
});
