// Rules about how elements are connected, how facts of two objects compare, and who is named with a threat.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { judge } from "../analysis/judge.ts";
import { prepare } from "../analysis/prepare.ts";
import { compileRule } from "./compile-rule.ts";

/** Threat ids with the objects named; questions by what they ask. */
function found(rules: string, yaml: string): readonly string[] {
  const { model, library } = given(yaml, { rules });
  const { threats, questions } = judge(prepare(model, library), { at: "2026-11-01" });
  const own = new Set(library.rules.filter(({ pack }) => pack !== "core").map(({ id }) => id));
  return [
    ...threats.filter(({ rule }) => rule && own.has(rule.id)).map(({ id, responsible }) => (responsible ? `${id}: ${responsible.map((target) => target.id).join(" ")}` : id)),
    ...questions.filter(({ decides }) => decides.some(({ id }) => own.has(id.split("@")[0] ?? ""))).map(({ id }) => `${id}?`),
  ].sort();
}

const CHAIN = `
elements: {a: {kind: process, type: api.gateway}, b: {kind: process, type: service}, c: {kind: process, type: service.search}}
flows: {ab: {from: a, to: b}, ba: {from: b, to: a}, bc: {from: b, to: c}, loop: {from: b, to: b}}
`;

test("[RUL-14] the flows of an element go out or come in, each once; its peers are at their other ends", () => {
  expect(found(`
touched: {scope: element, when: {fact: element.kind, is: process}, responsible: [{each: element.flows, as: f}, {each: element.peers, as: p}]}
`, CHAIN)).toEqual(["touched@a: b ab ba", "touched@b: a c ab ba bc loop", "touched@c: b bc"]);
});

test("[RUL-15] `unlike` compares a fact with that of another role; a word that inherits from the other is like it", () => {
  const differ = `
differ:
  scope: model
  when: {some: model.elements, as: x, where: {some: model.elements, as: y, where: {fact: y.type, unlike: x}}}
`;
  const types = (...words: readonly string[]) => `elements: {${words.map((word, i) => `e${i}: {kind: process${word && `, type: ${word}`}}`).join(", ")}}`;
  expect(found(differ, types("service", "api"))).toEqual(["differ@model"]);
  expect(found(differ, types("service", "service.search"))).toEqual([]);
  expect(found(differ, types("service", ""))).toEqual(["type@e1?"]);
});

test("[RUL-15] by their ids two elements are told apart that are alike in everything else", () => {
  const twice = `
twice:
  scope: model
  when: {some: model.elements, as: x, where: {some: model.elements, as: y, where: {fact: y.id, unlike: x}}}
`;
  expect(found(twice, "elements: {a: {kind: process}, b: {kind: process}}")).toEqual(["twice@model"]);
  expect(found(twice, "elements: {a: {kind: process}}")).toEqual([]);
});

test("[RUL-15] `unlike` needs a role of the same kind", () => {
  const { library } = given("elements: {}", { rules: "mixed: {when: {all: [{fact: source.type, unlike: flow}, {fact: source.type, unlike: nobody}, {fact: source.type, unlike: target}]}}" });
  expect(compileRule(library.rules[0]!, library).problems.map(({ message, known }) => [message, known])).toEqual([
    ['no role "flow" of the same kind', ["source", "target"]], ['no role "nobody" of the same kind', ["source", "target"]],
  ]);
});

test("[RUL-16] a threat names the members that surely fit, each once and never its target", () => {
  expect(found(`
bare:
  scope: model
  when: {some: model.flows, as: f, where: {fact: f.encryption-in-transit, is: no}}
  responsible:
    - {each: model.flows, as: f, where: {fact: f.encryption-in-transit, is: no}}
    - {each: model.flows, as: f, where: {fact: f.encryption-in-transit, is: no}}
`, "elements: {a: {kind: process}, b: {kind: process}}\nflows: {f: {from: a, to: b, encryption-in-transit: no}, g: {from: b, to: a}, h: {from: b, to: a, encryption-in-transit: yes}}")).toEqual(["bare@model: f"]);
});
