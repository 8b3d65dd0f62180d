import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { assembleLibrary } from "./assemble-library.ts";
import { readPacks } from "./read-packs.ts";
import { unknownSuperseded } from "./supersedes.ts";

/** What is said when a pack brings a rule that supersedes others; `old` is a rule of the library. */
function said(status: string, supersedes: string, rules: string): readonly string[] {
  const rule = `id: newer\nrevision: 1\nstatus: ${status}\ntitle: T\nscope: flow\nwhen: {fact: flow.crosses, is: yes}\nthreat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}\nstride: [I]\nwhy: W\nfix: [{advice: A}]\nfalse-positives: []\nsupersedes: [${supersedes}]\n`;
  const packs = readPacks([{ path: "pack.yaml", text: "id: acme\nversion: 1.0.0\ntitle: Acme\n" }, { path: "newer.yaml", text: rule }]);
  return assembleLibrary(packs, given("", { rules }).library).diagnostics.map(({ code, where, message }) => `${code} ${where?.line}:${where?.column} ${message}`);
}

test("[PCK-8] a superseded rule runs no more beside the one that took its place", () => {
  expect(said("stable", "old", "old: {}")).toEqual(["E3008 12:14 The rule newer supersedes old, which still runs beside it."]);
  expect([said("stable", "old", "old: {status: deprecated}"), said("draft", "old", "old: {}"), said("stable", "gone", "old: {}")]).toEqual([[], [], []]);
});

test("[PCK-8] rules that supersede each other are told, over any number of steps", () => {
  expect(said("stable", "old", "old: {status: deprecated, supersedes: [middle]}\nmiddle: {status: deprecated, supersedes: [newer]}")).toEqual(["E3007 12:14 The rules newer and old supersede each other."]);
});

test("[PCK-8] rules that no pack has or had are told with the nearest", () => {
  const header = "id: newer\nrevision: 1\nstatus: stable\ntitle: T\nscope: flow\nwhen: {fact: flow.crosses, is: yes}\nthreat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}\nstride: [I]\nwhy: W\nfix: [{advice: A}]\nfalse-positives: []\n";
  const [pack] = readPacks([{ path: "pack.yaml", text: "id: acme\nversion: 1.0.0\ntitle: Acme\n" }, { path: "newer.yaml", text: `${header}supersedes: [old, odl, once]\nsuperseded-by: old-one\n` }]);
  expect(unknownSuperseded(pack!, given("", { rules: "old: {}" }).library, ["once"]).map(({ where, message }) => `${where?.line} ${message}`)).toEqual([
    "12 The rule newer supersedes odl, which no pack has; did you mean old?", "13 The rule newer is superseded by old-one, which no pack has.",
  ]);
});
