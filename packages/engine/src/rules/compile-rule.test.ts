// Mistakes in rules: each is found when the pack loads, at its path.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { compileRule } from "./compile-rule.ts";

function problems(rule: string): readonly string[] {
  const { library } = given("elements: {}", { rules: rule });
  return compileRule(library.rules[0]!, library).problems.map((p) => `${p.path.join(".")}: ${p.message}`);
}

test("[RUL-8] a condition that names what does not exist is a problem at its place", () => {
  expect(problems(`
wrong:
  applies: {fact: zone.kind, is: x}
  when:
    all:
      - {fact: flow.protocl, is: http}
      - {fact: flow.encryption-in-transit, is: maybe}
      - {fact: flow.protocol, at-least: http}
      - {fact: flow.crosses}
      - {control: moat, at: flow}
      - {some: flow.holds, as: d, where: {all: []}}
  threat: {source: "{nobody}", prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}
`)).toEqual([
    'threat.source: no role "nobody"',
    'applies.fact: no role in "zone.kind"',
    'when.all.0.fact: no fact "protocl" of flow',
    'when.all.1.is: "flow.encryption-in-transit" is never "maybe"',
    'when.all.2.at-least: "flow.protocol" has no order to compare by',
    "when.all.3.fact: needs exactly one of is, in, at-least, below, unlike",
    'when.all.4.control: no control type "moat"',
    'when.all.5.some: no relation "flow.holds" here',
  ]);
});

test("[RUL-9] quantifiers nest at most twice", () => {
  const deep = (n: number): string => (n === 0 ? "{fact: flow.crosses, is: yes}" : `{some: flow.carries, as: d${n}, where: ${deep(n - 1)}}`);
  expect(problems(`two: {when: ${deep(2)}}`)).toEqual([]);
  expect(problems(`three: {when: ${deep(3)}}`)).toEqual(["when.where.where.some: quantifiers nest at most 2 deep"]);
});

test("[RUL-8] a fix that sets or adds what does not exist, or a value that does not fit, is a problem too", () => {
  expect(problems(`
mended:
  when: {fact: flow.crosses, is: yes}
  fix:
    - {change: {set: flow.encryptio, to: yes}, text: "A typing mistake."}
    - {change: {set: flow.via, to: bastion}, text: "One word for a list."}
    - {change: {set: flow.via, to: [bastion]}, text: "Right."}
    - {change: {set: flow.encryption-in-transit, to: maybe}, text: "No such answer."}
    - {change: {set: nobody.kind, to: x}, text: "No such role."}
    - {change: {set: target.protocol, to: https}, text: "Of a flow, not of an element."}
    - {add-control: {type: moat, at: flow}, text: "No such control."}
    - {add-control: {type: rate-limiter, at: nobody}, text: "No such role."}
    - {add-control: {type: rate-limiter, at: flow}, text: "Right."}
`)).toEqual([
    'fix.0.change.set: nothing called "encryptio" can be set on a flow', 'fix.1.change.to: "flow.via" takes a list',
    'fix.3.change.to: "flow.encryption-in-transit" is never "maybe"', 'fix.4.change.set: no role in "nobody.kind"',
    'fix.5.change.set: nothing called "protocol" can be set on an element', 'fix.6.add-control.type: no control type "moat"', 'fix.7.add-control.at: no role "nobody"',
  ]);
});
