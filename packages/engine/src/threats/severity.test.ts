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

test("[SEV-4] what else is in a model does not change a severity", () => {
  const severities = (more: string) => {
    const { model, library } = given(`${MODEL}${more}`, { rules: RULES });
    return analyze(model, library, { at: "2026-01-01" }).analysis.threats.filter(({ id }) => id === "leak@visit" || id === "leak@query").map(({ id, severity }) => `${id} ${severity}`);
  };
  const worse = Array.from({ length: 20 }, (_, i) => `  more-${i}: {from: user, to: web, encryption-in-transit: no, authentication: no, carries: [card], response: []}\n`).join("");
  expect(severities(worse)).toEqual(severities(""));
});

test("[SEV-5] likelihood is reach and ease; impact is the class of what the letter threatens, at least what the rule says", () => {
  const scales = ["confidentiality", "integrity", "availability", "privacy", "safety"].map((property) => `${property}: {protects: ${property}, levels: [a, b, c, d], class: {a: none, b: low, c: moderate, d: high}}`).join(", ");
  const levels = { confidentiality: "b", integrity: "c", availability: "a", privacy: "c", safety: "d" };
  const yaml = `scales: {${scales}}
boundaries: {vpc: {type: network, trust: internal}}
data: {x: {levels: {${Object.entries(levels).map(([scale, level]) => `${scale}: ${level}`).join(", ")}}, personal: no}}
elements: {a: {kind: process, in: vpc}, b: {kind: process, in: vpc}}
flows: {f: {from: a, to: b, carries: [x], response: []}}
`;
  const impact = (letter: string, threat = "") => {
    const { model, library } = given(yaml, { rules: `r: {when: {all: []}, stride: [${letter}], threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: -1${threat}}}` });
    const [found] = analyze(model, library, { at: "2026-01-01" }).analysis.threats;
    return `${found!.likelihood.value}/${found!.impact.value}`;
  };
  expect(["S", "T", "R", "I", "D", "E"].map((letter) => impact(letter))).toEqual(["1/4", "1/4", "1/3", "1/3", "1/4", "1/4"]);
  expect([impact("R", ", impact: 2"), impact("R", ", impact: 4")]).toEqual(["1/3", "1/4"]);
});

test("[SEV-5] what stops a flow counts by the element that is stopped, the source where the target is not ours, or by what does not arrive", () => {
  const scale = "scales: {availability: {protects: availability, levels: [a, b, c, d], class: {a: none, b: low, c: moderate, d: high}}}";
  const flows = "{in: {from: out, to: web, carries: [x], response: []}, pay: {from: web, to: out, carries: [x], response: []}, log: {from: web, to: logs, carries: [y], response: []}}";
  const yaml = `${scale}
boundaries: {vpc: {type: network, trust: internal}}
data: {x: {levels: {availability: b}, personal: no}, y: {levels: {availability: c}, personal: no}}
elements: {out: {kind: external, in: vpc, levels: {availability: a}}, web: {kind: process, in: vpc, levels: {availability: d}}, logs: {kind: store, in: vpc, levels: {availability: a}}}
flows: ${flows}
`;
  const { model, library } = given(yaml, { rules: "r: {when: {all: []}, stride: [D], threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}}" });
  const found = analyze(model, library, { at: "2026-01-01" }).analysis.threats.map(({ id, impact }) => `${id}: ${impact.reasons.join()}`);
  expect(found.sort()).toEqual(["r@in: availability class of web is high (4)", "r@log: availability class of log is moderate (3)", "r@pay: availability class of web is high (4)"]);
});

test("a rule without a letter says so, and counts what it says itself", () => {
  const { model, library } = given(MODEL, { rules: `abuse:\n  stride: []\n  when: {fact: flow.crosses, is: yes}\n  threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0, impact: 2}\n` });
  const [threat] = analyze(model, library, { at: "2026-01-01" }).analysis.threats;
  expect(threat?.impact).toEqual({ value: 2, reasons: ["no letter of STRIDE says what it threatens; such a threat counts at least 2"], assumed: false });
});
