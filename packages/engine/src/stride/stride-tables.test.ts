// STRIDE tables: rows, legs and the state of every cell, written as a small picture.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { strideTables } from "./stride-tables.ts";

const RULES = `
leak: {stride: [I], when: {fact: flow.encryption-in-transit, is: no}}
forged-answer: {stride: [S], when: {fact: flow.certificate-validation, is: no}, threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0, leg: response}}
weak-store: {scope: element, stride: [T], applies: {fact: element.kind, is: store}, when: {fact: element.encryption-at-rest, is: no}, unless: {fact: element.backup, is: tested}}
`;
const MODEL = `
boundaries: {outer: {type: network, trust: internal}, inner: {type: network, in: outer, trust: restricted}}
data: {d: {levels: {confidentiality: internal}, personal: no}}
elements: {a: {kind: process}, b: {kind: store, in: inner, encryption-at-rest: yes}}
`;

/** Each row as `title arrow S T R I D E` with one letter per state: t(hreat) u(nknown) p(lanned) a(ccepted) m(itigated) x (not applicable) c(hecked) . (not examined). */
function picture(flows: string, more = "", rules = RULES): Record<string, readonly string[]> {
  const { model, library } = given(`${MODEL}${flows}${more}`, { rules });
  const { tables, cells } = strideTables(model, library, { at: "2026-01-01" });
  const mark = (id: string) => ({ threat: "t", unknown: "u", planned: "p", accepted: "a", mitigated: "m", "not-applicable": "x", checked: "c", "not-examined": "." })[cells[id]!.state];
  return Object.fromEntries(tables.map((t) => [t.boundary, t.rows.map((r) => `${r.target.id}${r.arrow} ${r.cells.map(mark).join("")}${r.quiet ? " quiet" : ""}`)]));
}

test("[STR-1] one row for the boundary, one per crossing and leg, one per member at a crossing's end; a cell appears in every crossed boundary", () => {
  expect(picture("flows: {f: {from: a, to: b, carries: [d], response: [], encryption-in-transit: no}, same: {from: b, to: b}}")).toEqual({
    inner: ["inner ...... quiet", "f→ ...t..", "f← xxxxxx quiet", "b .c.... quiet"],
    outer: ["outer ...... quiet", "f→ ...t..", "f← xxxxxx quiet", "b .c.... quiet"],
  });
});

test("[STR-2] a response nobody described is unknown, one that is described is judged by the rules of that leg", () => {
  expect(picture("flows: {f: {from: a, to: b, encryption-in-transit: yes}}")["inner"]).toEqual(["inner ...... quiet", "f→ ...c.. quiet", "f← uuuuuu", "b .c.... quiet"]);
  expect(picture("flows: {f: {from: a, to: b, response: [d], certificate-validation: no, encryption-in-transit: yes}}")["inner"]).toEqual(["inner ...... quiet", "f→ ...c.. quiet", "f← t.....", "b .c.... quiet"]);
});

test("[STR-3] each cell is counted once, however many tables show it", () => {
  const { model, library } = given(`${MODEL}flows: {f: {from: a, to: b, carries: [d], response: [], encryption-in-transit: no}}`, { rules: RULES });
  const { counts } = strideTables(model, library, { at: "2026-01-01" });
  expect(counts).toEqual({ threat: 1, unknown: 0, planned: 0, accepted: 0, mitigated: 0, "not-applicable": 6, checked: 1, "not-examined": 22 });
});

test("[STR-4] a person's verdict settles a cell, but a threat stays one until it is itself decided", () => {
  const flows = "flows: {f: {from: a, to: b, carries: [d], response: [], encryption-in-transit: no}}\n";
  expect(picture(flows, "decisions: {D@f: {state: accept, reason: small}, I@f: {state: not-applicable, reason: no}}")["inner"]).toEqual([
    "inner ...... quiet", "f→ ...ta.", "f← xxxxxx quiet", "b .c.... quiet",
  ]);
  expect(picture(flows, "decisions: {leak@f: {state: mitigate, reason: soon}}")["inner"]![1]).toBe("f→ ...p..");
});

test("[STR-5] a checked cell names the facts that decided it", () => {
  const { model, library } = given(`${MODEL}flows: {f: {from: a, to: b, carries: [d], response: [], encryption-in-transit: yes}}`, { rules: RULES });
  const { cells } = strideTables(model, library, { at: "2026-01-01" });
  expect(cells["I@f"]).toEqual({
    id: "I@f", letter: "I", state: "checked", checkedBy: 1,
    entries: [{ id: "leak", kind: "checked", state: "checked", title: "leak", because: ["encryption-in-transit of f is yes"], attack: [] }],
  });
});

test("[STR-6] a person's threat stands in the cells of its letters", () => {
  expect(picture("flows: {f: {from: a, to: b, response: [], carries: [d], encryption-in-transit: yes}}\n", "threats: {odd: {title: Odd, at: f, stride: [R, D]}}")["inner"]![1]).toBe("f→ ..tct.");
});

test("[STR-1] a boundary that a flow only passes through has the crossing and the element it goes through", () => {
  const { model, library } = given(`
boundaries: {edge: {type: network, trust: edge}}
elements: {a: {kind: process}, p: {kind: process, in: edge}, b: {kind: store}}
flows: {f: {from: a, to: b, via: [p], carries: [], response: []}}
`, { rules: RULES });
  expect(strideTables(model, library, { at: "2026-01-01" }).tables[0]!.rows.map((r) => `${r.target.id}${r.arrow}`)).toEqual(["edge", "f→", "f←", "p"]);
});

test("[STR-8] a question deeper than the model wants leaves the cell unknown and the row quiet", () => {
  const rows = (depth: string) => {
    const { model, library } = given(`${MODEL}flows: {f: {from: a, to: b, carries: [d], response: []}}`, { header: `merlon: 1\nid: test\ndepth: ${depth}`, rules: "cert: {stride: [S], when: {fact: flow.certificate-validation, is: no}}" });
    const { tables, cells } = strideTables(model, library, { at: "2026-01-01" });
    return [cells["S@f"]!.state, tables[0]!.rows.find((r) => r.target.id === "f")!.quiet];
  };
  expect([rows("full"), rows("standard")]).toEqual([["unknown", false], ["unknown", true]]);
});

test("[STR-7] the state of a cell is the first that holds, and every entry is listed", () => {
  const rules = `
open: {stride: [I], when: {fact: flow.encryption-in-transit, is: no}}
asked: {stride: [I, T], when: {fact: flow.certificate-validation, is: no}}
coming: {stride: [I, T, R], when: {fact: flow.rate-limiting, is: no}}
borne: {stride: [I, T, R, D], when: {fact: flow.encryption-in-transit, is: no}}
stopped: {stride: [I, T, R, D, E], when: {fact: flow.encryption-in-transit, is: no}, unless: {fact: source.kind, is: process}}
wrong: {stride: [I, T, R, D, E, S], when: {fact: flow.encryption-in-transit, is: no}}
looked: {stride: [I, T, R, D, E, S], when: {fact: flow.encryption-in-transit, is: yes}}
`;
  const decisions = "decisions: {borne@f: {state: accept, reason: r}, wrong@f: {state: false-positive, reason: r}}\n";
  const controls = "controls: {slow: {type: rate-limiter, at: f, state: planned}}\n";
  const { model, library } = given(`${MODEL}flows: {f: {from: a, to: b, carries: [d], response: [], encryption-in-transit: no, rate-limiting: no}}\n${decisions}${controls}`, { rules });
  const { cells } = strideTables(model, library, { at: "2026-01-01" });
  expect(Object.fromEntries(["I", "T", "R", "D", "E", "S"].map((letter) => [letter, [cells[`${letter}@f`]!.state, cells[`${letter}@f`]!.entries.map(({ id }) => id).join(" ")]]))).toEqual({
    I: ["threat", "open@f certificate-validation@f coming@f borne@f stopped@f wrong@f looked"],
    T: ["unknown", "certificate-validation@f coming@f borne@f stopped@f wrong@f looked"],
    R: ["planned", "coming@f borne@f stopped@f wrong@f looked"],
    D: ["accepted", "borne@f stopped@f wrong@f looked"],
    E: ["mitigated", "stopped@f wrong@f looked"],
    S: ["not-applicable", "wrong@f looked"],
  });
});

test("[STR-4] a verdict takes the place of what is unknown or comes after it; one that is open, stale or expired settles nothing", () => {
  const flows = "flows: {f: {from: a, to: b, carries: [d], response: []}}\n";
  const row = (verdicts: string, rules = "ask: {stride: [S, T, R, I, D, E], when: {fact: flow.encryption-in-transit, is: no}}") => picture(flows, `decisions: {${verdicts}}`, rules)["inner"]![1];
  const past = "until: 2025-01-01";
  expect(row(`S@f: {state: accept, reason: r}, T@f: {state: not-applicable, reason: r}, R@f: {state: mitigate, reason: r}, I@f: {state: open}, D@f: {state: accept, reason: r, ${past}}, E@f: {state: accept, reason: r, facts: {flow.encryption-in-transit: yes}}`)).toBe("f→ axpuuu");
  const planned = "coming: {stride: [S, T], when: {fact: target.kind, is: store}, unless: {control: rate-limiter, at: flow}}";
  expect(picture(flows, "decisions: {S@f: {state: accept, reason: r}, T@f: {state: not-applicable, reason: r}, R@f: {state: accept, reason: r}}\ncontrols: {slow: {type: rate-limiter, at: f, state: planned}}", planned)["inner"]![1]).toBe("f→ ppa...");
});

test("[STR-6] [MOD-12] a person's threat stands at each of its targets, also where what is out of scope is not judged", () => {
  const yaml = `
boundaries: {inner: {type: network, trust: restricted}}
elements: {a: {kind: process}, b: {kind: store, in: inner, encryption-at-rest: no, out-of-scope: Theirs.}}
flows: {f: {from: a, to: b, carries: [], response: [], encryption-in-transit: yes}}
threats: {odd: {title: Odd, at: [b, f, inner], stride: [S]}, model-wide: {title: Wide, stride: [S]}}
`;
  const { model, library } = given(yaml, { rules: RULES });
  const { tables, cells } = strideTables(model, library, { at: "2026-01-01" });
  expect(tables[0]!.rows.map((r) => `${r.target.id}${r.arrow} ${r.cells.map((id) => cells[id]!.state[0]).join("")}`)).toEqual(["inner tnnnnn", "f→ tnncnn", "f← nnnnnn", "b tnnnnn"]);
  expect(cells["S@b"]!.entries.map(({ id, state }) => `${id} ${state}`)).toEqual(["odd threat", "S@b not-applicable"]);
});

test("[STR-2] a response that nobody described is one question of the flow, which the analysis asks", () => {
  const { model, library } = given(`${MODEL}flows: {f: {from: a, to: b, carries: []}, within: {from: b, to: b}}`, { rules: RULES });
  const { cells } = strideTables(model, library, { at: "2026-01-01" });
  expect(["S", "T", "R", "I", "D", "E"].map((letter) => cells[`${letter}@f+response`]!.entries.map(({ id }) => id))).toEqual(Array.from({ length: 6 }, (_, i) => (i === 0 ? ["certificate-validation@f", "response@f"] : ["response@f"])));
  expect(analyze(model, library, { at: "2026-01-01" }).analysis.questions.map(({ id }) => id).filter((id) => id.startsWith("response"))).toEqual(["response@f"]);
});
