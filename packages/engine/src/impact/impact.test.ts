// What a change does, on small models with a few rules: every difference with the operations behind it.
import { readModel } from "@merlon/core";
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { impactOf } from "./impact-of.ts";

const rules = `
plain: {when: {fact: flow.encryption-in-transit, is: no}, applies: {fact: flow.crosses, is: yes}, threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 1, impact: 4}}
`;
const base = `boundaries: {out: {type: network, trust: untrusted}, net: {type: network, trust: internal}}
data: {order: {levels: {confidentiality: secret}}}
elements:
  user: {kind: external, type: human.customer, in: out}
  web: {kind: process, in: net}
  db: {kind: store, in: net, holds: [order]}
flows:
  visit: {from: user, to: web, carries: [], response: [], encryption-in-transit: yes, authentication: session}
  save: {from: web, to: db, carries: [order], response: [], encryption-in-transit: no}
`;

function impact(before: string, after: string, imported: readonly [string?, string?] = []) {
  const { library } = given(before, { rules });
  const side = (name: string, yaml: string) => {
    const brought = imported[name === "base" ? 0 : 1];
    const files = [{ path: "model.yaml", text: `merlon: 1\nid: test\n${yaml}` }, ...(brought === undefined ? [] : [{ path: "imported/plan.yaml", text: brought }])];
    const { model, documents } = readModel(files, library, { at: "2026-01-01" });
    return { version: { name, model: model.header.id, digest: model.digest }, model, documents, library };
  };
  return impactOf(side("base", before), side("head", after), { at: "2026-01-01" });
}

function told({ operations, threats }: ReturnType<typeof impact>) {
  const words = (id: number) => operations.filter((one) => one.id === id).map(({ kind, object, key }) => [kind, object, key].filter((part) => part !== undefined).join(" ")).join();
  return threats.map(({ change, id, cause }) => [change, id, cause.kind, ...cause.operations.map(words)]);
}

test("[IMC-3] [IMC-8] a new threat is told with the operation without which it would not be, its facts, and the gate fails", () => {
  const result = impact(base, base.replace("encryption-in-transit: yes", "encryption-in-transit: no"));
  expect([told(result), result.threats[0]?.facts, result.gate, result.quiet]).toEqual([
    [["added", "plain@visit", "but-for", "set visit encryption-in-transit"]], [{ fact: "flow.encryption-in-transit", before: "yes", after: "no" }],
    { failed: true, reasons: [{ text: "1 new threat of severity high or worse", ids: ["plain@visit"], remedy: "Clear it as told below, or decide in the same change, with a reason: `merlon decide <id>`." }] }, false,
  ]);
});

test("[IMC-3] both operations of two that are needed are told, and those that come together", () => {
  expect(told(impact(base, base.replace("db: {kind: store, in: net", "db: {kind: store, in: out")))).toEqual([["added", "plain@save", "but-for", "move db in"]]);
  const added = `${base}  mail: {from: web, to: sender, carries: [order], encryption-in-transit: no}\n`.replace("elements:", "elements:\n  sender: {kind: external, in: out}");
  expect(told(impact(base, added))).toEqual([["added", "plain@mail", "but-for", "add sender", "add mail"]]);
});

test("[IMC-3] where two operations are each enough, one is told", () => {
  const before = base.replace("encryption-in-transit: no", "encryption-in-transit: no, x-note: 1").replace("db: {kind: store, in: net", "db: {kind: store, in: net");
  const after = before.replace("web: {kind: process, in: net", "web: {kind: process, in: out").replace("  save: {from: web, to: db", "  save: {from: user, to: db");
  expect(told(impact(before, after)).map(([change, id, kind, ...operations]) => [change, id, kind, operations.length])).toEqual([["added", "plain@save", "several", 1]]);
});

test("[IMC-4] gone because a fact changed, gone with its element, and hidden behind an unknown are three things", () => {
  const plain = base.replace("encryption-in-transit: yes", "encryption-in-transit: no");
  expect(told(impact(plain, base)).map(([change]) => change)).toEqual(["resolved"]);
  expect(told(impact(plain, plain.replace(/ {2}visit: .*\n/, ""))).map(([change]) => change)).toEqual(["removed"]);
  const hidden = impact(plain, plain.replace("encryption-in-transit: no, authentication", "authentication"));
  expect([told(hidden).map(([change]) => change), hidden.operations.map(({ forgets }) => forgets)]).toEqual([["hidden"], [true]]);
});

test("[IMC-5] what became reachable, where data went, what crosses, and the way back", () => {
  const after = `${base}  report: {from: web, to: partner, carries: [order], encryption-in-transit: yes}\n`.replace("elements:", "elements:\n  partner: {kind: external, in: out}");
  const words = (result: ReturnType<typeof impact>) => result.exposure.map(({ kind, better, target, about, personal }) => `${better ? "better" : "worse"} ${kind} ${target.id} ${about?.id ?? ""}${personal ? " personal" : ""}`);
  const people = (yaml: string) => yaml.replace("data: {order: {", "data: {order: {personal: yes, ");
  expect(words(impact(people(base), people(after)))[0]).toBe("worse data-to-outside partner order personal");
  expect([words(impact(base, after)), words(impact(after, base))]).toEqual([
    ["worse data-to-outside partner order", "worse crossing report net", "worse crossing report out"], ["better data-to-outside partner order", "better crossing report net", "better crossing report out"],
  ]);
});

test("[IMC-5] an element that attackers may get farther to, also when nobody knows how far", () => {
  const exposed = impact(base, base.replace("web: {kind: process", "web: {kind: process, internet-facing: yes"));
  expect(exposed.exposure.map(({ kind, better, target, before, after, cause }) => [kind, better, target.id, before, after, cause.operations])).toEqual([["reach", false, "web", "authenticated", "authenticated to anonymous", [1]]]);
});

test("[IMC-5] a control that is in force no more is exposure, and one whose place is gone too is none", () => {
  const guarded = `${base.replace("elements:", "elements:\n  spare: {kind: process, in: net}")}controls:\n  filter: {type: web-application-firewall, at: spare, state: implemented}\n`;
  const kinds = (after: string) => impact(guarded, after).exposure.map(({ kind, better, target }) => [kind, better, target.id]);
  expect([kinds(guarded.replace("implemented", "planned")), kinds(base)]).toEqual([[["control-gone", false, "spare"]], []]);
});

test("[IMC-6] a decision that relied on what changed is stale by that operation", () => {
  const decided = `${base.replace("encryption-in-transit: yes", "encryption-in-transit: no")}decisions:\n  plain@visit: {state: accept, owner: me, reason: r, until: 2027-01-01, facts: {web.reach: authenticated}}\n`;
  const result = impact(decided, decided.replace("authentication: session", "authentication: no"));
  expect(result.decisions.map(({ key, change, stale, cause }) => [key, change, stale.map(({ fact, was, is }) => `${fact} ${was} ${is}`), cause])).toEqual([
    ["plain@visit", "stale", ["web.reach authenticated anonymous"], { operations: [1], kind: "but-for" }],
  ]);
  expect(result.gate.reasons.map(({ text }) => text)).toEqual(["1 decision made stale"]);
});

test("[IMC-7] a change of order, words and names is quiet", () => {
  const renamed = base.replaceAll("save", "store-order").replace("store-order: {", "store-order: {formerly: [save], description: D, ");
  const result = impact(base, renamed);
  expect([result.quiet, result.threats, result.decisions, result.exposure, result.gate.failed, result.operations.map(({ kind }) => kind)]).toEqual([true, [], [], [], false, ["rename", "set"]]);
});

test("[IMC-3] what an importer saw outranks what is declared, and is told as the cause", () => {
  const seen = "flows: {visit: {from: user, to: web, encryption-in-transit: no}}\n";
  expect(told(impact(base, base, [undefined, seen]))).toEqual([["added", "plain@visit", "but-for", "set visit encryption-in-transit"]]);
  const renamed = base.replaceAll("save", "store-order").replace("store-order: {", "store-order: {formerly: [save], ");
  expect(impact(base, renamed, [seen, seen]).quiet).toBe(true);
});

test("[IMC-6] [IMC-8] an acceptance that is taken back opens its threat again, and the gate fails", () => {
  const plain = base.replace("encryption-in-transit: yes", "encryption-in-transit: no");
  const result = impact(`${plain}decisions:\n  plain@visit: {state: accept, owner: me, reason: r, until: 2027-01-01}\n`, plain);
  expect([told(result), result.gate.failed]).toEqual([[["reopened", "plain@visit", "but-for", "remove plain@visit"]], true]);
});

test("[IMC-3] of a model that is new, and of a change too large, causes are not searched", () => {
  const result = impact("elements: {}\n", base.replace("encryption-in-transit: yes", "encryption-in-transit: no"));
  expect(told(result)).toEqual([["added", "plain@visit", "not-searched"]]);
});

test("[IDT-8] a rename that nobody declared is proposed with the decisions that wait for it, and moves none of them", () => {
  const plain = base.replace("encryption-in-transit: yes", "encryption-in-transit: no");
  const decided = `${plain}decisions:\n  plain@visit: {state: accept, owner: me, reason: r, until: 2027-01-01}\n`;
  const renamed = decided.replace("  visit: {", "  browse: {");
  const result = impact(decided, renamed);
  expect([result.renames, result.threats.map(({ change, id, threat }) => [change, id, threat.status]), result.decisions.map(({ key, change }) => [key, change])]).toEqual([
    [{ map: "flows", from: "visit", to: "browse", title: "browse", score: 0.6, decisions: ["plain@visit"] }], [["added", "plain@browse", "open"], ["removed", "plain@visit", "accepted"]], [["plain@visit", "resolved"]],
  ]);
  expect(impact(decided, renamed.replace("browse: {", "browse: {formerly: [visit], ")).operations.map(({ kind, object }) => [kind, object])).toEqual([["rename", "browse"]]);
  expect(impact(decided, renamed.replace("browse: {", "browse: {formerly: [visit], ")).quiet).toBe(true);
});
