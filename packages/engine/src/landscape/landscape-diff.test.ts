// The landscape of a small system before and after a pen test, with a rename, a new way and a day that passed.
import type { LandscapeDiff, Traversal, Version } from "@merlon/schema";
import { LandscapeDiffSchema } from "@merlon/schema/results";
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { attackPaths } from "../paths/attack-paths.ts";
import { landscapeDiff, type LandscapeSide } from "./landscape-diff.ts";
import { pathChanges } from "./path-changes.ts";

const RULES = `clear: {scope: flow, when: {fact: flow.encryption-in-transit, is: no}, cwe: [CWE-319], attack: [{id: T1040, role: exploitation, why: It can be read.}]}`;
const BEFORE = `
data: {card: {title: Cards, levels: {confidentiality: confidential}}}
boundaries: {open: {type: network, trust: untrusted}, net: {type: network, trust: internal}}
elements: {web: {kind: process, in: net}, vault: {kind: store, in: net, holds: [card]}, ana: {kind: external, actor: customer, in: open}}
flows: {pay: {from: ana, to: web, carries: [card], encryption-in-transit: no}, keep: {from: web, to: vault, encryption-in-transit: yes}}
decisions: {clear@pay: {state: accept, by: bo, until: 2026-10-01, reason: Only this summer., facts: {flow.encryption-in-transit: no}}}
risks: {leak: {title: Cards leak, level: high, owner: dan, at: [vault], from: [clear@pay]}}`;
const AFTER = BEFORE.replace("pay: {from: ana, to: web,", "charge: {formerly: [pay], from: ana, to: web,").replace("to: vault, encryption-in-transit: yes", "to: vault, encryption-in-transit: no").replace("level: high", "level: critical").replace("from: [clear@pay]", "from: [clear@charge]");

function side(yaml: string, name: string, at: string): LandscapeSide {
  const { model, library } = given(yaml, { rules: RULES });
  const version: Version = { name, model: model.header.id, digest: model.digest };
  return { version, source: { model, analysis: analyze(model, library, { at }).analysis, paths: attackPaths(model, library, { at, k: 1 }), nameOf: () => undefined }, rules: library.rules };
}

function diff(after: string, of?: readonly string[], traversal?: Traversal): LandscapeDiff {
  return landscapeDiff(side(BEFORE, "2026-09-01", "2026-09-01"), side(after, "2026-11-01", "2026-11-01"), () => ({ ...(of ? { of } : {}), ...(traversal ? { traversal } : {}) }));
}

const told = ({ objects }: LandscapeDiff, kind?: RegExp) => objects.filter(({ object }) => !/^(?:path|question|technique|weakness):/.test(object.id) && (kind?.test(object.id) ?? true))
  .map(({ change, object, formerly, fields }) => [change, object.id, ...(formerly ? [formerly] : []), ...(fields ?? []).map(({ field, before, after }) => `${field}: ${before ?? ""} > ${after ?? ""}`)]);

test("[LND-5] what is renamed is the same thing, a decision is judged at the day of its version, and what is new is not what changed", () => {
  const found = diff(AFTER);
  expect(LandscapeDiffSchema.safeParse(found).error?.issues ?? []).toEqual([]);
  expect(told(found).filter(([change]) => change !== "same")).toEqual([
    ["changed", "flow:charge", "flow:pay", "title: pay > charge"], ["changed", "threat:clear@charge", "threat:clear@pay", "state: accepted > open"], ["added", "threat:clear@keep"],
    ["changed", "decision:clear@charge", "decision:clear@pay", "state: valid > expired"], ["changed", "risk:leak", "severity: high > critical", "level: high > critical"],
  ]);
  expect([found.movedRisks, found.brokenDecisions, found.at]).toEqual([["risk:leak"], ["decision:clear@charge"], { base: "2026-09-01", head: "2026-11-01" }]);
  expect(found.relations.filter(({ change }) => change !== "same").map(({ change, from, type, to }) => `${change} ${from} ${type} ${to}`).filter((line) => !/path:|question:/.test(line))).toEqual([
    "added threat:clear@keep rests-on weakness:CWE-319", "added threat:clear@keep threatens flow:keep", "added threat:clear@keep uses technique:T1040",
  ]);
});

test("[LND-5] risks and evidence that name a threat by the old id of its object follow the rename", () => {
  const { relations } = diff(AFTER.replace("from: [clear@charge]", "from: [clear@pay]"));
  expect(relations.filter(({ type }) => type === "feeds")).toEqual([{ change: "same", from: "threat:clear@charge", type: "feeds", to: "risk:leak" }]);
});

test("[LND-6] of what did not change only what leads from the start to a change is there, and the rest is counted", () => {
  const walk: Traversal = { name: "own", steps: ["inside<", "sends>", "arrives-at<", "threatens<", "holds>"], depth: 8 };
  const found = diff(BEFORE.replace("to: vault, encryption-in-transit: yes", "to: vault, encryption-in-transit: no"), ["boundary:net"], walk);
  expect(told(found)).toEqual([
    ["same", "boundary:net"], ["same", "element:web"], ["same", "flow:keep"], ["same", "flow:pay"], ["added", "threat:clear@keep"], ["changed", "threat:clear@pay", "state: accepted > open"],
  ]);
  // The vault, the cards in it, and how the two are related to the rest.
  expect(found.leftOut).toEqual({ objects: 2, relations: 3 });
});

test("[LND-5] a thing that a walk reaches in one version only is not new where both have it", () => {
  const apart = BEFORE.replace("keep: {from: web,", "keep: {from: ana,");
  const found = landscapeDiff(side(apart, "a", "2026-09-01"), side(BEFORE, "b", "2026-09-01"), () => ({ of: ["element:web"], traversal: { name: "own", steps: ["sends>"], depth: 1 } }));
  expect([told(found), found.relations]).toEqual([[["same", "element:web"], ["same", "flow:keep"]], [{ change: "added", from: "element:web", type: "sends", to: "flow:keep" }]]);
});

test("[LND-10] a risk that says what it said has moved when what feeds it did, and what it adds up to is told for both versions", () => {
  const fed = BEFORE.replace("level: high", "level: low");
  const found = landscapeDiff(side(fed, "a", "2026-09-01"), side(fed.replace("leak: {", "outage: {title: Outage, level: critical, leads-to: [leak]}, fine: {title: A fine}, leak: {leads-to: [fine], "), "b", "2026-09-01"), () => ({}));
  expect(LandscapeDiffSchema.safeParse(found).error?.issues ?? []).toEqual([]);
  expect([found.movedRisks, told(found, /^risk:leak/)]).toEqual([["risk:leak"], [["changed", "risk:leak", "level: high > critical"]]]);
  expect(found.rollUp?.map(({ id, before, after }) => [id, before?.said, before?.level, after?.verdict, after?.level])).toEqual([
    ["risk:fine", undefined, undefined, "unsaid", "critical"], ["risk:leak", "low", "high", "understated", "critical"], ["risk:outage", undefined, undefined, "unfed", "critical"],
  ]);
});

test("[LND-7] the cheapest way of each attacker to each jewel is new, cheaper, dearer or gone by its cost", () => {
  const paths = (costs: Readonly<Record<string, number>>) => ({ paths: Object.entries(costs).map(([id, cost]) => ({ id, rank: 1, effort: "moderate" as const, cost })) });
  const [before, after] = [paths({ "a..old+integrity": 7, "a..b+integrity": 6, "a..c+integrity": 5, "a..d+integrity": 5 }), paths({ "a..now+integrity": 5, "a..b+integrity": 8, "a..d+integrity": 5, "a..e+integrity": 6 })];
  expect(pathChanges(before, after, { formerly: new Map([["path:a..now+integrity", "path:a..old+integrity"]]) }).map(({ change, id, before: was, after: is }) => [change, id, was?.cost, is?.cost])).toEqual([
    ["new", "path:a..e+integrity", undefined, 6], ["cheaper", "path:a..now+integrity", 7, 5], ["dearer", "path:a..b+integrity", 6, 8], ["gone", "path:a..c+integrity", 5, undefined],
  ]);
});
