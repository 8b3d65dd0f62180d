// A rule's fixes as a threat offers them.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { explain } from "../explain/explain.ts";

const RULES = `
leak:
  when: {fact: flow.encryption-in-transit, is: no}
  fix:
    - {change: {set: flow.protocol, to: https}, text: "Use HTTPS.", where: {fact: flow.protocol, is: http}}
    - {advice: "Ask the product.", where: {not: {fact: flow.protocol, is: http}}}
    - {advice: "Think."}
`;
const MODEL = `elements: {a: {kind: process}, b: {kind: store}}
flows:
  web: {from: a, to: b, protocol: http, encryption-in-transit: no}
  query: {from: a, to: b, protocol: sql, encryption-in-transit: no}
  unknown: {from: a, to: b, encryption-in-transit: no}
`;

test("[EXP-4] a fix with a condition is offered only where the condition surely holds", () => {
  const { model, library } = given(MODEL, { rules: RULES });
  const { threats } = analyze(model, library, { at: "2026-01-01" }).analysis;
  expect(Object.fromEntries(threats.map(({ id, fixes }) => [id, fixes.map(({ text }) => text)]))).toEqual({
    "leak@web": ["Use HTTPS.", "Think."], "leak@query": ["Ask the product.", "Think."], "leak@unknown": ["Think."],
  });
});

test("[MOD-13] a person's threat at several objects has all of them as targets", () => {
  const { model, library } = given(`${MODEL}threats: {odd: {title: Odd, at: [web, b]}, one: {title: One, at: b}, wide: {title: Wide}}\n`, { rules: RULES });
  const threats = analyze(model, library, { at: "2026-01-01" }).analysis.threats.filter(({ origin }) => origin === "person");
  const web = { kind: "flow", id: "web", title: "web" };
  const b = { kind: "element", id: "b", title: "b" };
  expect(threats.map(({ target, targets }) => [target, targets])).toEqual([[b, [b, web]], [b, undefined], [{ kind: "model", id: "model", title: "test" }, undefined]]);
});

test("another protocol takes along what the model said of the old one", () => {
  const { model, library } = given(MODEL, { rules: RULES });
  expect(explain("leak@web", model, library, { at: "2026-01-01" })?.fixes.map(({ clears }) => clears)).toEqual([true, null]);
});
