// The files of a new pack: a header, a characteristic of its own, one rule that uses it, the rule's tests, and what to do next. They pass their own tests.

/** By path inside the pack's folder. */
export function packTexts(id: string, title: string): Readonly<Record<string, string>> {
  const rule = `${id}-data-leaves-unapproved`;
  return {
    "pack.yaml": headerText(id, title),
    [`characteristics/${id}.yaml`]: characteristicText(id),
    [`${rule}.yaml`]: ruleText(id, rule),
    [`${rule}.test.yaml`]: testText(id, rule),
    "README.md": readmeText(id, title, rule),
  };
}

function headerText(id: string, title: string): string {
  return `id: ${id}
version: 0.1.0
title: ${JSON.stringify(title)}
description: Say in one sentence what this pack is for.
`;
}

function characteristicText(id: string): string {
  return `# What your rules ask for and Merlon does not know yet. The names start with the pack's.
${id}.approved:
  title: Approved
  kind: flag
  applies-to: [flow]
  safer: yes
  question: Has somebody who is responsible for the data approved that {title} takes it outside?
  help: Look for the entry in the register of approvals.
  why: Once data is outside, nobody can take it back.
  examples: [yes]
`;
}

function ruleText(id: string, rule: string): string {
  return `id: ${rule}
revision: 1
status: stable
title: Data leaves and nobody approved it
scope: flow
applies: {fact: target.kind, is: external, because: "It leaves what we run ourselves."}
when: {fact: flow.confidentiality, at-least: moderate, because: "Not everybody may know what it carries."}
unless: {fact: flow.${id}.approved, is: yes, because: "Somebody looked at it and takes responsibility."}
threat:
  source: Whoever gets at the data once it is outside
  prerequisite: access to {target}
  action: use what came over {flow} for something that was never meant
  consequence: we answer for data that we no longer control
  goal: confidentiality
  harmed: those that the data is about or belongs to
  ease: 0
stride: [I]
why: >-
  Data that leaves cannot be called back. Somebody who knows what it is worth should have agreed that it goes to this receiver, for this purpose.
fix:
  - {change: {set: flow.${id}.approved, to: yes}, text: "Have the flow approved by whoever is responsible for the data, and write down that it was."}
false-positives:
  - The receiver owns the data and only gets back its own.
`;
}

function testText(id: string, rule: string): string {
  const model = (kind: string, level: string, more: string) => `  model:
    data:
      orders: {levels: {confidentiality: ${level}}}
    elements:
      shop: {kind: process}
      partner: {kind: ${kind}}
    flows:
      export: {from: shop, to: partner, carries: [orders], response: []${more}}
`;
  return `- name: confidential data goes to a partner, not approved
${model("external", "confidential", `, ${id}.approved: no`)}  expect: ["${rule}@export"]
- name: near miss, approved
${model("external", "confidential", `, ${id}.approved: yes`)}  expect: []
- name: near miss, it stays with us
${model("process", "confidential", `, ${id}.approved: no`)}  expect: []
- name: near miss, everybody may know it
${model("external", "public", `, ${id}.approved: no`)}  expect: []
- name: nobody said whether it is approved
${model("external", "confidential", "")}  asks: [${id}.approved of export]
`;
}

function readmeText(id: string, title: string, rule: string): string {
  return `# ${title}

A pack of rules for Merlon. A model uses it when its \`model.yaml\` says so, with the path from the model to this folder:

    packs: [default, ./path/to/${id}]

| file | what it is |
|---|---|
| \`pack.yaml\` | the pack's id, version and title |
| \`${rule}.yaml\` | a rule: when it fires, what stops it, why it matters, what to do |
| \`${rule}.test.yaml\` | its tests: small models that must fire, must not, or must lead to a question |
| \`characteristics/\` | what the rules ask for and Merlon does not know yet |

    merlon pack test .     run the tests, try the fixes, and see that no condition is untested
    merlon pack lint .     everything else that is wrong
    merlon pack lock .     when you release a version: writes pack.lock, to be committed

A rule's id stays for ever, since decisions refer to it. When you change a rule's conditions, raise its \`revision\`; when you release, raise \`version\` in \`pack.yaml\`.
`;
}
