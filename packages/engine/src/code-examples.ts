// For every code of the engine the files that trigger it: a model, or a pack in `rules/`. The reference prints them and a test runs them.
import type { EngineCodeId } from "./codes.ts";

export type EngineCodeExample = Readonly<Record<string, string>>;

const header = "id: acme\nversion: 1.0.0\ntitle: Acme\n";
const rule = `id: my-rule
revision: 1
status: stable
title: Something crosses a boundary
scope: flow
when: {fact: flow.crosses, is: yes}
threat: {source: somebody, prerequisite: access, action: listen, consequence: disclosure, goal: confidentiality, harmed: data, ease: 0}
stride: [I]
why: Others share the way.
fix: [{advice: Encrypt it.}]
false-positives: []
`;
const noDigest = `sha256:${"0".repeat(64)}`;

export const engineCodeExamples: Readonly<Record<EngineCodeId, EngineCodeExample>> = {
  E3001: pack(rule.replace("flow.crosses", "flow.croses")),
  E3002: pack(rule.replace("revision: 1", "revision: one")),
  E3003: pack(rule.replace("my-rule", "plaintext-flow-across-boundary"), { name: "plaintext-flow-across-boundary" }),
  E3004: costly(),
  E3005: pack(rule, { header: header.replace("acme", "default") }),
  E3006: pack(rule, { header: header.replace("1.0.0", "1.0") }),
  E3007: pack(`${rule}supersedes: [my-rule]\n`),
  E3008: pack(`${rule}supersedes: [plaintext-flow-across-boundary]\n`),
  E3009: pack(`${rule}supersedes: [plaintext-flow-across-boundry]\n`),
  E3010: decided("{state: accept}"),
  E3011: decided("{state: accept, reason: Only test data., owner: ana, until: 2099-01-01, facts: {flow.confidentiality: low}}"),
  E3012: decided("{state: accept, reason: Until the new proxy., owner: ana, until: 2026-05-01}"),
  E3013: decided("{state: accept, reason: Only test data., owner: ana, until: 2099-01-01}", { key: "plaintext-flow-across-boundary@gone" }),
  E3014: decided("{state: accept, reason: Only test data., owner: ana, until: 2099-01-01, match: {rule: plaintext-flow-across-boundary}, expanded: []}", { key: "test-traffic" }),
  E3015: decided("{state: accept, reason: Only test data., owner: ana, until: 2099-01-01}", { protocol: "https" }),
  E3016: { "model.yaml": "merlon: 1\nid: shop\npacks: [./rules]\nelements: {web: {kind: process}}\n", ...pack(rule.replace("stable", "draft")) },
  E3017: {
    "model.yaml": `merlon: 1
id: shop
data: {order: {kind: business.order, levels: {confidentiality: secret}}}
boundaries:
  inside: {type: network, trust: internal}
elements:
  orders: {kind: store, in: inside, type: datastore.sql, holds: [order], encryption-at-rest: no}
  archive: {kind: store, in: inside, type: datastore.sql, holds: [order], encryption-at-rest: no, split-from: orders}
decisions:
  sensitive-store-not-encrypted@orders: {state: accept, reason: Until the move., owner: ana, until: 2099-01-01}
`,
  },
  E3020: pack(rule),
  E3021: pack(`${rule}cwe: [CWE-31999]\n`),
  E3022: pack(rule, { lock: "1.0.0" }),
  E3023: pack(rule, { lock: "0.9.0", locked: "{an-older-rule: {revision: 1, conditions: \"0000000000000000\"}}" }),
  E3024: pack(rule, { lock: "0.9.0", locked: "{my-rule: {revision: 1, conditions: \"0000000000000000\"}}" }),
  E3025: pack(rule),
  E3030: decided("{state: accept, reason: Only test data., owner: ana, at: 2026-05-01, until: 2099-01-01}", { policy: "{acceptance: {medium: {longest-days: 365}}}" }),
  E3031: decided("{state: accept, reason: Fine., owner: ana, until: 2099-01-01}", { policy: "{acceptance: {medium: {reason-words: 3}}}" }),
  E3032: decided("{state: accept, reason: Only test data., owner: ana, until: 2099-01-01, by: bob}", { policy: "{acceptance: {medium: {by: [\"*@security.example.org\"]}}}" }),
  E3033: decided("{state: accept, reason: Only test data., owner: ana, until: 2099-01-01, by: bob}", { policy: "{acceptance: {medium: {approvals: 1}}}" }),
  E3100: technique("{id: T1657.009, role: exploitation, why: Money is sent elsewhere.}"),
  E3101: technique("{id: T1562, role: exploitation, why: The log is switched off.}"),
  E3102: technique("{id: T1034, role: exploitation, why: Another program is started.}"),
  E3103: technique("{id: T1638, role: exploitation, why: Somebody sits in between.}", "type: web.application"),
  E3104: technique("{id: T1557, tactic: defense-evasion, role: exploitation, why: Somebody sits in between.}"),
  E3105: technique("{id: T1557, tactic: impact, role: exploitation, why: Somebody sits in between.}"),
  E3106: technique("{id: T1003.004, role: exploitation, why: Stored secrets are read.}", "technology: [linux]"),
  E3107: { "model.yaml": "merlon: 1\nid: shop\nattack-version: \"31.7\"\n" },
  E3108: { "model.yaml": "merlon: 1\nid: shop\nattack-version: \"14.1\"\n" },
  E3109: { "model.yaml": "merlon: 1\nid: shop\nadversaries: [G0016]\n" },
};

interface PackParts {
  readonly name?: string;
  readonly header?: string;
  /** The version that pack.lock names. */
  readonly lock?: string;
  readonly locked?: string;
}

function pack(text: string, { name = "my-rule", header: own = header, lock, locked = "{}" }: PackParts = {}): EngineCodeExample {
  return {
    "rules/pack.yaml": own, [`rules/${name}.yaml`]: text,
    ...(lock === undefined ? {} : { "rules/pack.lock": `pack-lock: 1\nid: acme\nversion: ${lock}\ndigest: "${noDigest}"\nrules: ${locked}\n` }),
  };
}

/** A model with one threat by the rule plaintext-flow-across-boundary, and a decision about it. */
function decided(decision: string, { key = "plaintext-flow-across-boundary@visit", protocol = "http", policy = "{}" } = {}): EngineCodeExample {
  return {
    "model.yaml": `merlon: 1
id: shop
data: {order: {kind: business.order, levels: {confidentiality: secret}}}
boundaries:
  internet: {type: network, trust: untrusted}
  inside: {type: network, trust: internal}
elements:
  shopper: {kind: external, type: human.customer, in: internet}
  web: {kind: process, in: inside}
flows:
  visit: {from: shopper, to: web, carries: [order], response: [], protocol: ${protocol}}
decisions:
  ${key}: ${decision}
${policy === "{}" ? "" : `policy: ${policy}\n`}`,
  };
}

/** A threat that refers to one technique, at an element with this characteristic. */
function technique(reference: string, characteristic = ""): EngineCodeExample {
  return {
    "model.yaml": `merlon: 1
id: shop
attack-version: "19.1"
elements: {web: {kind: process${characteristic === "" ? "" : `, ${characteristic}`}}}
threats:
  nosy-courier: {title: Somebody listens, at: web, attack: [${reference}]}
`,
  };
}

/** Every flow compared with every other that leaves the same element. */
function costly(): EngineCodeExample {
  const flows = Array.from({ length: 2000 }, (_, number) => `  call-${number}: {from: web, to: orders}\n`);
  return {
    "model.yaml": `merlon: 1\nid: shop\npacks: [./rules]\nelements: {web: {kind: process}, orders: {kind: store}}\nflows:\n${flows.join("")}`,
    ...pack(rule.replace("{fact: flow.crosses, is: yes}", "{some: source.outflows, as: n, where: {fact: n.crosses, is: yes}}")),
  };
}
