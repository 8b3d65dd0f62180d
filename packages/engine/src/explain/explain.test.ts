// Explanations: the proof ends at lines of the model, and each fix is tried for real.
import type { ProofNode } from "@merlon/schema";
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { explain } from "./explain.ts";

const RULES = `
leak:
  applies: {fact: target.kind, is: store}
  when: {all: [{fact: flow.confidentiality, at-least: moderate, because: "Worth reading."}, {fact: source.reach, at-least: indirect}]}
  unless: {any: [{fact: flow.encryption-in-transit, is: yes}, {control: network-segmentation, at: flow}]}
  fix:
    - {change: {set: flow.protocol, to: https}, text: "Use TLS."}
    - {change: {set: flow.encryption-in-transit, to: no}, text: "Do nothing."}
    - {add-control: {type: network-segmentation, at: flow}, text: "Separate."}
    - {advice: "Think."}
echo: {when: {all: [{fact: flow.encryption-in-transit, is: yes}, {fact: flow.protocol, is: https}]}}
`;
const MODEL = `boundaries: {internet: {type: network, trust: untrusted}}
data: {s: {levels: {confidentiality: secret}, personal: no}}
elements:
  user: {kind: external, in: internet}
  web: {kind: process}
  db: {kind: store}
flows:
  visit: {from: user, to: web, carries: [], response: [], encryption-in-transit: no}
  query:
    from: web
    to: db
    carries: [s]
    response: []
    encryption-in-transit: no
`;

function lines(node: ProofNode, depth = 0): readonly string[] {
  const at = node.where ? ` @${node.where.line}` : "";
  return [`${"  ".repeat(depth)}${node.text} = ${node.truth}${at}`, ...node.children.flatMap((c) => lines(c, depth + 1))];
}

test("[EXP-1] the proof of a threat goes down to lines of the model", () => {
  const { model, library } = given(MODEL, { rules: RULES });
  const found = explain("leak@query", model, library, { at: "2026-01-01" })!;
  expect(found.outcome).toBe("threat");
  expect(lines(found.when)).toEqual([
    "all of = true",
    "  confidentiality of query is high (at least moderate?) = true",
    "    s: confidentiality high = true @5",
    "  reach of web is unknown (authenticated or anonymous) (at least indirect?) = true",
    "    user → web by visit, authentication unknown = true @11",
    "    authentication of visit is not stated = unknown @11",
  ]);
  expect(lines(found.unless!)).toEqual([
    "any of = false",
    "  encryption-in-transit of query is no (is yes?) = false @17",
    "  network-segmentation at query: none in force = false",
  ]);
});

test("[EXP-2] a fix is verified by applying it alone, and what else it would do is named", () => {
  const { model, library } = given(MODEL, { rules: RULES });
  const found = explain("leak@query", model, library, { at: "2026-01-01" })!;
  expect(found.fixes.map((f) => ({ text: f.fix.text, clears: f.clears, adds: f.adds }))).toEqual([
    { text: "Use TLS.", clears: false, adds: [] },
    { text: "Do nothing.", clears: false, adds: [] },
    { text: "Separate.", clears: true, adds: [] },
    { text: "Think.", clears: null, adds: [] },
  ]);
  const open = given(MODEL.replace("    encryption-in-transit: no\n", ""), { rules: RULES });
  expect(explain("leak@query", open.model, open.library, { at: "2026-01-01" })!.fixes.map((f) => [f.clears, f.adds])).toEqual([
    [true, ["echo@query"]], [false, ["leak@query"]], [true, []], [null, []],
  ]);
});

test("[EXP-3] why not: an instance that does not fire is explained as well; an unknown id gives nothing", () => {
  const { model, library } = given(MODEL, { rules: RULES });
  expect(explain("leak@visit", model, library, { at: "2026-01-01" })?.outcome).toBe("not-examined");
  expect(explain("leak@nowhere", model, library, { at: "2026-01-01" })).toBeUndefined();
  expect(explain("nothing@query", model, library, { at: "2026-01-01" })).toBeUndefined();
});

test("[EXP-3] [MOD-12] what is out of scope or retired is explained as that", () => {
  const why = (part: string) => {
    const { model, library } = given(`elements: {a: {kind: process}, b: {kind: store}}\nflows: {f: {from: a, to: b, ${part}}}`, { rules: RULES });
    const found = explain("leak@f", model, library, { at: "2026-01-01" });
    return [found?.outcome, found?.applies?.text, found?.applies?.truth];
  };
  expect([why("out-of-scope: Not ours."), why("lifecycle: {state: retired}"), why("port: 80")]).toEqual([
    ["not-examined", "f is out of scope", "false"], ["not-examined", "f is retired", "false"], ["checked", "kind of b is store (is store?)", "true"],
  ]);
});

test("[EXP-2] [MOD-9] a control is tried as if it were there, whatever was observed, and what an element says holds for the flows into it", () => {
  const rules = `
clear: {when: {fact: flow.encryption-in-transit, is: no}, fix: [{add-control: {type: transport-encryption, at: flow}, text: Encrypt.}]}
unlimited: {when: {fact: flow.rate-limiting, is: no}, fix: [{change: {set: target.rate-limiting, to: yes}, text: Limit.}]}
short: {scope: model, per: {each: model.data, as: d}, when: {fact: d.lifetime, is: permanent}, fix: [{change: {set: d.lifetime, to: short}, text: Shorten.}]}
odd: {scope: boundary, when: {fact: boundary.policy-in, is: any}, fix: [{change: {set: boundary.policy, to: {in: none}}, text: Shut.}]}
`;
  const { model, library } = given(`
boundaries: {z: {type: network, trust: internal}}
data: {key: {kind: credential.api-key, credential: {lifetime: permanent}}}
elements: {a: {kind: process}, b: {kind: store, in: z, rate-limiting: no}}
flows: {f: {from: a, to: b, encryption-in-transit: {value: no, source: scan}}}
`, { rules });
  const clears = ["clear@f", "unlimited@f", "short@model+key", "odd@z"].map((id) => explain(id, model, library, { at: "2026-01-01" })!.fixes.map((fix) => fix.clears));
  expect(clears).toEqual([[true], [true], [true], [true]]);
});

test("[RUL-12] a proof over very many members shows those that decide, and how many more there are", () => {
  const many = Array.from({ length: 300 }, (_, i) => i);
  const { model, library } = given(`elements: {${many.map((i) => `e${i}: {kind: process}`).join(", ")}, s: {kind: store}}`, { rules: "all: {scope: model, when: {every: model.elements, as: e, where: {fact: e.kind, is: process}}}" });
  const { when } = explain("all@model", model, library, { at: "2026-01-01" })!;
  expect([when.text, when.children.length, when.children[0]!.text, when.children.at(-1)!.text]).toEqual(["every of model.elements (301)", 51, "s", "and 251 more"]);
});
