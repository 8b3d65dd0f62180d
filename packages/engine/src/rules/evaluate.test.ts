// Outcomes of rules on small models, by Kleene's logic: the whole list of outcomes, never a part.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { createFactBase } from "../facts/create-fact-base.ts";
import { questionId } from "../questions/build-questions.ts";
import { compileRules } from "./compile-rule.ts";
import { evaluateTarget, inputsOf, targetsOf } from "./evaluate.ts";

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
