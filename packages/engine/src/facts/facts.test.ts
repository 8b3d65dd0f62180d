// Facts on small models: one line says the model, the object and what must be known of it.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { subjectById } from "../ledger/fact-values.ts";
import { wordsOf } from "../rules/trace.ts";
import { createFactBase } from "./create-fact-base.ts";

/** `object.key` to its value in words, unknown with what it could be. */
function facts(yaml: string, ...keys: readonly string[]): Record<string, string> {
  const { model, library } = given(yaml);
  const base = createFactBase(model, library);
  return Object.fromEntries(keys.map((key) => {
    const [id, ...rest] = key.split(".");
    return [key, wordsOf(base.fact(subjectById(id!, base)!, rest.join(".")))];
  }));
}

const PLACES = `
boundaries:
  internet: {type: network, trust: untrusted}
  vpc: {type: network, trust: internal}
  subnet: {type: network, in: vpc, trust: restricted}
  account: {type: account}
`;

test("[FCT-2] a flow crosses the boundaries that have exactly one of its ends inside", () => {
  expect(facts(`${PLACES}
elements: {user: {kind: external, in: internet}, web: {kind: process, in: vpc}, db: {kind: store, in: subnet}}
flows: {visit: {from: user, to: web}, query: {from: web, to: db}}
`, "visit.crosses", "query.crosses", "query.crosses-type", "query.trust-change", "visit.from-least-trusted")).toEqual({
    "visit.crosses": "yes", "query.crosses": "yes", "query.crosses-type": "network", "query.trust-change": "up", "visit.from-least-trusted": "yes",
  });
});

test("[FCT-3] trust is the least over the innermost boundary of each type, unknown where none is stated", () => {
  expect(facts(`${PLACES}
elements: {db: {kind: store, in: subnet}, both: {kind: store, in: [vpc, account]}, free: {kind: process}}
`, "db.trust", "both.trust", "free.trust")).toEqual({
    "db.trust": "restricted", "both.trust": "unknown (untrusted or partner or edge or internal)", "free.trust": "unknown",
  });
});

test("[FCT-4] reach follows the flows: anonymous, authenticated, then indirect", () => {
  expect(facts(`${PLACES}
elements:
  user: {kind: external, type: human.customer, in: internet}
  open: {kind: process, in: vpc}
  shut: {kind: process, in: vpc}
  asked: {kind: process, in: vpc}
  db: {kind: store, in: subnet}
  lonely: {kind: process, in: vpc}
flows:
  a: {from: user, to: open, authentication: no}
  b: {from: user, to: shut, authentication: token}
  c: {from: user, to: asked}
  d: {from: shut, to: db}
`, "open.reach", "shut.reach", "asked.reach", "db.reach", "lonely.reach", "db.reached-by")).toEqual({
    "open.reach": "anonymous", "shut.reach": "authenticated", "asked.reach": "unknown (authenticated or anonymous)",
    "db.reach": "indirect", "lonely.reach": "none", "db.reached-by": "anonymous, customer",
  });
});

test("[FCT-4] a stated internet-facing is a reach of its own; a stated no never beats a drawn path", () => {
  expect(facts(`${PLACES}
elements:
  user: {kind: external, type: human.customer, in: internet}
  claimed: {kind: process, in: vpc, internet-facing: yes, authentication: no}
  denied: {kind: process, in: vpc, internet-facing: no}
flows: {a: {from: user, to: denied, authentication: no}}
`, "claimed.reach", "denied.reach")).toEqual({ "claimed.reach": "anonymous", "denied.reach": "anonymous" });
});

test("[FCT-5] data at an element is what it holds, handles and is sent; it does not pass through by itself", () => {
  expect(facts(`
data: {card: {kind: user.financial.card, levels: {confidentiality: secret}}, note: {levels: {confidentiality: public}, personal: no}}
elements:
  web: {kind: process, holds: [], handles: []}
  api: {kind: process, holds: [], handles: []}
  log: {kind: store, holds: [note], handles: []}
flows: {a: {from: web, to: api, carries: [card], response: []}, b: {from: api, to: log, carries: [note], response: []}}
`, "web.confidentiality", "api.confidentiality", "log.confidentiality", "api.personal-data", "log.personal-data", "a.confidentiality")).toEqual({
    "web.confidentiality": "none", "api.confidentiality": "high", "log.confidentiality": "none", "api.personal-data": "yes", "log.personal-data": "no",
    "a.confidentiality": "high",
  });
});

test("[FCT-6] an unsaid field leaves a class open only where it could raise it", () => {
  expect(facts(`
data: {card: {levels: {confidentiality: secret}, personal: no}, note: {levels: {confidentiality: internal}, personal: no}}
elements: {full: {kind: store, holds: [card]}, part: {kind: store, holds: [note]}, none: {kind: store}}
`, "full.confidentiality", "part.confidentiality", "none.stored-confidentiality")).toEqual({
    "full.confidentiality": "high", "part.confidentiality": "unknown (low or moderate or high)", "none.stored-confidentiality": "unknown (none or low or moderate or high)",
  });
});

test("[FCT-7] what a derivation leaves: tokens are low but personal, aggregates are not personal", () => {
  expect(facts(`
data:
  card: {kind: user.financial.card, levels: {confidentiality: secret}}
  token: {derived-from: [{data: card, by: tokenised}]}
  sums: {derived-from: [{data: card, by: aggregated}]}
`, "token.confidentiality", "token.personal-data", "sums.personal-data", "token.derived")).toEqual({
    "token.confidentiality": "low", "token.personal-data": "yes", "sums.personal-data": "no", "token.derived": "yes",
  });
});

test("[FCT-8] encryption is hop by hop: an intermediary outside sees what goes through it", () => {
  expect(facts(`${PLACES}
elements:
  user: {kind: external, in: internet}
  cdn: {kind: external, in: internet}
  web: {kind: process, in: vpc}
flows:
  direct: {from: user, to: web, protocol: https}
  relayed: {from: user, to: web, protocol: https, via: [cdn], end-to-end-encryption: no}
  sealed: {from: user, to: web, protocol: https, via: [cdn], end-to-end-encryption: yes}
  clear: {from: user, to: web, protocol: http}
  unsaid: {from: user, to: web}
`, "direct.exposed-in-transit", "relayed.exposed-in-transit", "sealed.exposed-in-transit", "clear.exposed-in-transit", "unsaid.exposed-in-transit")).toEqual({
    "direct.exposed-in-transit": "no", "relayed.exposed-in-transit": "yes", "sealed.exposed-in-transit": "no", "clear.exposed-in-transit": "yes", "unsaid.exposed-in-transit": "unknown",
  });
});

test("[FCT-9] privilege reaches where a credential lies", () => {
  expect(facts(`${PLACES}
data:
  key: {kind: credential.api-key, levels: {confidentiality: secret}, credential: {opens: [{at: db, as: write}]}}
  root-key: {kind: credential.api-key, levels: {confidentiality: secret}, credential: {opens: [{at: db, as: administer}]}}
elements:
  web: {kind: process, in: vpc, holds: [key], handles: []}
  vault: {kind: store, in: subnet, holds: [root-key], handles: []}
  db: {kind: store, in: subnet, holds: [], handles: []}
`, "web.opens", "db.opened", "db.opened-by-lower-trust", "web.stored-credentials", "db.opens")).toEqual({
    "web.opens": "write", "db.opened": "administer", "db.opened-by-lower-trust": "write", "web.stored-credentials": "yes", "db.opens": "none",
  });
});

test("[MOD-8] a policy forbids what it does not list; a protocol nobody stated is unknown, not forbidden", () => {
  expect(facts(`
boundaries: {inner: {type: network, trust: restricted, policy: {in: listed, out: none, protocols: [https], flows: [named]}}}
elements: {a: {kind: process}, b: {kind: store, in: inner}}
flows: {named: {from: a, to: b}, spoken: {from: a, to: b, protocol: https}, other: {from: a, to: b, protocol: ssh}, unsaid: {from: a, to: b}, back: {from: b, to: a, protocol: https}}
`, "named.forbidden-crossing", "spoken.forbidden-crossing", "other.forbidden-crossing", "unsaid.forbidden-crossing", "back.forbidden-crossing")).toEqual({
    "named.forbidden-crossing": "no", "spoken.forbidden-crossing": "no", "other.forbidden-crossing": "yes", "unsaid.forbidden-crossing": "unknown", "back.forbidden-crossing": "yes",
  });
});
