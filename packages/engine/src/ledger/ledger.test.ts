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

test("[DEC-5] a threat at several objects matches at each of them", () => {
  const bulk = (at: string) => ledger(`elements: {a: {kind: process}, b: {kind: store}, c: {kind: store}}\nthreats: {odd: {title: Odd, at: [a, b]}}\ndecisions: {all: {${ACCEPT}, match: {at: ${at}}, expanded: [odd]}}`).decisions;
  expect([bulk("a"), bulk("b"), bulk("c")]).toEqual([["odd valid (was all)"], ["odd valid (was all)"], ["odd stale (was all) at: c → a, b"]]);
});

test("[DEC-6] an acceptance of medium or worse needs an owner, a reason and an expiry", () => {
  expect(ledger(`${MODEL}\nboundaries: {i: {type: network, trust: untrusted}}\ndecisions: {clear@f: {state: accept}}`, `${PLAIN}  threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 1, impact: 4}\n`).codes).toEqual(["E3010"]);
});

test("[IDT-1] keys of decisions print as they parse", () => {
  for (const key of ["rule@flow", "rule@flow+data", "S@checkout", "I@checkout+response", "a-slug"]) expect(printKey(parseKey(key))).toBe(key);
  const aliases = { formerly: new Map([["f", "g"], ["d", "e"]]), successors: successorsAmong([]) };
  const current = (key: string) => currentKeys(parseKey(key), aliases).map(printKey);
  expect([current("r@f+d"), current("S@f+response"), current("r@f..f")]).toEqual([["r@g+e"], ["S@g+response"], ["r@f..g"]]);
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

const CHAIN = `
newest: {when: {fact: flow.encryption-in-transit, is: no}, supersedes: [middle]}
middle: {when: {fact: flow.encryption-in-transit, is: no}, status: deprecated, supersedes: [oldest]}
`;

test("[IDT-3] aliases lead over any number of steps, in a circle too, and to every rule that took over", () => {
  const old = `${MODEL}\ndecisions: {oldest@f: {${ACCEPT}}}`;
  expect(ledger(old, CHAIN).decisions).toEqual(["newest@f valid (was oldest@f)"]);
  expect(ledger(old, `a: {when: {fact: flow.encryption-in-transit, is: no}, supersedes: [oldest, b]}\nb: {when: {fact: flow.encryption-in-transit, is: no}, supersedes: [oldest, a]}`)).toEqual({
    threats: ["a@f accepted", "b@f accepted"], decisions: ["a@f valid (was oldest@f)", "b@f valid (was oldest@f)"], codes: [],
  });
});

test("[IDT-3] the own id comes first: of the decision, while its rule still runs, and of the threat, when it has a decision of its own", () => {
  const both = "new: {when: {fact: flow.encryption-in-transit, is: no}, supersedes: [old]}\nold: {when: {fact: flow.encryption-in-transit, is: no}}";
  expect(ledger(`${MODEL}\ndecisions: {old@f: {${ACCEPT}}}`, both).threats).toEqual(["new@f open", "old@f accepted"]);
  expect(ledger(`${MODEL}\ndecisions: {middle@f: {${ACCEPT}}, newest@f: {state: mitigate, reason: Next week.}}`, CHAIN).threats).toEqual(["newest@f planned"]);
});

test("[DEC-4] the decision of a threat whose rule was replaced and that is gone waits under a name that exists; a rule never speaks of another kind of object", () => {
  expect(ledger(`${MODEL.replace("transit: no", "transit: yes")}\ndecisions: {oldest@f: {${ACCEPT}}, newest@a: {${ACCEPT}}}`, CHAIN).decisions).toEqual(["middle@f resolved (was oldest@f)", "newest@a orphaned"].sort());
});

test("[DEC-5] of a bulk decision, what is gone is resolved, what fits no more is stale, and what has a changed fact too", () => {
  const flows = "f: {from: a, to: b, encryption-in-transit: no}, g: {from: a, to: b, encryption-in-transit: no, formerly: [old-g]}";
  const bulk = (match: string, more = "") => ledger(`elements: {a: {kind: process}, b: {kind: store}}\nflows: {${flows}}\ndecisions: {all: {${ACCEPT}, match: {${match}}, expanded: [clear@f, clear@old-g, clear@gone]${more}}}`).decisions;
  expect(bulk("rule: clear")).toEqual(["clear@f valid (was all)", "clear@g valid (was all)", "clear@gone orphaned (was all)"]);
  expect(bulk("rule: clear, at: old-g, severity: info")).toEqual([
    "clear@f stale (was all) at: old-g → f severity: info → low", "clear@g stale (was all) severity: info → low", "clear@gone orphaned (was all)",
  ]);
  expect(bulk("rule: clear", ", facts: {flow.encryption-in-transit: yes}")[0]).toBe("clear@f stale (was all) flow.encryption-in-transit: yes → no");
});

test("[DEC-2] facts of a cell are by role or by object; those of a person's threat by object", () => {
  const facts = "facts: {flow.encryption-in-transit: no, a.kind: process, f.protocol: https}";
  expect(ledger(`${MODEL}\nthreats: {odd: {title: Odd, at: f}}\ndecisions: {S@f: {${ACCEPT}, ${facts}}, odd: {${ACCEPT}, facts: {a.kind: store, f.encryption-in-transit: no}}}`, "none: {when: {any: []}}").decisions).toEqual([
    "S@f stale f.protocol: https → unknown", "odd stale a.kind: store → process",
  ]);
  expect(ledger(`elements: {target: {kind: process}, b: {kind: store}}\nflows: {f: {from: target, to: b}}\ndecisions: {S@f: {${ACCEPT}, facts: {target.kind: process}}}`, "none: {when: {any: []}}").decisions).toEqual(["S@f valid"]);
});

test("[DEC-2] a member that left its list is absent; one that the rule names no more, and an object that was renamed, are still compared", () => {
  const rule = "w: {when: {some: flow.carries, as: d, where: {fact: d.confidentiality, at-least: moderate}}}";
  const data = "data: {s: {levels: {confidentiality: secret}, personal: no, formerly: [old-s]}, t: {levels: {confidentiality: secret}, personal: no}}";
  const at = (facts: string, carries = "[s]") => ledger(`elements: {a: {kind: process}, b: {kind: store}}\n${data}\nflows: {f: {from: a, to: b, carries: ${carries}}}\ndecisions: {w@f: {${ACCEPT}, facts: {${facts}}}}`, rule).decisions;
  expect(at("\"d[old-s].confidentiality\": high")).toEqual(["w@f valid"]);
  expect(at("\"d[s].confidentiality\": high", "[t]")).toEqual(["w@f stale d[s].confidentiality: high → absent"]);
  expect(at("\"n[s].confidentiality\": high, old-s.confidentiality: high")).toEqual(["w@f valid"]);
});

test("[DEC-2] a stale decision leaves its threat planned when a planned control would stop it", () => {
  expect(ledger(`${MODEL}\ncontrols: {tls: {type: transport-encryption, at: f, state: planned}}\ndecisions: {clear@f: {${ACCEPT}, facts: {flow.protocol: https}}}`).threats).toEqual(["clear@f planned"]);
});

test("[IDT-2] the witness of what applies nowhere is that alone; numbers enter as the outcome of their comparison", () => {
  const rules = `w: {applies: {fact: target.kind, is: store}, when: {all: [{fact: flow.encryption-in-transit, is: no}, {fact: flow.port, below: 1024}]}, unless: {fact: source.trust, is: restricted}}`;
  const witness = (yaml: string) => {
    const { model, library } = given(yaml, { rules });
    const found = explain("w@f", model, library, { at: "2026-01-01" });
    return [found?.outcome, found?.witness];
  };
  const places = "boundaries: {z: {type: network, trust: internal}}\n";
  expect(witness("elements: {a: {kind: process}, b: {kind: process}}\nflows: {f: {from: a, to: b}}")).toEqual(["not-examined", { "target.kind": "process" }]);
  expect(witness(MODEL.replace("transit: no", "transit: yes"))).toEqual(["checked", { "flow.encryption-in-transit": "yes", "target.kind": "store" }]);
  expect(witness(`${places}${MODEL.replace("{a: {kind: process}", "{a: {kind: process, in: z}").replace("transit: no", "transit: no, port: 80")}`)).toEqual([
    "threat", { "flow.encryption-in-transit": "no", "flow.port (below 1024?)": "yes", "source.trust": "internal", "target.kind": "store" },
  ]);
});

test("[DEC-6] the policy says from which severity an acceptance needs an owner, a reason and a last day", () => {
  const { library } = given("elements: {}", { rules: PLAIN });
  const codes = (policy: string, state: string) => {
    const { model } = given(`${MODEL}\n${policy}decisions: {clear@f: {state: ${state}, reason: Lab.}}`, { rules: PLAIN });
    return analyze(model, library, { at: "2026-01-01" }).diagnostics.map((d) => d.message);
  };
  expect([codes("", "accept"), codes("policy: {acceptance-from: low}\n", "mitigate"), codes("policy: {acceptance-from: low}\n", "transfer")]).toEqual([
    [], [], ["The acceptance of clear@f (low) has no owner, no until (`acceptance-from: low`)."],
  ]);
});

test("[DEC-7] what people wrote comes out of the analysis as it went in", () => {
  const { model, library } = given(`${MODEL}
threats: {odd: {title: Odd, at: f, stride: [S], likelihood: 4, by: ann, statement: {source: somebody, action: do harm}}}
decisions: {clear@f: {state: open, reason: Ask Bo., tickets: [T-1]}, odd: {${ACCEPT}}, S@f: {state: accept, reason: Fine.}, clear@gone: {${ACCEPT}}}
`, { rules: PLAIN });
  const { analysis } = analyze(model, library, { at: "2026-01-01" });
  const written = [...model.decisions.values()].map(({ key, where: _, ...decision }) => [key, decision]);
  expect(analysis.decisions.map((d) => [d.alias ?? d.key, d.decision]).sort()).toEqual(written.sort());
  const odd = analysis.threats.find(({ id }) => id === "odd")!;
  expect([odd.title, odd.parts, odd.stride, odd.likelihood.value, odd.by, odd.status]).toEqual(["Odd", { source: "somebody", action: "do harm" }, ["S"], 4, "ann", "accepted"]);
});

test("[DEC-1] thousands of decisions are laid over thousands of threats", () => {
  const many = Array.from({ length: 5000 }, (_, i) => i);
  const { threats } = ledger(`elements: {a: {kind: process}, b: {kind: store}}
flows: {${many.map((i) => `f${i}: {from: a, to: b, encryption-in-transit: no}`).join(", ")}}
decisions: {${many.map((i) => `clear@f${i}: {${ACCEPT}, facts: {flow.encryption-in-transit: no}}`).join(", ")}}`);
  expect(threats.filter((line) => line.endsWith(" accepted")).length).toBe(5000);
});

const PLACE = "weak: {scope: element, applies: {fact: element.kind, is: process}, when: {fact: element.input-validation, is: no}}";
const part = (id: string, more = "") => `${id}: {kind: process, in: zone, input-validation: no${more}}`;
/** So that they have rows in the table of a boundary. */
const reached = (...ids: readonly string[]) => `boundaries: {zone: {type: network}}\nflows: {${ids.map((id) => `to-${id}: {from: ${id}, to: user}`).join(", ")}}`;
const USER = "user: {kind: external}";
const DECIDED = `decisions: {weak@web: {${ACCEPT}, facts: {element.input-validation: no}}, S@web: {state: not-applicable, facts: {web.input-validation: no}}}`;

test("[IDT-9] what was decided about an element that was split waits at its parts, whether it is still there or not", () => {
  expect(ledger(`elements: {${USER}, ${part("ui", ", split-from: web")}, ${part("api", ", split-from: web")}}\n${reached("ui", "api")}\n${DECIDED}`, PLACE)).toEqual({
    threats: ["weak@api open", "weak@ui open"],
    decisions: [
      "S@api unconfirmed (was S@web)", "S@ui unconfirmed (was S@web)", "S@web resolved", "weak@api unconfirmed (was weak@web)", "weak@ui unconfirmed (was weak@web)", "weak@web resolved",
    ],
    codes: ["E3015", "E3015", "E3017", "E3017", "E3017", "E3017"],
  });
  expect(ledger(`elements: {${USER}, ${part("web")}, ${part("api", ", split-from: web")}}\n${DECIDED}`, PLACE).decisions).toEqual(["S@web valid", "weak@api unconfirmed (was weak@web)", "weak@web valid"]);
  expect(ledger(`elements: {${USER}, ${part("web")}, ${part("api", ", split-from: web")}}\n${reached("web", "api")}\n${DECIDED.replace("S@web: {", "S@api: {state: open}, S@web: {")}`, PLACE).decisions).toEqual(["S@api valid", "S@web valid", "weak@api unconfirmed (was weak@web)", "weak@web valid"]);
});

test("[IDT-9] a rename and a merge of elements carry proposals too, with the facts as they are there", () => {
  expect(ledger(`elements: {${USER}, ${part("web", ", merged-into: shop")}, ${part("site", ", formerly: [shop]")}}\n${reached("site")}\n${DECIDED}`, PLACE).decisions).toEqual([
    "S@site unconfirmed (was S@web)", "S@web valid", "weak@site unconfirmed (was weak@web)", "weak@web valid",
  ]);
  expect(ledger(`elements: {${USER}, ${part("web", ", split-from: old")}}\n${reached("web")}\n${DECIDED.replace(/web(?=[:@.])/g, "old").replace("element.input-validation: no", "element.input-validation: yes").replaceAll("@web", "@old")}`, PLACE).decisions).toEqual([
    "S@old resolved", "S@web unconfirmed (was S@old)", "weak@old resolved", "weak@web unconfirmed (was weak@old) element.input-validation: yes → no",
  ]);
});

test("[DEC-9] the first state that fits; what was resolved counts again when its threat comes back on the same facts", () => {
  const state = (flow: string, decision = ACCEPT, facts = "no") => ledger(`elements: {a: {kind: process}, b: {kind: store}}\nflows: {${flow}}\ndecisions: {clear@f: {${decision}, facts: {flow.encryption-in-transit: ${facts}}}}`).decisions.map((line) => line.split(" ")[1]);
  const plain = "f: {from: a, to: b, encryption-in-transit: no}";
  const past = ACCEPT.replace("2027", "2025");
  expect([state("g: {from: a, to: b}"), state(plain.replace("no}", "yes}"), past), state(plain, past, "yes"), state(plain, past), state(plain)]).toEqual([["orphaned"], ["resolved"], ["stale"], ["expired"], ["valid"]]);
});
