// Decisions: found by id and by alias, stale when a fact they stored changed, never lost.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { explain } from "../explain/explain.ts";
import { currentKeys, parseKey, printKey, successorsAmong } from "./threat-key.ts";

const PLAIN = `
clear:
  when: {fact: flow.encryption-in-transit, is: no}
`;

function ledger(yaml: string, rules = PLAIN, at = "2026-06-01") {
  const { model, library } = given(yaml, { rules, at });
  const { analysis, diagnostics } = analyze(model, library, { at });
  return {
    threats: analysis.threats.map((t) => `${t.id} ${t.status}`),
    decisions: analysis.decisions.map((d) => `${d.key} ${d.state}${d.alias ? ` (was ${d.alias})` : ""}${d.stale.map((s) => ` ${s.fact}: ${s.was} → ${s.is}`).join("")}`),
    codes: diagnostics.map((d) => d.code),
  };
}

const MODEL = "elements: {a: {kind: process}, b: {kind: store}}\nflows: {f: {from: a, to: b, encryption-in-transit: no}}";
const ACCEPT = "state: accept, reason: lab only, owner: ann, until: 2027-01-01";

test("[DEC-1] a decision closes its threat while it is valid", () => {
  expect(ledger(`${MODEL}\ndecisions: {clear@f: {${ACCEPT}, facts: {flow.encryption-in-transit: no}}}`)).toEqual({
    threats: ["clear@f accepted"], decisions: ["clear@f valid"], codes: [],
  });
});

test("[DEC-2] a stored fact with another value makes it stale, and the threat is open again", () => {
  expect(ledger(`${MODEL}\ndecisions: {clear@f: {${ACCEPT}, facts: {flow.protocol: https, flow.encryption-in-transit: no}}}`)).toEqual({
    threats: ["clear@f open"], decisions: ["clear@f stale flow.protocol: https → unknown"], codes: ["E3011"],
  });
});

test("[DEC-3] past its date an acceptance closes nothing", () => {
  expect(ledger(`${MODEL}\ndecisions: {clear@f: {${ACCEPT}}}`, PLAIN, "2027-01-02")).toEqual({
    threats: ["clear@f open"], decisions: ["clear@f expired"], codes: ["E3012"],
  });
});

test("[DEC-4] a gone threat's decision is kept as resolved, one about nothing is orphaned", () => {
  expect(ledger(`${MODEL.replace("encryption-in-transit: no", "encryption-in-transit: yes")}\ndecisions: {clear@f: {${ACCEPT}}, clear@gone: {${ACCEPT}}}`)).toEqual({
    threats: [], decisions: ["clear@f resolved", "clear@gone orphaned"], codes: ["E3015", "E3013"],
  });
});

test("[IDT-3] declared renames and superseded rules carry decisions along", () => {
  const renamed = "elements: {a: {kind: process}, b: {kind: store}}\nflows: {g: {from: a, to: b, encryption-in-transit: no, formerly: [f]}}";
  expect(ledger(`${renamed}\ndecisions: {older@f: {${ACCEPT}}}`, PLAIN.replace("clear:", "clear:\n  supersedes: [older]"))).toEqual({
    threats: ["clear@g accepted"], decisions: ["clear@g valid (was older@f)"], codes: [],
  });
});

test("[DEC-5] a bulk decision covers only what people confirmed", () => {
  expect(ledger(`elements: {a: {kind: process}, b: {kind: store}}
flows: {f: {from: a, to: b, encryption-in-transit: no}, g: {from: a, to: b, encryption-in-transit: no}}
decisions: {all-clear: {${ACCEPT}, match: {rule: clear}, expanded: [clear@f]}}`)).toEqual({
    threats: ["clear@g open", "clear@f accepted"], decisions: ["clear@f valid (was all-clear)", "clear@g unconfirmed (was all-clear)"], codes: ["E3014"],
  });
});

test("[DEC-6] an acceptance of medium or worse needs an owner, a reason and an expiry", () => {
  expect(ledger(`${MODEL}\nboundaries: {i: {type: network, trust: untrusted}}\ndecisions: {clear@f: {state: accept}}`, `${PLAIN}  threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 1, impact: 4}\n`).codes).toEqual(["E3010"]);
});

test("[IDT-1] keys of decisions print as they parse", () => {
  for (const key of ["rule@flow", "rule@flow+data", "S@checkout", "I@checkout+response", "a-slug"]) expect(printKey(parseKey(key))).toBe(key);
  const aliases = { formerly: new Map([["f", "g"], ["d", "e"]]), successors: successorsAmong([]) };
  expect([currentKeys(parseKey("r@f+d"), aliases), currentKeys(parseKey("S@f+response"), aliases)]).toEqual([[parseKey("r@g+e")], [parseKey("S@g+response")]]);
});

test("[IDT-2] the witness names the facts by role and every member that decides", () => {
  const { model, library } = given(`${MODEL.replace("flows: {f: {", "data: {s: {levels: {confidentiality: secret}, personal: no}}\nflows: {f: {carries: [s], ")}`, {
    rules: "w: {when: {all: [{fact: flow.encryption-in-transit, is: no}, {some: flow.carries, as: d, where: {fact: d.confidentiality, at-least: moderate}}]}, unless: {any: [{fact: source.trust, is: restricted}]}}",
  });
  expect(explain("w@f", model, library, { at: "2026-01-01" })?.outcome).toBe("question");
  const { model: placed, library: lib } = given(`boundaries: {z: {type: network, trust: internal}}\n${MODEL.replace("{a: {kind: process}", "{a: {kind: process, in: z}").replace("flows: {f: {", "data: {s: {levels: {confidentiality: secret}, personal: no}}\nflows: {f: {carries: [s], ")}`, {
    rules: "w: {when: {all: [{fact: flow.encryption-in-transit, is: no}, {some: flow.carries, as: d, where: {fact: d.confidentiality, at-least: moderate}}]}, unless: {any: [{fact: source.trust, is: restricted}]}}",
  });
  expect(explain("w@f", placed, lib, { at: "2026-01-01" })?.witness).toEqual({ "d[s].confidentiality": "high", "flow.encryption-in-transit": "no", "source.trust": "internal" });
});
