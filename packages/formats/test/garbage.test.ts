// Hostile and broken input: readers never throw, and give either a valid document or an error that says why there is none.
import fc from "fast-check";
import { expect, test } from "vitest";
import { detectFormat, formats } from "@merlon/formats";
import { dragonFiles, hasCorpus, microsoftFiles, otmFiles } from "./corpus.ts";
import { line, modelXml, shape as drawShape, templateXml, threat as storeThreat } from "./microsoft-model.ts";
import { problemsOf } from "./valid-document.ts";

/** What the reader says about itself and about the document; none for a good outcome. */
function complaints(text: string): readonly string[] {
  return formats.flatMap((format) => {
    const { document, pack, diagnostics, losses } = format.read(text, { path: "garbage" });
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    if (document === undefined) return errors.length === 0 && pack === undefined ? [`${format.id}: no document and no error`] : [];
    const bare = losses.filter(({ what, why }) => what === "" || why === "").map(({ at }) => `${format.id}: a loss at ${at} says nothing`);
    return [...(errors.length === 0 ? [] : [`${format.id}: a document in spite of ${errors[0]?.code ?? ""}`]), ...bare, ...problemsOf(document).filter((line) => !line.startsWith("C1051 "))];
  });
}

const key = fc.oneof(fc.constantFrom("id", "name", "shape", "data", "type", "cells", "cell", "source", "target", "threats", "threat", "parent", "trustZone", "component", "mitigations", "state", "risk", "assets", "position", "size", "x", "y"), fc.string({ maxLength: 6 }));

const anyJson = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(key, tie("value"), { maxKeys: 6 })),
})).value;

/** Milliseconds; many runs on a busy machine. */
const patience = 60_000;

test("any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
    expect(complaints(text)).toEqual([]);
  }), { numRuns: 150 });
}, patience);

test("any JSON in the places where the formats look", () => {
  fc.assert(fc.property(anyJson, anyJson, anyJson, (a, b, c) => {
    expect(complaints(JSON.stringify({ version: "2.0", summary: a, detail: { diagrams: [{ id: b, title: c, cells: [a, b, c] }, a] } }))).toEqual([]);
    expect(complaints(JSON.stringify({ otmVersion: a, project: b, trustZones: [a, b], components: [b, c], dataflows: [c, a], threats: [a, c], mitigations: [b], assets: [c], representations: [a] }))).toEqual([]);
  }), { numRuns: 30 });
}, patience);

const shape = fc.constantFrom("actor", "process", "store", "flow", "trust-boundary-box", "trust-boundary-curve", "td-text-block", "cloud");
const few = fc.constantFrom("a", "b", "c", "d");
const end = fc.oneof(fc.record({ cell: few }), fc.record({ x: fc.integer(), y: fc.integer() }), anyJson);
const threat = fc.record({ id: few, title: fc.string(), status: fc.constantFrom("Open", "Mitigated", "Odd"), severity: fc.constantFrom("High", "TBD", "Odd"), type: fc.oneof(fc.constant("Tampering"), fc.string()) }, { requiredKeys: [] });
const place = { position: fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) }), size: fc.record({ width: fc.nat(100), height: fc.nat(100) }) };
const cell = fc.record({ id: few, shape, ...place, source: end, target: end, data: fc.record({ name: fc.string(), threats: fc.array(threat, { maxLength: 3 }), isBidirectional: fc.boolean() }, { requiredKeys: [] }) }, { requiredKeys: ["shape"] });

test("Threat Dragon diagrams with repeated ids, odd ends and boxes in boxes", () => {
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 3 }), (diagrams) => {
    expect(complaints(JSON.stringify({ version: "2.0", detail: { diagrams: diagrams.map((cells) => ({ id: 0, title: "T", cells })) } }))).toEqual([]);
  }), { numRuns: 40 });
}, patience);

const parent = fc.record({ trustZone: few, component: few }, { requiredKeys: [] });
const attached = fc.array(fc.record({ threat: few, state: fc.constantFrom("exposed", "mitigated", "odd"), mitigations: fc.array(fc.record({ mitigation: few, state: fc.constantFrom("implemented", "odd") }), { maxLength: 2 }) }), { maxLength: 3 });
const entry = fc.record({ id: few, name: fc.string(), parent, threats: attached, source: few, destination: few, type: fc.string(), risk: fc.record({ trustRating: fc.integer(), likelihood: fc.integer(), confidentiality: fc.integer() }) }, { requiredKeys: [] });
const entries = fc.array(entry, { maxLength: 6 });

test("OTM files with repeated ids, parents in circles and references to nothing", () => {
  fc.assert(fc.property(fc.record({ trustZones: entries, components: entries, dataflows: entries, threats: entries, mitigations: entries, assets: entries }), (lists) => {
    expect(complaints(JSON.stringify({ otmVersion: "0.2.0", ...lists }))).toEqual([]);
  }), { numRuns: 40 });
}, patience);

const annotation = fc.constantFrom("gateway", "database", "message_broker", "entrypoint", "local_logging", "user_stereotype", "odd", "");
const values = fc.dictionary(fc.constantFrom("Database", "Password", "'Username'", "Protocol", "__proto__", "Port"), fc.oneof(fc.constantFrom("MySQL", "HTTPS", "constructor"), anyJson), { maxKeys: 3 });
const annotated = fc.record({ name: fc.oneof(few, anyJson), sender: few, receiver: few, stereotypes: fc.oneof(fc.array(annotation, { maxLength: 3 }), anyJson), tagged_values: fc.oneof(values, anyJson) }, { requiredKeys: [] });
const diagramEntries = fc.array(annotated, { maxLength: 5 });

test("microSecEnD diagrams with repeated names, odd annotations and flows to nothing, in both forms", () => {
  fc.assert(fc.property(diagramEntries, diagramEntries, diagramEntries, fc.array(fc.oneof(few, annotation, fc.constantFrom("->", "[", "label = \"", "{Service: ", "|", "--", "\\n", "}", "\"]", "\n", " ")), { maxLength: 30 }), (services, externals, flows, pieces) => {
    expect(complaints(JSON.stringify({ services, external_entities: externals, information_flows: flows }))).toEqual([]);
    expect(complaints(`@startuml\ndigraph d{\na [label = "{Service: a | }"]\n${pieces.join("")}\n}`)).toEqual([]);
  }), { numRuns: 40 });
}, patience);

const surface = fc.constantFrom("s1", "s2");
const kind = fc.constantFrom("process", "web", "store", "external", "note", "box");
const at = fc.integer({ min: 0, max: 100 });
const drawn = fc.oneof(
  fc.record({ kind, id: few, at: fc.tuple(at, at, at, at), value: fc.constantFrom("Yes", "Odd", "") }).map((one) => drawShape(one.kind, one.id, one.at, { log: one.value, odd: one.value })),
  fc.record({ kind: fc.constantFrom("flow", "line"), id: few, ends: fc.tuple(few, few), at: fc.tuple(at, at, at, at) }).map((one) => line(one.kind as "flow" | "line", one.id, one.ends, one.at, { tls: "Yes" })),
);
const stored = fc.record({ type: fc.constantFrom("A", "B", ""), flow: few, ends: fc.tuple(few, few), state: fc.constantFrom("AutoGenerated", "Mitigated", "Odd"), surface }).map((one) => storeThreat(one.type, one.flow, one.ends, { State: one.state, Title: one.type }));
const condition = fc.constantFrom("source is 'GE.P'", "flow crosses 'GE.TB.B'", "not target.log is 'Yes'", "source is", "flow.tls is 'Yes' or source is 'ROOT'");

test("Microsoft models with repeated ids, odd ends and stencils, and any conditions", () => {
  fc.assert(fc.property(fc.array(drawn, { maxLength: 8 }), fc.array(drawn, { maxLength: 3 }), fc.array(stored, { maxLength: 4 }), fc.tuple(condition, condition, fc.constantFrom("true", "false")), (first, second, threats, [include, exclude, generation]) => {
    const template = templateXml([{ id: "A", include, exclude }, { id: "A", include: exclude }]);
    expect(complaints(modelXml(first, { surfaces: [second], threats, template, generation }))).toEqual([]);
  }), { numRuns: 30 });
}, patience);

/** Milliseconds; each took half a minute or more where the work grew faster than the file. */
const short = 10_000;

test("elements that each declare a namespace, below very many others", () => {
  const levels = Array.from({ length: 98 }, (_, level) => `<a${Array.from({ length: 199 }, (_, nth) => ` xmlns:p${level}x${nth}="u"`).join("")}>`).join("");
  expect(complaints(`${levels}${`<b xmlns:q="u"/>`.repeat(10_000)}${"</a>".repeat(98)}`)).toEqual([]);
}, short);

test("stencils that are kinds of kinds without an end, or of themselves", () => {
  const stencil = (id: string, parent: string): string => `<ElementType><ID>${id}</ID><Name>${id}</Name><ParentElement>${parent}</ParentElement><Representation>Ellipse</Representation></ElementType>`;
  const chain = Array.from({ length: 6000 }, (_, nth) => stencil(`s${nth}`, nth === 0 ? "ROOT" : `s${nth - 1}`));
  const text = `<KnowledgeBase><Manifest name="Tiny"/><GenericElements>${chain.join("")}${stencil("x", "y")}${stencil("y", "x")}</GenericElements></KnowledgeBase>`;
  expect(complaints(text)).toEqual([]);
  const read = detectFormat("tiny.tb7", text).format?.read(text, { path: "tiny.tb7" });
  expect(read?.counts["stencils"]).toBe(20);
  expect(read?.losses.map(({ what }) => what.slice(0, 60))).toEqual(["stencils that are kinds of kinds without an end (5982): s20,"]);
}, short);

test("a label of millions of characters, and a line that no pattern ends", () => {
  const diagram = (line: string): string => `@startuml\ndigraph d{\na [label = "{Service: a | }"]\n${line}\n}`;
  const texts = [diagram(`b [label = "{Service: b | ${"x".repeat(10_000_000)}}"]`), diagram(`@${"a".repeat(100_000)}\u2028`)];
  expect(texts.map((text) => formats.find(({ id }) => id === "microsecend")?.read(text, { path: "garbage" }).diagnostics.map(({ code, message }) => `${code} ${message.slice(0, 68)}`))).toEqual([
    ["F2070 This line is left out, since it has more than 20000 characters: b [l"], [],
  ]);
}, short);

test.runIf(hasCorpus)("public Microsoft files cut off anywhere, and with tags taken out", () => {
  const files = microsoftFiles.filter(({ text }) => text.length < 700_000);
  fc.assert(fc.property(fc.constantFrom(...files), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400), ({ text }, share, nth) => {
    expect(complaints(text.slice(0, Math.floor(text.length * share)))).toEqual([]);
    const tags = [...text.slice(0, 60_000).matchAll(/<(?:[a-z]:)?([A-Z]\w+)[^>]*>[^<]*<\/(?:[a-z]:)?\1>/g)];
    const gone = tags[nth % Math.max(1, tags.length)];
    expect(complaints(gone === undefined ? text : text.slice(0, gone.index) + text.slice(gone.index + gone[0].length))).toEqual([]);
  }), { numRuns: 15 });
}, patience);

/** The same value with the n-th of its parts replaced. */
function mutate(value: unknown, nth: { left: number }, by: unknown): unknown {
  if (nth.left-- === 0) return by;
  if (Array.isArray(value)) return value.map((item) => mutate(item, nth, by));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mutate(part, nth, by)]));
}

test.runIf(hasCorpus)("public models with one part replaced, and cut off anywhere", () => {
  const files = [...dragonFiles, ...otmFiles].filter(({ text }) => text.length < 60_000 && text.startsWith("{"));
  fc.assert(fc.property(fc.constantFrom(...files), fc.nat(1500), anyJson, fc.double({ min: 0, max: 1, noNaN: true }), (file, nth, by, share) => {
    expect(complaints(JSON.stringify(mutate(JSON.parse(file.text), { left: nth }, by)))).toEqual([]);
    expect(complaints(file.text.slice(0, Math.floor(file.text.length * share)))).toEqual([]);
  }), { numRuns: 40 });
}, patience);
