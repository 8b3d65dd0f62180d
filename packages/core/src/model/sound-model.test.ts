import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withValue } from "../edit/edited.ts";
import { testingLibrary } from "../testing-library.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { Path } from "../text/tree.ts";
import { isObject } from "./maps.ts";
import type { Model } from "./model.ts";
import { readModel } from "./read-model.ts";

const folder = fileURLToPath(new URL("../../../../spec/valid", import.meta.url));
const fixtures = readdirSync(folder).filter((name) => name.startsWith("model.")).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
const values = fixtures.map((text, at) => readYaml({ path: `${at}.yaml`, text }).value);

function paths(value: unknown, path: Path = []): readonly Path[] {
  const inner = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([step, item]) => paths(item, [...path, step]))];
}

/** References of a model that lead nowhere, and what contains itself or is derived from itself. */
function unsound(model: Model): readonly string[] {
  const { elements, boundaries, data, trustLevels } = model;
  const missing = (ids: readonly string[] | undefined, map: ReadonlyMap<string, unknown>): readonly string[] => (ids ?? []).filter((id) => !map.has(id));
  const circles = [...boundaries.values()].filter(function isInCircle(boundary) {
    let parent = boundary.parent;
    for (let step = 0; parent !== undefined && step <= boundaries.size; step++) parent = boundaries.get(parent)?.parent;
    return parent !== undefined;
  });
  return [
    ...circles.map(({ id }) => id), ...derivedFromItself(model),
    ...[...boundaries.values()].flatMap(({ parent, trust }) => [...missing(parent === undefined ? [] : [parent], boundaries), ...(trust === undefined || trustLevels.includes(trust) ? [] : [trust])]),
    ...[...elements.values()].flatMap((e) => [...missing(e.in, boundaries), ...missing(e.holds, data), ...missing(e.handles, data), ...missing(e.partOf === undefined ? [] : [e.partOf], elements)]),
    ...[...model.flows.values()].flatMap((f) => [...missing([f.from, f.to, ...f.via], elements), ...missing(f.carries, data), ...missing(f.response, data)]),
    ...[...data.values()].flatMap((d) => [...missing(d.derivedFrom.map((from) => from.data), data), ...missing(d["part-of"] === undefined ? [] : [d["part-of"]], data)]),
    ...[...model.controls.values(), ...model.threats.values()].flatMap(({ at }) => at.filter((id) => !elements.has(id) && !model.flows.has(id) && !boundaries.has(id))),
  ];
}

function derivedFromItself({ data }: Model): readonly string[] {
  return [...data.keys()].filter(function isCircular(id) {
    const seen = new Set<string>();
    const open = data.get(id)?.derivedFrom.map((from) => from.data) ?? [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === id) return true;
      if (!seen.has(at)) open.push(...data.get(at)?.derivedFrom.map((from) => from.data) ?? []);
      seen.add(at);
    }
    return false;
  });
}

test("[DOC-9] whatever is done to a model, reading gives a sound one, and says something when it was harmed", () => {
  const value = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, true, "unknown", "", "web", "nowhere", "Bad Id", 0, -1, [], ["web", "web"], [null], {}, { web: {} }, { value: { value: 1 } }, { "x-y": 1 }),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const change = fc.record({ place: fc.nat(), value, key: fc.constantFrom("", "", "in", "from", "part-of", "web", "x-1", "acme.tokenised", "constructor") });
  fc.assert(fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 4 }), (which, changes) => {
    let altered = values[which % values.length];
    for (const { place, value: changed, key } of changes) {
      const all = paths(altered);
      const path = all[place % all.length] ?? [];
      altered = withValue(altered, key === "" ? path : [...path, key], changed);
    }
    const { model } = readModel([{ path: "model.json", text: JSON.stringify(altered) ?? "" }], testingLibrary, { at: "2026-11-10" });
    expect([unsound(model), model.digest.length], JSON.stringify(altered)).toEqual([[], 71]);
  }), { numRuns: 120 });
});

test("[DOC-9] any text at all gives a model and diagnostics", () => {
  const piece = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("merlon: 1\n", "elements:\n", "  a: ", "{", "[", "- ", "&a ", "*a", "!!x ", "|\n", "\t", "? ", ": ", "---\n", "%YAML 1.2\n", '"', "'", "<<: "));
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom("model.yaml", "model.json"), (pieces, path) => {
    const { model, diagnostics } = readModel([{ path, text: pieces.join("") }], testingLibrary);
    expect([unsound(model), diagnostics.every(({ where }) => (where?.line ?? 0) > 0)]).toEqual([[], true]);
  }), { numRuns: 200 });
});

describe("[DOC-10] what a hostile file can cost is bounded", () => {
  const many = Array.from({ length: 20_000 }, (_, at) => at);
  test.each([
    ["wrong items in one list", `owners: [${many.map((at) => (at % 2 === 0 ? "x" : "1")).join(", ")}]\n`, "C1021"],
    ["unknown keys", `elements:\n${many.map((at) => `  e${at}: {kind: process, k${at}: 1}\n`).join("")}`, "C1020"],
    ["dangling references", `elements:\n${many.map((at) => `  e${at}: {kind: process, in: b${at}}\n`).join("")}`, "C1040"],
    ["unknown words", `elements:\n${many.map((at) => `  e${at}: {kind: process, type: t${at}}\n`).join("")}`, "C1050"],
    ["deep derivation", `data:\n${many.map((at) => `  d${at}: {derived-from: [{data: d${(at + 1) % 20_000}, by: hashed}]}\n`).join("")}`, "C1042"],
    ["deep containment", `boundaries:\n${many.map((at) => `  b${at}: {type: network, in: b${(at + 1) % 20_000}}\n`).join("")}`, "C1042"],
  ])("%s", (_, body, code) => {
    const start = process.hrtime.bigint();
    const { diagnostics } = readModel([{ path: "model.yaml", text: `merlon: 1\nid: x\n${body}` }], testingLibrary);
    expect([diagnostics.some((diagnostic) => diagnostic.code === code), Number((process.hrtime.bigint() - start) / 1_000_000n) < 20_000]).toEqual([true, true]);
  });
});
