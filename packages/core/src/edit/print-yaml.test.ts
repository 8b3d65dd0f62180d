import fc from "fast-check";
import { expect, test } from "vitest";
import { readYaml } from "../text/read-yaml.ts";
import { printYaml } from "./print-yaml.ts";

test("block style for more than two keys and for maps of maps, one line for what is small", () => {
  expect(printYaml({
    merlon: 1, id: "acme/webshop", version: "1.0", since: "2026-11-01", description: "First.\n\nSecond: yes.\n",
    elements: { web: { kind: "process", in: "vpc" }, db: { kind: "store", holds: ["card", "mail"], levels: { availability: "high" }, "encryption-at-rest": "yes" } },
    flows: {}, owners: [], links: [{ url: "https://x", title: "X" }, { url: "https://y" }],
  })).toBe(`merlon: 1
id: acme/webshop
version: "1.0"
since: 2026-11-01
description: |
  First.

  Second: yes.
elements:
  web: {kind: process, in: vpc}
  db:
    kind: store
    holds: [card, mail]
    levels: {availability: high}
    encryption-at-rest: yes
flows: {}
owners: []
links: [{url: "https://x", title: X}, {url: "https://y"}]
`);
});

test("long lists of maps become block lists", () => {
  const item = { system: "s".repeat(50), id: "i", more: "m" };
  expect(printYaml({ a: [item, item] })).toBe(`a:\n${`  - system: ${"s".repeat(50)}\n    id: i\n    more: m\n`.repeat(2)}`);
});

test("whatever is printed reads back the same", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("yes", "no", "true", "null", "~", "1.0", "0x1f", "1e3", "-", "- a", "a: b", "a #b", "#", "a\nb\n", " x\ny", "a\n\n", "\n", "a\n b\n", "é\u2028x", "'", "2026-11-01", "=", "<<", "? x", "[a", "a,b"));
  const value = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), fc.array(tie("value"), { maxLength: 4 }), tie("map")),
    map: fc.dictionary(text.filter((key) => !["__proto__", "constructor", "prototype"].includes(key)), tie("value"), { maxKeys: 4 }),
  }));
  fc.assert(fc.property(value.value, (original) => {
    const printed = printYaml(original);
    const { value: read, diagnostics } = readYaml({ path: "m.yaml", text: printed });
    expect([read, diagnostics], printed).toEqual([original, []]);
  }), { numRuns: 300 });
});
