// What becomes of the parts of an OTM file, on files of a few entries.
import { expect, test } from "vitest";
import { formats } from "@merlon/formats";
import type { ModelDocument } from "@merlon/schema";
import { lossLines } from "./dragon-model.ts";
import type { Imported } from "./dragon-model.ts";

function importOtm(parts: string, previous?: ModelDocument): Imported {
  const result = formats[1]?.read(`otmVersion: 0.2.0\nproject: {id: shop, name: Shop}\n${parts}`, { path: "shop.yaml", ...(previous === undefined ? {} : { previous }) });
  if (result?.document === undefined) throw new Error("No document.");
  return { ...result, document: result.document };
}

const from = (id: string): readonly { readonly system: string; readonly id: string }[] => [{ system: "otm", id }];

test("zones become boundaries whose trust follows the rating, when ratings differ", () => {
  const zones = (a: number, b: number): ModelDocument["boundaries"] => importOtm(`trustZones:\n- {id: z1, name: Internet, type: internet, risk: {trustRating: ${a}}}\n- {id: z2, name: Office, risk: {trustRating: ${b}}, parent: {trustZone: z1}}\n`).document.boundaries;
  expect(zones(20, 85)).toEqual({
    internet: { type: "network", title: "Internet", trust: "untrusted", sources: from("z1"), "x-otm": { type: "internet", trustRating: 20 } },
    office: { type: "network", title: "Office", trust: "restricted", in: "internet", sources: from("z2"), "x-otm": { trustRating: 85 } },
  });
  expect(Object.values(zones(10, 10) ?? {}).map(({ trust }) => trust)).toEqual([undefined, undefined]);
});

test("components become elements in the zone of their ancestor, with data and a guessed kind", () => {
  const { document, losses } = importOtm(`
trustZones: [{id: z, name: Cloud, risk: {trustRating: 90}}]
assets: [{id: cards, name: Card data, risk: {confidentiality: 100, integrity: 60, availability: 0, comment: Painful.}}]
components:
- {id: vm, name: Host, type: ec2, parent: {trustZone: z}}
- {id: db, name: Orders, type: rds, parent: {component: vm}, tags: [eu, eu], assets: {stored: [cards], processed: []}, attributes: {backup: daily}}
- {id: old, name: Old, type: thing, parent: {id: z, type: trustZone}}
`);
  expect(document.elements).toEqual({
    host: { kind: "process", type: "host", title: "Host", in: "cloud", sources: from("vm"), "x-otm": { type: "ec2" } },
    old: { kind: "process", title: "Old", in: "cloud", sources: from("old"), "x-otm": { type: "thing" } },
    orders: { kind: "store", type: "datastore.sql", title: "Orders", in: "cloud", "part-of": "host", holds: ["card-data"], tags: ["eu"], sources: from("db"), "x-otm": { type: "rds", attributes: { backup: "daily" } } },
  });
  expect(document.data).toEqual({ "card-data": { title: "Card data", levels: { confidentiality: "high", integrity: "moderate", availability: "none" }, sources: from("cards"), "x-otm": { risk: { confidentiality: 100, integrity: 60, availability: 0 }, comment: "Painful." } } });
  expect(document.scales?.["confidentiality"]).toEqual({ protects: "confidentiality", levels: ["none", "low", "moderate", "high"], class: { none: "none", low: "low", moderate: "moderate", high: "high" } });
  expect(lossLines(losses, "guessed").slice(1, 4)).toEqual(['/components/0/type component "Host" is a process of the type `host`', '/components/1/type component "Orders" is a store of the type `datastore.sql`', '/components/2/type component "Old" is a process']);
});

test("a zone in a component lies in the zone around it; circles are cut and told", () => {
  const { document, diagnostics } = importOtm(`
trustZones: [{id: z, name: Z}, {id: y, name: Y, parent: {component: c}}, {id: x, name: X, parent: {trustZone: w}}, {id: w, name: W, parent: {trustZone: x}}]
components: [{id: c, name: C, parent: {trustZone: z}}, {id: a, name: A, parent: {component: b}}, {id: b, name: B, parent: {component: a}}]
`);
  expect(Object.entries({ ...document.boundaries, ...document.elements }).map(([id, object]) => [id, object.in, (object as { "part-of"?: string })["part-of"]])).toEqual([
    ["w", undefined, undefined], ["x", "w", undefined], ["y", "z", undefined], ["z", undefined, undefined], ["a", undefined, undefined], ["b", undefined, "a"], ["c", "z", undefined],
  ]);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'F2008 component "A" contains itself, through component "B"; it is taken as the outermost.', 'F2008 trust zone "W" contains itself, through trust zone "X"; it is taken as the outermost.',
  ]);
});

const web = "components: [{id: c, name: Web}, {id: d, name: Db, type: database}]\n";

test("data flows become flows; assets go with the arrow, a two-way flow has an unknown response, a loose one is dropped", () => {
  const { document, losses } = importOtm(`${web}assets: [{id: a, name: Orders}]
dataflows:
- {id: f, name: Save, source: c, destination: d, assets: [a, nothing], tags: [tcp], bidirectional: true}
- {id: g, name: 6ceb010f-8390-4dc5-943b-62d268c34e78, source: d, destination: c, bidirectional: false}
- {id: h, name: Loose, source: c, destination: nowhere}
`);
  expect(document.flows).toEqual({
    save: { title: "Save", from: "web", to: "db", carries: ["orders"], response: "unknown", tags: ["tcp"], sources: from("f") },
    "db-to-web": { from: "db", to: "web", sources: from("g") },
  });
  expect(lossLines(losses, "dropped")).toEqual([
    "/dataflows/0/assets/1 asset `nothing` of data flow \"Save\"", '/dataflows/1/name the name of data flow "6ceb010f-8390-4dc5-943b-62d268c34e78"', '/dataflows/2 data flow "Loose" from component "Web" to nothing',
  ]);
});

const attached = (state: string, other: string): string => `components:
- {id: c, name: Web, threats: [{threat: t, state: ${state}, mitigations: [{mitigation: m, state: implemented}]}]}
- {id: d, name: Db, threats: [{threat: t, state: ${other}, mitigations: [{mitigation: m, state: required}]}]}
threats: [{id: t, name: Sniffing, categories: [Information Disclosure, Odd], cwes: [CWE-319, "79", none], risk: {likelihood: 50, impact: 100}}]
mitigations: [{id: m, name: Use TLS, riskReduction: 80}, {id: n, name: Unused}]
`;

test("a threat and a mitigation in one state are one object at all places; other states are objects of their own", () => {
  const same = importOtm(attached("exposed", "open")).document;
  const threat = { title: "Sniffing", stride: ["I"], cwe: ["CWE-319", "CWE-79"], likelihood: 2, consequence: 4, "x-otm": { categories: ["Odd"], cwes: ["none"], risk: { likelihood: 50, impact: 100 } } };
  expect(same.threats).toEqual({ sniffing: { ...threat, at: ["db", "web"], sources: from("t") } });
  expect(same.decisions).toBeUndefined();
  const control = { type: "other", title: "Use TLS", strength: "strong", mitigates: ["sniffing"], "x-otm": { riskReduction: 80 } };
  expect(same.controls).toEqual({
    "use-tls-implemented": { ...control, at: "web", state: "implemented", sources: from("m#implemented") }, "use-tls-planned": { ...control, at: "db", state: "planned", sources: from("m#planned") },
  });
  expect((same as { "x-otm"?: unknown })["x-otm"]).toEqual({ projectId: "shop", mitigations: [{ id: "n", name: "Unused" }] });

  const apart = importOtm(attached("exposed", "accepted"), same).document;
  expect(Object.entries(apart.threats ?? {}).map(([id, { at }]) => [id, at])).toEqual([["sniffing", "db"], ["sniffing-open", "web"]]);
  expect(apart.decisions).toEqual({ sniffing: { state: "accept" } });
  expect(Object.keys(importOtm(attached("accepted", "accepted"), apart).document.threats ?? {})).toEqual(["sniffing"]);
});

test("threats that are attached to nothing are about the model; those the file does not define are told once per place", () => {
  const { document, diagnostics, losses } = importOtm("components: [{id: c, name: Web, threats: [{threat: t1, state: open}, {threat: t2, state: open}]}]\nthreats: [{id: t, name: Flood}]\n");
  expect(document.threats).toEqual({ flood: { title: "Flood", sources: from("t") } });
  expect(diagnostics.map(({ message }) => message)).toEqual(['component "Web" refers to `t1, t2`, which does not exist in the file.']);
  expect(lossLines(losses, "dropped", "guessed").slice(0, 1)).toEqual(['/components/0/threats 2 threats of component "Web": t1, t2']);
});

test("diagrams become views, from whichever corner they are measured; pointers into code are kept without the code", () => {
  const parts = (x: number): string => `
representations: [{id: r, name: Main, type: diagram, size: {width: 900, height: 900}}, {id: s, name: Code, type: code, repository: {url: "https://example.org/shop"}}]
trustZones: [{id: z, name: Z, representations: [{representation: r, id: rz, position: {x: 100, y: 100}, size: {width: 200, height: 200}}]}]
components: [{id: c, name: Web, parent: {trustZone: z}, representations: [{representation: r, id: rc, position: {x: ${x}, y: ${x}}, size: {width: 10, height: 20}}, {representation: s, id: sc, file: web.ts, line: 3, codeSnippet: "x = 1"}]}]
`;
  const { document } = importOtm(parts(110));
  expect(document.views).toEqual({ main: { title: "Main", shows: "dfd", positions: { web: { x: 115, y: 120 } } } });
  expect(importOtm(parts(50)).document.views?.["main"]?.positions).toEqual({ web: { x: 155, y: 160 } });
  expect(document.links).toEqual([{ title: "Code", url: "https://example.org/shop" }]);
  expect(document.elements?.["web"]).toMatchObject({ "x-otm": { representations: [{ representation: "s", id: "sc", file: "web.ts", line: 3 }] } });
});
