// What becomes of the parts of a Threat Dragon model, on models of a few cells.
import { expect, test } from "vitest";
import { box, dragonText, flow, importDragon, lossLines, node } from "./dragon-model.ts";

const from = (id: string): readonly { readonly system: string; readonly id: string }[] => [{ system: "threat-dragon", id }];

test("[IMP-2] ticks become types and characteristics, or are kept; what is not ticked stays unknown", () => {
  const { document, losses } = importDragon(dragonText([
    node("actor", "user", [0, 0], { providesAuthentication: true }), node("process", "web", [0, 0], { isWebApplication: true, handlesCardPayment: false, privilegeLevel: "root" }),
    node("store", "db", [0, 0], { isEncrypted: true, isALog: false, storesCredentials: true }), node("store", "audit", [0, 0], { isALog: true, isEncrypted: false, isSigned: true }),
  ]));
  expect(document.elements).toEqual({
    audit: { kind: "store", type: "log.store", title: "audit", "tamper-evidence": "yes", sources: from("audit") },
    db: { kind: "store", title: "db", "encryption-at-rest": "yes", sources: from("db"), "x-threat-dragon": { storesCredentials: true } },
    user: { kind: "external", title: "user", sources: from("user"), "x-threat-dragon": { providesAuthentication: true } },
    web: { kind: "process", type: "web.application", title: "web", sources: from("web"), "x-threat-dragon": { privilegeLevel: "root" } },
  });
  expect(lossLines(losses, "guessed")).toEqual(['/detail/diagrams/0/cells/3/data/isSigned `tamper-evidence: yes` for `isSigned` of store "audit"']);
  expect(lossLines(losses, "dropped")).toEqual([
    "/detail/diagrams/0/cells/1/data/handlesCardPayment `handlesCardPayment: false`", "/detail/diagrams/0/cells/2/data/isALog `isALog: false`", "/detail/diagrams/0/cells/3/data/isEncrypted `isEncrypted: false`",
  ]);
});

test("out of scope needs a reason; a reason without the tick is kept", () => {
  const { document } = importDragon(dragonText([node("process", "a", [0, 0], { outOfScope: true }), node("process", "b", [0, 0], { outOfScope: true, reasonOutOfScope: "Legacy." }), node("process", "c", [0, 0], { outOfScope: false, reasonOutOfScope: "Old." })]));
  expect(Object.values(document.elements ?? {}).map((element) => [element["out-of-scope"], (element as { "x-threat-dragon"?: unknown })["x-threat-dragon"]])).toEqual([
    ["Out of scope in Threat Dragon, which gave no reason.", undefined], ["Legacy.", undefined], [undefined, { reasonOutOfScope: "Old." }],
  ]);
});

test("boxes hold what lies inside, nest, and what is unclear is reported", () => {
  const { document, losses } = importDragon(dragonText([
    box("outer", [0, 0, 200, 100]), box("inner", [10, 10, 52, 50]), box("beside", [50, 10, 60, 50]),
    node("process", "deep", [15, 15]), node("process", "wide", [150, 50]), node("process", "sticking", [196, 0]), node("process", "both", [51, 20]), node("process", "away", [300, 300]),
  ]));
  expect(Object.fromEntries(Object.entries({ ...document.elements, ...document.boundaries }).map(([id, object]) => [id, object.in]))).toEqual({
    away: undefined, beside: "outer", both: "inner", deep: "inner", inner: "outer", outer: undefined, sticking: undefined, wide: "outer",
  });
  expect(lossLines(losses, "guessed")).toEqual([
    '/detail/diagrams/0/cells/2/position boundary "beside" stands beside boundary "inner"',
    '/detail/diagrams/0/cells/6/position process "both" is in boundary "inner" and not in boundary "beside"',
  ]);
  expect(importDragon(dragonText([box("b", [0, 0, 100, 100]), node("process", "p", [92, 0])])).losses.filter(({ kind }) => kind === "guessed")).toEqual([
    { kind: "guessed", at: "/detail/diagrams/0/cells/1/position", what: 'process "p" is in boundary "b"', why: "Its centre is inside, but it sticks out.", object: "p" },
  ]);
});

test("Threat Dragon's own list counts where the drawing shows nothing", () => {
  const { document, losses } = importDragon(dragonText([box("b", [0, 0, 10, 10], { containedElements: ["p"] }), node("process", "p", [50, 50])]));
  expect(document.elements?.["p"]?.in).toBe("b");
  expect(lossLines(losses, "guessed")).toEqual(['/detail/diagrams/0/cells/1/position process "p" is in boundary "b"']);
});

test("attached flows carry what is known; the two-way one has an unknown response", () => {
  const { document } = importDragon(dragonText([
    node("actor", "user"), node("process", "web"), flow("visit", "user", "web", { protocol: "HTTP/S", isEncrypted: true, isPublicNetwork: true }), flow("HTTPS", "web", "user", { isBidirectional: true }), flow("", "user", "web", { protocol: "UPnP" }),
  ]));
  expect(document.flows).toEqual({
    visit: { title: "visit", from: "user", to: "web", protocol: "https", "encryption-in-transit": "yes", sources: from("visit"), "x-threat-dragon": { isPublicNetwork: true } },
    "web-to-user": { title: "HTTPS", from: "web", to: "user", protocol: "https", response: "unknown", sources: from("HTTPS") },
    "user-to-web": { from: "user", to: "web", sources: from("flow:"), "x-threat-dragon": { protocol: "UPnP" } },
  });
});

test("loose flows and open curves are losses that name what they were", () => {
  const { document, losses, diagnostics } = importDragon(dragonText([
    node("actor", "user", [0, 0]), node("process", "web", [100, 0]), flow("visit", "user", "web"),
    { id: "loose", shape: "flow", source: { x: 1, y: 1 }, target: { cell: "web" }, data: { name: "loose", threats: [{ id: "t", title: "Sniffing" }] } }, flow("lost", "user", "nobody"),
    { id: "curve", shape: "trust-broundary-curve", source: { x: 50, y: -50 }, target: { x: 50, y: 50 }, data: { name: "Internet" } },
  ]));
  expect(Object.keys(document.flows ?? {})).toEqual(["visit"]);
  expect(lossLines(losses, "dropped")).toEqual([
    '/detail/diagrams/0/cells/3 flow "loose" from nothing to process "web"', '/detail/diagrams/0/cells/4 flow "lost" from external "user" to nothing', '/detail/diagrams/0/cells/5 open boundary "Internet" drawn across visit',
  ]);
  expect(document.threats).toEqual({ sniffing: { title: "Sniffing", at: "web", sources: from("t") } });
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(['F2005 The target of flow "lost" refers to `nobody`, which does not exist in the file.']);
});

test("threats become human threats, and what was decided about them decisions", () => {
  const threats = [
    { id: "t1", title: "Reading", type: "information DISCLOSURE", modelType: "STRIDE", status: "Open", severity: "High", description: "They read.", mitigation: "Encrypt.", number: 7 },
    { id: "t2", title: "Guessing", type: "Confidentiality", modelType: "CIA", status: "Mitigated", severity: "Critical", mitigation: "Lock out.", description: "Provide a description for this threat" },
    { id: "t3", title: "Linking", type: "Linkability", modelType: "LINDDUN", status: "NotApplicable", severity: "TBD", mitigation: "One user only." },
    { id: "t4", title: "Reading", type: "Lesen", status: "Accepted" },
  ];
  const { document } = importDragon(dragonText([node("process", "web", [0, 0], { threats })]));
  expect(document.threats).toEqual({
    "reading-t1": { title: "Reading", description: "They read.\n\nMitigation: Encrypt.", at: "web", stride: ["I"], likelihood: 3, consequence: 3, sources: from("t1"), "x-threat-dragon": { number: 7 } },
    guessing: { title: "Guessing", at: "web", stride: ["I"], likelihood: 4, consequence: 4, sources: from("t2"), "x-threat-dragon": { status: "Mitigated", type: "Confidentiality", modelType: "CIA" } },
    linking: { title: "Linking", at: "web", linddun: ["linking"], sources: from("t3") },
    "reading-t4": { title: "Reading", at: "web", sources: from("t4"), "x-threat-dragon": { type: "Lesen" } },
  });
  expect(document.decisions).toEqual({ guessing: { state: "mitigate", reason: "Lock out." }, linking: { state: "not-applicable", reason: "One user only." }, "reading-t4": { state: "accept" } });
});

test("a copied diagram keeps the ids of its cells: its copies are objects of their own, and the originals keep their ids", () => {
  const cells = [node("actor", "user"), node("process", "web"), flow("visit", "user", "web")];
  const before = importDragon(dragonText(cells)).document;
  const { document, losses } = importDragon(dragonText(cells, cells), before);
  expect(Object.entries({ ...document.elements, ...document.flows }).map(([id, object]) => [id, object.sources?.[0]?.id])).toEqual([
    ["user", "0/user"], ["user-external", "1/user"], ["web", "0/web"], ["web-process", "1/web"], ["user-external-to-web-process", "1/visit"], ["visit", "0/visit"],
  ]);
  expect(document.flows?.["user-external-to-web-process"]?.from).toBe("user-external");
  const renamed = cells.map((cell) => ({ ...cell, data: { name: "New" } }));
  expect(Object.keys(importDragon(dragonText(renamed), document).document.elements ?? {})).toEqual(["user", "web"]);
  expect(lossLines(losses, "guessed")).toEqual([
    '/detail/diagrams/0/cells/0/data/name 2 external cells called "user" on 2 diagrams are 2 objects: user, user-external', '/detail/diagrams/0/cells/1/data/name 2 process cells called "web" on 2 diagrams are 2 objects: web, web-process',
  ]);
});

test("[IMP-3] a renamed object keeps its id, and a new one of its old name does not take it", () => {
  const before = importDragon(dragonText([node("process", "p1", [0, 0], { name: "Web" })])).document;
  const { document } = importDragon(dragonText([node("process", "p2", [0, 0], { name: "Web" }), node("process", "p1", [0, 0], { name: "Shop front" })]), before);
  expect(Object.entries(document.elements ?? {}).map(([id, element]) => [id, element.title])).toEqual([["web", "Shop front"], ["web-process", "Web"]]);
});

test("what the reader does not know is listed, what the tool parked is kept", () => {
  const text = dragonText([node("process", "web", [0, 0], { colour: "red" })]).replace('"summary":', '"compatibility":{"tier":"one"},"future":[1,2],"summary":');
  const { document, losses } = importDragon(text);
  expect((document as { "x-threat-dragon"?: unknown })["x-threat-dragon"]).toEqual({ compatibility: { tier: "one" } });
  expect(lossLines(losses, "dropped", "kept")).toEqual(["/future `future`: [1,2]", "/detail/diagrams/0/cells/0/data/colour `colour`: red", "/compatibility `compatibility`"]);
});

test("broken parts are told with their place, and the rest is read", () => {
  const { document, diagnostics } = importDragon(`{"version": "2.3.0",\n "summary": {"title": "Shop"},\n "detail": {"diagrams": [{"id": 0, "cells": [\n  7,\n  {"id": "a", "shape": "process", "data": {"name": ["x"]}},\n  {"id": "a", "shape": "store"}]}]}}`);
  expect(Object.keys(document.elements ?? {})).toEqual(["process-a"]);
  expect(diagnostics.map(({ code, where, message }) => `${code} ${where?.line}:${where?.column} ${message}`)).toEqual([
    "F2004 4:3 `0` should be a map, not 7; it is left out.", "F2004 5:44 `name` should be text, not a list; it is left out.", "F2006 6:3 The id `a` is used more than once for cells of the diagram \"\".",
  ]);
});
