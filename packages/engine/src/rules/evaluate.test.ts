// Outcomes of rules on small models, by Kleene's logic: the whole list of outcomes, never a part.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { createFactBase } from "../facts/create-fact-base.ts";
import { questionId } from "../questions/build-questions.ts";
import { compileRules } from "./compile-rule.ts";
import { evaluate, evaluateTarget, inputsOf, rulesInForce, targetsOf } from "./evaluate.ts";

/** `rule@target` to outcome; for questions what they wait for. */
function outcomes(rules: string, yaml: string): Record<string, string> {
  const { model, library } = given(yaml, { rules });
  const base = createFactBase(model, library);
  return Object.fromEntries([...compileRules(library).values()].flatMap((rule) => targetsOf(rule.rule.scope, base).flatMap((target) => evaluateTarget(rule, target, base)))
    .map((i) => [i.id, i.outcome === "question" ? `question: ${[...new Set(inputsOf(i, base).map(questionId))].join(", ")}` : i.outcome]));
}

const ENDS = "elements: {a: {kind: process}, b: {kind: store}}";
const PLAIN = `
plain:
  applies: {fact: target.kind, is: store}
  when: {fact: flow.authentication, is: no}
  unless: {fact: flow.encryption-in-transit, is: yes}
`;

test("[RUL-2] the four outcomes of a rule, and a question on the unknown leaf", () => {
  expect(outcomes(PLAIN, `${ENDS}
flows:
  back: {from: b, to: a}
  known: {from: a, to: b, authentication: token}
  stopped: {from: a, to: b, authentication: no, encryption-in-transit: yes}
  open: {from: a, to: b, authentication: no, encryption-in-transit: no}
  unsaid: {from: a, to: b, encryption-in-transit: no}
  half: {from: a, to: b, authentication: no}
`)).toEqual({
    "plain@back": "not-examined", "plain@known": "checked", "plain@stopped": "mitigated", "plain@open": "threat",
    "plain@unsaid": "question: authentication@unsaid", "plain@half": "question: encryption-in-transit@half",
  });
});

test("[RUL-3] an unknown that cannot change the outcome is not asked", () => {
  expect(outcomes(PLAIN, `${ENDS}\nflows: {safe: {from: a, to: b, encryption-in-transit: yes}}`)).toEqual({ "plain@safe": "checked" });
});

test("[RUL-4] when what the target is stays unknown, only that is asked", () => {
  expect(outcomes(`
typed: {scope: element, applies: {fact: element.type, is: datastore.sql}, when: {fact: element.encryption-at-rest, is: no}}
`, "elements: {bare: {kind: store}, sql: {kind: store, type: datastore.sql.postgres}, done: {kind: store, encryption-at-rest: yes}}")).toEqual({
    "typed@bare": "question: type@bare", "typed@sql": "question: encryption-at-rest@sql", "typed@done": "not-examined",
  });
});

test("[RUL-5] quantifiers: a missing list leaves them open unless a member already decides", () => {
  const rules = `
any-secret: {when: {some: flow.carries, as: d, where: {fact: d.confidentiality, is: high}}}
no-secret: {when: {none: flow.carries, as: d, where: {fact: d.confidentiality, is: high}}}
all-secret: {when: {every: flow.carries, as: d, where: {fact: d.confidentiality, is: high}}}
`;
  expect(outcomes(rules, `${ENDS}
data: {s: {levels: {confidentiality: secret}, personal: no}, p: {levels: {confidentiality: public}, personal: no}}
flows: {both: {from: a, to: b, carries: [s, p]}, empty: {from: a, to: b, carries: []}, unsaid: {from: a, to: b}}
`)).toEqual({
    "any-secret@both": "threat", "any-secret@empty": "checked", "any-secret@unsaid": "question: carries@unsaid",
    "no-secret@both": "checked", "no-secret@empty": "threat", "no-secret@unsaid": "question: carries@unsaid",
    "all-secret@both": "checked", "all-secret@empty": "threat", "all-secret@unsaid": "question: carries@unsaid",
  });
});

test("[RUL-6] per gives one threat for each member, with the member in its id", () => {
  expect(outcomes(`
each: {when: {fact: d.personal-data, is: yes}, per: {each: flow.carries, as: d}}
`, `${ENDS}
data: {mail: {kind: user.contact.email}, note: {personal: no}}
flows: {f: {from: a, to: b, carries: [mail, note]}}
`)).toEqual({ "each@f+mail": "threat", "each@f+note": "checked" });
});

test("[RUL-7] a control counts where it stands and once it is in force", () => {
  const rules = "guarded: {when: {fact: target.kind, is: store}, unless: {control: rate-limiter, at: flow}}";
  const controls = (state: string, at: string) => `${ENDS}
boundaries: {z: {type: network, trust: internal}}
flows: {f: {from: a, to: b}}
controls: {c: {type: rate-limiter, at: ${at}, state: ${state}}}`;
  expect(outcomes(rules, controls("implemented", "f"))).toEqual({ "guarded@f": "mitigated" });
  expect(outcomes(rules, controls("planned", "f"))).toEqual({ "guarded@f": "threat" });
  expect(outcomes(rules, controls("verified", "z"))).toEqual({ "guarded@f": "threat" });
});

test("[QUE-4] what makes a threat possible is asked before what stops it, and of all parts the first that is open", () => {
  expect(outcomes(`
two: {when: {all: [{fact: flow.file-upload, is: yes}, {fact: flow.authentication, is: no}]}, unless: {fact: flow.upload-checking, is: yes}}
`, `${ENDS}
flows: {none: {from: a, to: b}, some: {from: a, to: b, file-upload: yes}, most: {from: a, to: b, file-upload: yes, authentication: no}}
`)).toEqual({ "two@none": "question: file-upload@none", "two@some": "question: authentication@some", "two@most": "question: upload-checking@most" });
});

test("[RUL-2] what stops a threat leaves nothing to ask about what makes it possible", () => {
  expect(outcomes(PLAIN, `${ENDS}
flows: {unsaid: {from: a, to: b, encryption-in-transit: yes}}
`)).toEqual({ "plain@unsaid": "checked" });
});

test("[RUL-6] a list that is not known is one question more, unless the rest of the rule fits no member", () => {
  const rules = `
each:
  per: {each: element.holds, as: d}
  scope: element
  applies: {fact: element.kind, is: store}
  when: {all: [{fact: element.encryption-at-rest, is: no}, {not: {fact: d.personal-data, is: no}}, {none: element.inflows, as: f, where: {some: f.carries, as: x, where: {fact: x.confidentiality, is: high}}}]}
  unless: {any: [{fact: element.backup, is: immutable}, {fact: d.derived, is: yes}]}
`;
  expect(outcomes(rules, `elements:
  open: {kind: store, encryption-at-rest: no, backup: no}
  shut: {kind: store, encryption-at-rest: yes}
  kept: {kind: store, encryption-at-rest: no, backup: immutable}
  none: {kind: store, encryption-at-rest: no, holds: []}
  maybe: {kind: store}
`)).toEqual({ "each@open": "question: holds@open", "each@shut": "checked", "each@kept": "checked", "each@none": "checked", "each@maybe": "question: holds@maybe" });
});

test("[RUL-4] of what may not be there at all, an empty list is nothing that was checked", () => {
  expect(outcomes("each: {per: {each: flow.carries, as: d}, applies: {fact: flow.protocol, is: http}, when: {fact: d.personal-data, is: yes}}", `${ENDS}
flows: {said: {from: a, to: b, protocol: http, carries: []}, unsaid: {from: a, to: b, carries: []}}
`)).toEqual({ "each@said": "checked", "each@unsaid": "not-examined" });
});

test("[RUL-10] nobody is asked about the insides of an external", () => {
  expect(outcomes(`
sloppy: {when: {fact: target.input-validation, is: no}}
`, `elements: {a: {kind: process}, them: {kind: external}, web: {kind: process}}
flows: {out: {from: a, to: them}, in: {from: them, to: web}}
`)).toEqual({
    "sloppy@out": "checked", "sloppy@in": "question: input-validation@web",
  });
});

test("[MOD-12] [MOD-16] what is out of scope or retired is not judged, what is planned is", () => {
  expect(outcomes("any: {scope: element, when: {all: []}}\nflow: {when: {all: []}}", `elements:
  here: {kind: process}
  theirs: {kind: process, out-of-scope: Run by the landlord.}
  old: {kind: process, lifecycle: {state: retired}}
  next: {kind: process, lifecycle: {state: planned}}
flows: {f: {from: here, to: theirs}, g: {from: here, to: old}, h: {from: here, to: next, lifecycle: {state: retired}}, i: {from: here, to: next, out-of-scope: Not ours.}}
`)).toEqual({ "any@here": "threat", "any@next": "threat", "flow@f": "threat" });
});

test("[RUL-13] a rule runs only at its stages, and only when it is stable", () => {
  const rules = `
always: {when: {all: []}}
later: {when: {all: []}, stages: [operate]}
now: {when: {all: []}, stages: [design, build]}
old: {when: {all: []}, status: deprecated}
new: {when: {all: []}, status: draft}
`;
  const { library } = given("elements: {}", { rules });
  const at = (stage: "design" | "operate") => rulesInForce([...compileRules(library).values()], stage).map(({ rule }) => rule.id);
  expect([at("design"), at("operate")]).toEqual([["always", "now"], ["always", "later"]]);
});

test("[RUL-12] a rule that compares everything with everything is stopped after a bounded number of steps, and the others are not", () => {
  const many = Array.from({ length: 3000 }, (_, i) => i);
  const { model, library } = given(`elements: {${many.map((i) => `e${i}: {kind: process}`).join(", ")}}
flows: {${many.map((i) => `f${i}: {from: e0, to: e${(i + 1) % 3000}}`).join(", ")}}
`, {
    rules: `
costly: {scope: model, when: {every: model.flows, as: f, where: {some: model.elements, as: e, where: {fact: e.internet-facing, is: yes}}}}
each: {when: {some: source.outflows, as: f, where: {fact: f.crosses, is: yes}}}
cheap: {when: {some: source.outflows, as: f, where: {fact: f.crosses, is: no}}}
`,
  });
  const base = createFactBase(model, library);
  const { counts, exhausted } = evaluate([...compileRules(library).values()], base);
  expect(exhausted).toEqual(["costly", "each"]);
  expect(["costly", "cheap"].map((id) => counts.get(id)!.threat)).toEqual([0, 3000]);
  expect(counts.get("each")).toEqual({ threat: 0, question: 3000 - counts.get("each")!.checked, mitigated: 0, checked: counts.get("each")!.checked, "not-examined": 0 });
});
