// A rule and its test that already pass: a draft about a flow, with one condition of each sort and a case for each.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { requireId, sentence } from "./names.ts";
import { ScaffoldError } from "./scaffold.ts";
import type { Scaffold } from "./scaffold.ts";

const library = join(import.meta.dirname, "..", "..", "library");

/** `what` is `<pack>/<rule-id>`. */
export function newRule(what: string): Scaffold {
  const packs = readdirSync(library).filter((folder) => folder === "core" || existsSync(join(library, folder, "pack.yaml")));
  const [pack = "", id = "", more] = what.split("/");
  if (id === "" || more !== undefined) throw new ScaffoldError(`Say where the rule belongs: npm run new rule <pack>/<rule-id>, with one of ${packs.join(", ")}.`);
  if (!packs.includes(requireId(pack))) throw new ScaffoldError(`There is no pack "${pack}"; there are ${packs.join(", ")}.`);
  const base = `library/${pack}/${requireId(id)}`;
  return {
    files: { [`${base}.yaml`]: ruleText(id), [`${base}.test.yaml`]: testText(id) },
    edits: [],
    after: [["tsx/dist/cli.mjs", "scripts/gen/gen.ts"], ["vitest/vitest.mjs", "run", "scripts/catalogues/rule-lock.test.ts", "--update"]],
    next: [
      `Write what the rule is about into ${base}.yaml; the fields stand in the order in which they are read.`,
      `Change the cases in ${base}.test.yaml with it: what fires, what is near it and does not, what is unknown.`,
      "Run npx vitest run packages/app/src/library, which also tells which condition no case needs, then npm run gen.",
      "Before others use it: npx vitest run scripts/catalogues --update writes down what this revision means.",
      "When it is right: status stable, fired by examples/everything-wrong and stopped in examples/well-built.",
    ],
  };
}

function ruleText(id: string): string {
  return `id: ${id}
revision: 1
status: draft
title: ${sentence(id)}
scope: flow
applies: {fact: flow.crosses, is: yes, because: "Inside one boundary nobody new is met on the way."}
when: {fact: flow.confidentiality, at-least: moderate, because: "There is something worth reading."}
unless: {fact: flow.encryption-in-transit, is: yes, because: "Who reads along sees only ciphertext."}
threat:
  source: Somebody on the way from {source} to {target}
  prerequisite: a place on the path
  action: read what passes over {flow}
  consequence: content known to strangers
  goal: confidentiality
  harmed: the data on {flow}
  ease: 0
stride: [I]
why: >-
  Say in two to five sentences what goes wrong and why a developer should care. This text stands in the report and in the documentation of the rule.
fix:
  - {change: {set: flow.encryption-in-transit, to: yes}, text: "Encrypt the flow."}
false-positives:
  - Say when the rule is wrong although its conditions hold.
`;
}

function testText(id: string): string {
  const cases = [
    testCase("fires across a boundary", "shop", "encryption-in-transit: no", `expect: ["${id}@visit"]`),
    testCase("near miss, inside one boundary", "internet", "encryption-in-transit: no", "expect: []"),
    testCase("near miss, encrypted", "shop", "encryption-in-transit: yes", "expect: []"),
    testCase("encryption not stated", "shop", "", "asks: [encryption-in-transit of visit]"),
  ];
  return cases.join("");
}

function testCase(name: string, place: string, encryption: string, expected: string): string {
  const characteristic = encryption === "" ? "" : `, ${encryption}`;
  return `- name: ${name}
  model:
    data:
      order: {levels: {confidentiality: confidential}}
    boundaries:
      internet: {type: network, trust: untrusted}
      shop: {type: network, trust: internal}
    elements:
      shopper: {kind: external, in: internet}
      web: {kind: process, in: ${place}}
    flows:
      visit: {from: shopper, to: web, carries: [order], response: []${characteristic}}
  ${expected}
`;
}
