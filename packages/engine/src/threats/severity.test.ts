// Severity is a fixed function of reach, ease and class; nothing else in the model moves it.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { severityOf } from "./severity.ts";

test("[SEV-1] the sum of likelihood and impact decides", () => {
  const table = [1, 2, 3, 4].map((l) => [1, 2, 3, 4].map((i) => severityOf(l, i)).join(" "));
  expect(table).toEqual(["low low medium medium", "low medium medium high", "medium medium high high", "medium high high critical"]);
});

const RULES = `
leak:
  when: {fact: flow.encryption-in-transit, is: no}
  threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 1}
`;
const MODEL = `
boundaries: {internet: {type: network, trust: untrusted}, vpc: {type: network, trust: internal}}
data: {card: {levels: {confidentiality: secret}, personal: no}}
elements: {user: {kind: external, in: internet}, web: {kind: process, in: vpc}, db: {kind: store, in: vpc}}
flows:
  visit: {from: user, to: web, encryption-in-transit: no, authentication: no, carries: [card], response: []}
  query: {from: web, to: db, encryption-in-transit: no, carries: []}
`;

test("[SEV-2] reasons are shown, and an unknown input counts two and is marked", () => {
  const { model, library } = given(MODEL, { rules: RULES });
  const { analysis } = analyze(model, library, { at: "2026-01-01" });
  expect(analysis.threats.map((t) => ({ id: t.id, severity: t.severity, likelihood: t.likelihood, impact: t.impact }))).toEqual([
    {
      id: "leak@visit", severity: "critical",
      likelihood: { value: 4, reasons: ["reach of visit is anonymous (4)", "easy once there (+1)"], assumed: false },
      impact: { value: 4, reasons: ["confidentiality class of visit is high (4)"], assumed: false },
    },
    {
      id: "leak@query", severity: "medium",
      likelihood: { value: 3, reasons: ["reach of query is indirect (2)", "easy once there (+1)"], assumed: false },
      impact: { value: 2, reasons: ["the confidentiality class of query is not fully known (none to high), counted as 2"], assumed: true },
    },
  ]);
});

test("[SEV-3] a level of the same class under another name changes nothing", () => {
  const other = `scales: {confidentiality: {protects: confidentiality, levels: [open, house, team, deep, vault], class: {open: none, house: low, team: low, deep: moderate, vault: high}}}\n${MODEL.replace("secret", "vault")}`;
  const ids = (yaml: string) => {
    const { model, library } = given(yaml, { rules: RULES });
    return analyze(model, library, { at: "2026-01-01" }).analysis.threats.map((t) => [t.id, t.severity, t.status]);
  };
  expect(ids(other)).toEqual(ids(MODEL));
});
