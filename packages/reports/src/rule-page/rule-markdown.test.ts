// The page of a rule, whole.
import type { LibraryRule } from "@merlon/schema";
import { expect, test } from "vitest";
import { ruleMarkdown } from "./rule-markdown.ts";

const RULE: LibraryRule = {
  id: "plain", revision: 2, status: "stable", title: "Readable on the way", scope: "flow", stride: ["I"], pack: "core", category: "information-disclosure",
  applies: { fact: "flow.crosses", is: "yes" },
  when: { all: [{ fact: "flow.confidentiality", "at-least": "moderate", because: "Worth reading." }, { none: "flow.carries", as: "d", where: { not: { fact: "d.kind", in: ["public"] } } }, { fact: "source.type", unlike: "target" }] },
  responsible: [{ each: "source.flows", as: "f", where: { fact: "f.protocol", is: "http" } }, { each: "source.peers", as: "p" }],
  unless: { any: [{ fact: "flow.encryption-in-transit", is: "yes" }, { control: "transport-encryption", at: "flow" }] },
  threat: { source: "Somebody", prerequisite: "a place on the path", action: "read {flow}", consequence: "a leak", goal: "confidentiality", harmed: "the data", ease: 0 },
  cwe: ["CWE-319"], attack: [{ id: "T1557.002", role: "exploitation", why: "Listening." }],
  why: "Because.", fix: [{ change: { set: "flow.encryption-in-transit", to: "yes" }, text: "Use TLS." }, { advice: "Look around.", attack: ["M1041"], where: { fact: "flow.protocol", is: "http" } }], "false-positives": ["A private line."],
};

test("[RUL-11] a rule's page shows its conditions in words and its tests as Avoid and Prefer", () => {
  expect(ruleMarkdown({ rule: RULE, avoid: { test: { name: "in the open", model: {} }, yaml: "flows: {}\n" } })).toBe(`# Readable on the way

\`plain\` · revision 2 · stable · scope flow · STRIDE I · pack core

> Somebody with a place on the path can read {flow}, which leads to a leak, harming the confidentiality of the data.

## Why

Because.

## Looks at

- \`flow.crosses\` is **yes**

## Fires when

- all of:
  - \`flow.confidentiality\` is at least **moderate** — Worth reading.
  - none of \`flow.carries\` (as \`d\`):
    - not:
      - \`d.kind\` is one of **public**
  - \`source.type\` is unlike that of \`target\`

Names as responsible each of \`source.flows\` (as \`f\`) where:

- \`f.protocol\` is **http**

Names as responsible each of \`source.peers\` (as \`p\`).

## Unless

- any of:
  - \`flow.encryption-in-transit\` is **yes**
  - control \`transport-encryption\` at \`flow\` is in force

## Avoid

In the open:

\`\`\`yaml
flows: {}
\`\`\`

## Fix

- Use TLS. Set \`flow.encryption-in-transit\` to \`yes\`.
- Look around. (M1041) Only where:
  - \`flow.protocol\` is **http**

## When it may be wrong

- A private line.

## References

- [CWE-319](https://cwe.mitre.org/data/definitions/319.html)
- [T1557.002](https://attack.mitre.org/techniques/T1557/002/) (exploitation): Listening.
`);
});
