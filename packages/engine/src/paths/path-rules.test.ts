// Rules of scope path: what their facts say, how they are named, decided, explained and shown.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { explain } from "../explain/explain.ts";
import { createFactBase } from "../facts/create-fact-base.ts";
import { wordsOf } from "../facts/fact-words.ts";
import { strideTables } from "../stride/stride-tables.ts";
import { compileRule } from "../rules/compile-rule.ts";
import { whyNotAsked } from "./why-not-asked.ts";
import { pathById } from "./path-subjects.ts";

const AT = { at: "2026-01-01" };
const RULES = `
in-reach:
  scope: path
  applies: {all: [{fact: path.actor, is: anonymous}, {fact: path.class, is: high}]}
  when: {fact: path.obstacles, below: two}
  threat: {source: "{entry}", prerequisite: a way, action: "get to {goal}", consequence: loss, goal: secrecy, harmed: "{goal}", ease: 0}
`;
const MODEL = `
scales: {confidentiality: [public, internal, confidential, secret]}
data: {card: {title: Card, kind: business.order, levels: {confidentiality: secret}}}
boundaries: {net: {type: network, trust: untrusted}, in: {type: network, trust: internal, egress-filtering: no}}
elements:
  user: {kind: external, actor: customer, in: net}
  api: {kind: process, in: in, holds: [], handles: [], patching: PATCHING, input-validation: INPUT, egress-filtering: no, debug-features: no}
  db: {kind: store, in: in, holds: [card], handles: [], patching: scheduled, egress-filtering: no}
flows:
  ask: {from: user, to: api, carries: [], response: [], encryption-in-transit: yes, certificate-validation: yes, authentication: AUTH, authorization: role, administrative: no}
  look: {from: api, to: db, carries: [], response: [card], encryption-in-transit: yes, certificate-validation: yes, authentication: no, authorization: authenticated, administrative: no}
`;

function model(values: { readonly auth?: string; readonly input?: string; readonly patching?: string } = {}, rest = ""): string {
  const { auth = "no", input = "no", patching = "scheduled" } = values;
  return `${MODEL.replace("AUTH", auth).replace("INPUT", input).replace("PATCHING", patching)}${rest}`;
}

function facts(yaml: string): readonly string[] {
  const { model: read, library } = given(yaml);
  const base = createFactBase(read, library);
  const path = pathById("anonymous..card", base)!;
  return ["class", "obstacles", "unasked", "allowed-only", "reach"].map((key) => `${key}: ${wordsOf(base.fact(path, key))}`);
}

test("[PTH-12] facts of a path are known where the least safe and the safest of all unknowns agree", () => {
  expect(facts(model())).toEqual(["class: high", "obstacles: one", "unasked: yes", "allowed-only: no", "reach: anonymous"]);
  expect(facts(model({ input: "yes", patching: "automatic" }))).toEqual(["class: high", "obstacles: three", "unasked: yes", "allowed-only: no", "reach: anonymous"]);
  expect(facts(model({ auth: "token", input: "unknown" }))).toEqual(["class: high", "obstacles: unknown (one or two)", "unasked: no", "allowed-only: no", "reach: anonymous"]);
  expect(facts(model({ auth: "unknown" }))[2]).toBe("unasked: unknown");
});

function analysed(yaml: string) {
  const { model: read, library } = given(yaml, { rules: RULES });
  return { analysis: analyze(read, library, AT).analysis, read, library };
}

test("[PTH-12] a threat of a path is called rule@entry..goal, tells who and what, and is scored by the goal", () => {
  const { analysis: { threats: [threat], questions } } = analysed(model());
  expect([threat!.id, threat!.target, threat!.severity, threat!.statement, questions]).toEqual([
    "in-reach@anonymous..card", { kind: "path", id: "anonymous..card", title: "Anybody to Card" }, "critical", "Anybody with a way can get to Card, which leads to loss, harming the secrecy of Card.", [],
  ]);
});

test("[PTH-12] an unknown on the way is a question, and an answer decides it", () => {
  const open = analysed(model({ input: "unknown" })).analysis;
  expect([open.threats, open.questions.map(({ id, decides }) => `${id} decides ${decides.join()}`)]).toEqual([[], ["input-validation@api decides in-reach@anonymous..card"]]);
  expect(analysed(model({ input: "yes" })).analysis.threats).toEqual([]);
});

test("[PTH-12] a decision stores the facts of the path, goes stale with them, and follows a renamed goal", () => {
  const decided = "\ndecisions: {in-reach@anonymous..card: {state: accept, reason: R, owner: o, until: 2027-01-01, facts: {path.obstacles: one}}}";
  const state = (yaml: string) => analysed(yaml).analysis.decisions.map(({ key, state: is, stale }) => `${key} ${is} ${stale.map(({ fact, was, is: now }) => `${fact} ${was} → ${now}`).join()}`);
  expect(state(model({}, decided))).toEqual(["in-reach@anonymous..card valid "]);
  expect(state(model({}, decided.replace("path.obstacles: one", "path.obstacles: none")))).toEqual(["in-reach@anonymous..card stale path.obstacles none → one"]);
  expect(state(model({}, decided).replaceAll("card", "pan").replace("in-reach@anonymous..pan", "in-reach@anonymous..card").replace("pan: {title", "pan: {formerly: [card], title"))).toEqual(["in-reach@anonymous..pan valid "]);
});

test("[PTH-12] it is said why a rule is not asked of a path", () => {
  const { read, library } = analysed(model());
  const why = (path: string) => whyNotAsked("in-reach", path, read, library);
  expect([why("anonymous..card"), why("partner..card").why, why("stranger..card").why, why("anonymous..gone").why, why("card").why]).toEqual([
    { near: ["anonymous..card", "customer..card"] }, "nobody of the class partner is in the model", expect.stringMatching(/^`stranger` is no class of actors/), "there is no data or element `gone`", "`card` is no path, which is called `entry..goal`",
  ]);
  expect(why("anonymous..api").why).toBe("it is asked for confidentiality of class high, and the confidentiality of api is stated at no level");
});

test("[PTH-12] it is explained like any other, with the way as its proof", () => {
  const { read, library } = analysed(model());
  const found = explain("in-reach@anonymous..card", read, library, AT);
  expect([found?.outcome, found?.witness]).toEqual(["threat", { "path.actor": "anonymous", "path.class": "high", "path.obstacles": "one" }]);
  expect(found?.when.children.map(({ text }) => text)).toEqual(["Reach api by ask", "Take over api through a flaw", "Take Card from api", "Carry Card out of api"]);
});

test("[PTH-13] it stands in the row of the element that keeps the goal", () => {
  const { read, library } = analysed(`${model().replace("db: {kind: store, in: in,", "db: {kind: store, in: vault,").replace("boundaries: {", "boundaries: {vault: {type: network, trust: restricted, egress-filtering: no}, ")}`);
  const { cells } = strideTables(read, library, AT);
  expect(Object.values(cells).filter(({ entries }) => entries.some(({ id }) => id === "in-reach@anonymous..card")).map(({ id }) => id)).toEqual(["I@db"]);
});

test("[PTH-12] facts are asked of the path, not of its ends", () => {
  const { library } = given("{}", { rules: RULES.replace("path.obstacles, below: two", "goal.kind, is: store") });
  expect(compileRule(library.rules[0]!, library).problems.map(({ message }) => message)).toEqual(['no fact "kind" of end']);
});
