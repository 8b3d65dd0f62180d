// Gates by stage: of a whole model, and of what a change brings.
import { readModel } from "@merlon/core";
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { impactOf } from "../impact/impact-of.ts";

const rules = `
plain: {when: {fact: flow.encryption-in-transit, is: no}, threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 1, impact: 4}}
`;
const shop = `boundaries: {out: {type: network, trust: untrusted}, net: {type: network, trust: internal, policy: {in: listed, flows: [visit]}}}
data: {order: {personal: {subjects: [customers]}}}
elements:
  user: {kind: external, type: human.customer, in: out}
  mail: {kind: external, type: saas.mail, in: out}
  web: {kind: process, in: net}
flows:
  visit: {from: user, to: web, carries: [order], response: [], encryption-in-transit: yes}
`;
const plain = shop.replace("encryption-in-transit: yes", "encryption-in-transit: no");
const call = "  call: {from: mail, to: web, carries: [], response: [order], encryption-in-transit: yes}\n";
const ACCEPT = "state: accept, owner: me, reason: r, until: 2027-01-01";

const { library } = given("elements: {}", { rules });

function told(reasons: readonly { readonly text: string; readonly ids: readonly string[]; readonly policy?: string }[] = []): readonly string[] {
  return reasons.map(({ text, ids, policy }) => `${text} (${ids.join(", ")}) ${policy ?? "-"}`);
}

function model(yaml: string, policy: string, stage = "design") {
  const { model: read } = given(`${yaml}policy: ${policy}\n`, { rules, header: `merlon: 1\nid: test\nstage: ${stage}` });
  return told(analyze(read, library, { at: "2026-01-01" }).analysis.gate?.reasons);
}

function change(before: string, after: string, policy = "{}", header = "depth: standard", changed = header) {
  const side = (yaml: string, head: string, own: string) => {
    const { model: read, documents } = readModel([{ path: "model.yaml", text: `merlon: 1\nid: test\n${head}\n${yaml}policy: ${own}\n` }], library, { at: "2026-01-01" });
    return { version: { name: "x", model: "test", digest: read.digest }, model: read, documents, library };
  };
  const base = side(before, header, policy);
  const { gate, quiet } = impactOf(base, side(after, changed, after.includes("# other policy") ? "{fail-on: low}" : after.includes("# no policy") ? "{}" : policy), { at: "2026-01-01", policy: base.model.policy });
  expect(quiet && gate.failed).toBe(false);
  return told(gate.reasons);
}

test("[POL-3] a model passes unless its policy states a limit, and a stage's own word comes before that for every stage", () => {
  const policy = "{gates: {model: {every: {severity: high}, idea: {severity: none}, operate: {severity: medium}}}}";
  expect([model(plain, "{}"), model(plain, policy, "idea"), model(plain, policy), model(shop, policy), model(plain, "{fail-on: low, gates: {model: {idea: {severity: none}}}}")]).toEqual([
    [], [], ["1 open threat of severity high or worse (plain@visit) gates.model.every.severity: high"], [], ["1 open threat of severity low or worse (plain@visit) fail-on: low"],
  ]);
});

test("[POL-3] questions, decisions, crossings and personal data stop where the policy says how many may be", () => {
  const unsaid = shop.replace(", encryption-in-transit: yes", "");
  expect(model(unsaid, "{gates: {model: {design: {questions: 0, questions-from: high}}}}")).toEqual(["1 open question that could reveal high or worse (encryption-in-transit@visit) gates.model.design.questions: 0"]);
  expect([model(unsaid, "{gates: {model: {design: {questions: 1, questions-from: high}}}}"), model(shop + call, "{gates: {model: {every: {forbidden-crossings: 0}}}}"), model(shop + call, "{gates: {model: {every: {personal-data-below: internal}}}}")]).toEqual([
    [], ["1 flow crosses a boundary whose policy forbids it (call) gates.model.every.forbidden-crossings: 0"], ["personal data (order) at 1 element trusted less than internal (mail) gates.model.every.personal-data-below: internal"],
  ]);
  const decided = `${plain}decisions: {plain@visit: {state: accept, until: 2025-01-01}, plain@gone: {${ACCEPT}}}\n`;
  expect(model(decided, "{gates: {model: {design: {decisions: [expired, orphaned, unallowed]}}}}")).toEqual([
    "1 decision expired (plain@visit) gates.model.design.decisions: [expired, orphaned, unallowed]", "1 decision about nothing that is there (plain@gone) gates.model.design.decisions: [expired, orphaned, unallowed]",
  ]);
});

test("[POL-4] of a change only what it brings stops: questions, crossings, personal data and decisions", () => {
  const unsaid = shop.replace(", encryption-in-transit: yes", "");
  const policy = "{gates: {change: {every: {severity: none, questions: 0, questions-from: high, forbidden-crossings: 0, personal-data-below: internal}}}}";
  expect([change(shop, unsaid, policy), change(unsaid, unsaid, policy), change(shop + call, shop + call, policy)]).toEqual([["1 question opened that could reveal high or worse (encryption-in-transit@visit) gates.change.every.questions: 0"], [], []]);
  expect(change(shop, shop + call, policy)).toEqual([
    "1 new flow crosses a boundary whose policy forbids it (call) gates.change.every.forbidden-crossings: 0", "personal data (order) newly at 1 element trusted less than internal (mail) gates.change.every.personal-data-below: internal",
  ]);
  expect([change(shop, plain), change(shop, plain, "{gates: {change: {every: {severity: none}}}}")]).toEqual([["1 new threat of severity high or worse (plain@visit) -"], []]);
});

test("[IMC-8] a decision that says nothing, or less than the policy asks, leaves its threat to the gate", () => {
  const decided = (decision: string) => `${shop}decisions: {plain@visit: {${decision}}}\n`;
  const stopped = ["1 new threat of severity high or worse (plain@visit) -"];
  expect(["state: mitigate", "state: accept, reason: known", "state: false-positive", "state: mitigate, owner: me", "state: false-positive, reason: known", ACCEPT].map((decision) => change(shop, decided(decision).replace(shop, plain)))).toEqual([stopped, stopped, stopped, [], [], []]);
});

test("[POL-4] a decision that is not as the policy asks stops the change that brings it, and no other", () => {
  const policy = "{acceptance: {medium: {approvals: 1}}}";
  const accepted = `${plain}decisions: {plain@visit: {${ACCEPT}}}\n`;
  expect([change(plain, accepted, policy), change(plain, accepted), change(accepted, accepted, policy), change(plain, accepted.replace("owner: me", "owner: me, approved: [eve]"), policy)]).toEqual([["1 decision not as the policy asks (plain@visit) -"], [], [], []]);
});

test("[POL-4] [IMC-3] what only new rules take for personal stops no change", () => {
  const below = "{gates: {change: {every: {personal-data-below: internal}}}}";
  const text = `merlon: 1\nid: test\n${shop.replace("{personal: {subjects: [customers]}}", "{kind: user.profile}")}${call}policy: ${below}\n`;
  const then = { ...library, packs: library.packs.map((pack) => ({ ...pack, digest: "old" })), dataKinds: library.dataKinds.map((kind) => (kind.id.startsWith("user") ? { ...kind, personal: false } : kind)) };
  const side = (own: typeof library) => {
    const { model: read, documents } = readModel([{ path: "model.yaml", text }], own, { at: "2026-01-01" });
    return { version: { name: "x", model: "test", digest: read.digest }, model: read, documents, library: own };
  };
  const before = side(then);
  expect(told(impactOf(before, side(library), { at: "2026-01-01", policy: before.model.policy }).gate.reasons)).toEqual([]);
});

test("[POL-5] the later stage of both versions says which gate a change passes", () => {
  const policy = "{gates: {change: {idea: {severity: none}, operate: {severity: low}}}}";
  expect([change(shop, plain, policy, "stage: idea"), change(shop, plain, policy, "stage: idea", "stage: operate"), change(shop, plain, policy, "stage: operate", "stage: idea")]).toEqual([
    [], ["1 new threat of severity low or worse (plain@visit) gates.change.operate.severity: low"], ["1 new threat of severity low or worse (plain@visit) gates.change.operate.severity: low"],
  ]);
});

test("[POL-5] a change that takes the model a stage further passes the whole model's gate of that stage, and no other change does", () => {
  const policy = "{gates: {model: {operate: {severity: high, decisions: [expired]}}, change: {every: {severity: none}}}}";
  const expired = `${plain}decisions: {plain@visit: {${ACCEPT.replace("2027", "2025")}}}\n`;
  expect([change(plain, plain, policy, "stage: build", "stage: operate"), change(expired, expired, policy, "stage: build", "stage: operate"), change(plain, plain, policy, "stage: operate"), change(plain, plain, policy, "stage: operate", "stage: build"), change(shop, shop, policy, "stage: build", "stage: operate")]).toEqual([
    ["1 open threat of severity high or worse, where the change takes the model from build to operate (plain@visit) gates.model.operate.severity: high"],
    ["1 open threat of severity high or worse, where the change takes the model from build to operate (plain@visit) gates.model.operate.severity: high", "1 decision expired, where the change takes the model from build to operate (plain@visit) gates.model.operate.decisions: [expired]"],
    [], [], [],
  ]);
});

test("[POL-6] where loosening of any kind is forbidden the whole model may not be removed, and neither may the policy", () => {
  const gone = (policy: string) => {
    const { model: read, documents } = readModel([{ path: "model.yaml", text: `merlon: 1\nid: test\n${plain}policy: ${policy}\n` }], library, { at: "2026-01-01" });
    const empty = readModel([{ path: "model.yaml", text: "merlon: 1\nid: test\n" }], library, { at: "2026-01-01" });
    const { gate, quiet } = impactOf({ version: { name: "x", model: "test", digest: read.digest }, model: read, documents, library }, { version: { name: "y", model: "test", digest: empty.model.digest, absent: true }, ...empty, library }, { at: "2026-01-01", policy: read.policy });
    return [quiet, ...told(gate.reasons)];
  };
  expect([gone("{}"), gone("{no-loosening: [decisions]}"), gone("{no-loosening: [facts, scope]}")]).toEqual([
    [false], [false, "the whole model is removed (test) no-loosening: [decisions]"], [false, "the whole model is removed (test) no-loosening: [facts, scope]"],
  ]);
  expect(change(shop, `${shop}# no policy\n`, "{no-loosening: [policy]}")).toEqual(["the policy is removed (policy) no-loosening: policy"]);
});

test("[POL-6] facts forgotten, decisions deleted, less looked at and another policy stop where loosening is forbidden", () => {
  const all = "{gates: {change: {every: {severity: none}}}, no-loosening: [policy, facts, decisions, scope]}";
  const unsaid = shop.replace(", encryption-in-transit: yes", "");
  const accepted = `${plain}decisions: {plain@visit: {${ACCEPT}}}\n`;
  expect([change(shop, unsaid, all), change(accepted, plain, all), change(accepted, shop, all), change(accepted, `${plain}decisions: {all-plain: {${ACCEPT}, match: {rule: plain}, expanded: [plain@visit]}}\n`, all)]).toEqual([
    ["1 known value made unknown (encryption-in-transit@visit) no-loosening: facts"], ["1 decision deleted though what it is about is there (plain@visit) no-loosening: decisions"], [], [],
  ]);
  expect([
    change(shop, shop.replace("{kind: process", "{kind: process, out-of-scope: Not ours."), all), change(shop, shop.replace("web: {kind: process, in: net}", "web: {kind: process}"), all),
    change(shop, shop, all, "stage: build\ndepth: full", "stage: design\ndepth: standard"), change(shop, shop, all, "scope: {in: [web]}", "scope: {in: [web], out: [mail]}"), change(shop, `${shop}# other policy\n`, all),
    change(shop, shop.replace(/, net: \{.*\}\}/, "}").replace(", in: net", ""), all).slice(0, 1),
  ]).toEqual([
    ["1 object put out of scope (web) no-loosening: scope"], ["1 object taken out of all boundaries (web) no-loosening: scope"],
    ["the model's depth goes back from full to standard (depth) no-loosening: scope", "the model's stage goes back from build to design (stage) no-loosening: scope"], ["1 part put out of the model's scope (mail) no-loosening: scope"], ["the policy changes in 3 parts (fail-on, gates, no-loosening) no-loosening: policy"],
    ["1 boundary removed (net) no-loosening: scope"],
  ]);
  expect([change(accepted, unsaid), change(unsaid, shop, all)]).toEqual([[], []]);
});
