// Facts on small models: one line says the model, the object and what must be known of it.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { createFactBase } from "./create-fact-base.ts";
import { wordsOf } from "./fact-words.ts";
import { subjectById } from "./subject-by-id.ts";

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

test("[FCT-1] [MOD-3] an element is inside the boundaries that it is in and all around them, and nowhere else", () => {
  expect(facts(`${PLACES}
elements: {db: {kind: store, in: subnet}, both: {kind: store, in: [subnet, account]}, free: {kind: process}}
`, "db.boundary-count", "both.boundary-count", "free.boundary-count", "vpc.member-count", "account.member-count", "internet.member-count")).toEqual({
    "db.boundary-count": "2", "both.boundary-count": "3", "free.boundary-count": "0", "vpc.member-count": "2", "account.member-count": "1", "internet.member-count": "0",
  });
});

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

test("[FCT-3] a boundary that states no trust has that of the one it lies in", () => {
  expect(facts(`${PLACES}  rack: {type: host, in: subnet}
  lab: {type: host}
elements: {db: {kind: store, in: rack}, odd: {kind: process, in: lab}}
`, "rack.trust", "lab.trust", "db.trust", "odd.trust")).toEqual({
    "rack.trust": "restricted", "lab.trust": "unknown", "db.trust": "restricted", "odd.trust": "unknown",
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

test("[FCT-4] an element that says nothing of being internet-facing is reached as drawn; who an external is, or what a network is trusted with, may leave the reach open", () => {
  expect(facts(`${PLACES}  office: {type: network}
elements:
  someone: {kind: external, in: vpc}
  desk: {kind: process, in: office}
  plain: {kind: process, in: vpc}
  called: {kind: process, in: vpc}
  open: {kind: process, in: vpc}
flows: {a: {from: someone, to: called, authentication: token}, b: {from: someone, to: open, authentication: no}}
`, "plain.reach", "called.reach", "open.reach", "desk.reach", "plain.reached-by", "called.reached-by", "desk.reached-by")).toEqual({
    "plain.reach": "none", "called.reach": "authenticated", "open.reach": "unknown (authenticated or anonymous)", "desk.reach": "unknown (none or indirect or authenticated or anonymous)",
    "plain.reached-by": "none", "called.reached-by": "unknown", "desk.reached-by": "unknown",
  });
});

test("[MOD-16] what is retired stays in the lists, but nothing reaches it or comes through it", () => {
  expect(facts(`${PLACES}
elements:
  user: {kind: external, type: human.customer, in: internet}
  old: {kind: process, in: vpc, lifecycle: {state: retired}}
  db: {kind: store, in: subnet}
  next: {kind: process, in: vpc, lifecycle: {state: planned}}
flows: {a: {from: user, to: old, authentication: no}, b: {from: old, to: db}, c: {from: user, to: next, authentication: no}, d: {from: next, to: db, lifecycle: {state: retired}}}
`, "old.reach", "db.reach", "db.inflow-count", "vpc.member-count", "internet.crossing-count", "next.reach")).toEqual({
    "old.reach": "none", "db.reach": "none", "db.inflow-count": "0", "vpc.member-count": "2", "internet.crossing-count": "1", "next.reach": "anonymous",
  });
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

test("[FCT-5] what a flow passes through sees its data unless end-to-end encryption is stated; of an external only what is stated counts", () => {
  expect(facts(`
data: {card: {levels: {confidentiality: secret}, personal: no}}
elements:
  a: {kind: process}
  b: {kind: process}
  proxy: {kind: process, holds: [], handles: []}
  blind: {kind: process, holds: [], handles: []}
  silent: {kind: external}
  holder: {kind: external, holds: [card]}
flows: {f: {from: a, to: b, via: [proxy], carries: [card], response: []}, g: {from: a, to: b, via: [blind], carries: [card], response: [], end-to-end-encryption: yes}}
`, "proxy.confidentiality", "blind.confidentiality", "silent.stored-confidentiality", "silent.confidentiality", "holder.confidentiality", "silent.stored-personal-data")).toEqual({
    "proxy.confidentiality": "high", "blind.confidentiality": "none", "silent.stored-confidentiality": "none", "silent.confidentiality": "none", "holder.confidentiality": "high", "silent.stored-personal-data": "no",
  });
});

test("[FCT-5] a place that does not say what is there leaves open whether data gets to places like it", () => {
  expect(facts(`${PLACES}
data: {a: {personal: no}, b: {personal: no}}
elements: {web: {kind: process, in: vpc, holds: [], handles: []}, them: {kind: external, in: internet}, shop: {kind: process, in: internet, holds: [b], handles: []}}
flows: {f: {from: web, to: them, response: []}}
`, "a.at-external", "a.at-least-trusted", "b.at-least-trusted")).toEqual({ "a.at-external": "unknown", "a.at-least-trusted": "unknown", "b.at-least-trusted": "yes" });
  expect(facts(`${PLACES}
data: {seen: {personal: no}, sealed: {personal: no}}
elements: {web: {kind: process, in: vpc}, api: {kind: process, in: vpc, holds: [], handles: []}, cdn: {kind: external, in: internet}}
flows: {f: {from: web, to: api, via: [cdn], carries: [seen], response: []}, g: {from: web, to: api, via: [cdn], carries: [sealed], response: [], end-to-end-encryption: yes}}
`, "seen.at-external", "sealed.at-external")).toEqual({ "seen.at-external": "yes", "sealed.at-external": "no" });
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

test("[FCT-7] a derivation keeps what its origin is, however long the chain", () => {
  const chain = Array.from({ length: 20_000 }, (_, i) => `  d${i + 1}: {derived-from: [{data: d${i}, by: hashed}]}`).join("\n");
  expect(facts(`data:
  d0: {kind: user.health, personal: {special-category: yes}}
${chain}
  z: {derived-from: [{data: d20000, by: anonymised}]}
elements: {}
`, "d20000.personal-data", "d20000.special-category", "d20000.confidentiality", "d20000.privacy", "z.privacy", "z.special-category")).toEqual({
    "d20000.personal-data": "yes", "d20000.special-category": "yes", "d20000.confidentiality": "low", "d20000.privacy": "high", "z.privacy": "none", "z.special-category": "no",
  });
});

test("[FCT-7] without a level, privacy is that of personal data: none without, high for special categories", () => {
  expect(facts(`
data:
  denied: {kind: user.contact.email, personal: no}
  special: {kind: user.contact.email, personal: {special-category: yes}}
  plain: {kind: user.contact.email}
  unsaid: {personal: yes}
elements: {}
`, "denied.privacy", "special.privacy", "plain.privacy", "unsaid.privacy")).toEqual({
    "denied.privacy": "none", "special.privacy": "high", "plain.privacy": "moderate", "unsaid.privacy": "unknown (moderate or high)",
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
  silent: {from: user, to: web, protocol: https, via: [cdn]}
`, "silent.exposed-in-transit", "direct.exposed-in-transit", "relayed.exposed-in-transit", "sealed.exposed-in-transit", "clear.exposed-in-transit", "unsaid.exposed-in-transit")).toEqual({
    "silent.exposed-in-transit": "yes", "direct.exposed-in-transit": "no", "relayed.exposed-in-transit": "yes", "sealed.exposed-in-transit": "no", "clear.exposed-in-transit": "yes", "unsaid.exposed-in-transit": "unknown",
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

test("[FCT-9] a credential of which nobody says what it opens may open anything", () => {
  expect(facts(`${PLACES}
data: {key: {kind: credential.api-key, levels: {confidentiality: secret}}, note: {personal: no}}
elements: {web: {kind: process, in: vpc, holds: [key], handles: []}, db: {kind: store, in: subnet, holds: [note], handles: []}}
`, "web.opens", "db.opens", "db.opened", "db.opened-by-lower-trust", "web.opened-by-lower-trust")).toEqual({
    "web.opens": "unknown", "db.opens": "none", "db.opened": "unknown", "db.opened-by-lower-trust": "unknown", "web.opened-by-lower-trust": "none",
  });
});

test("[RUL-10] [MOD-5] what an element of its kind cannot have is absent, not unknown", () => {
  expect(facts(`
elements: {them: {kind: external}, db: {kind: store}, web: {kind: process}}
`, "them.input-validation", "them.encryption-at-rest", "db.input-validation", "web.input-validation", "db.encryption-at-rest")).toEqual({
    "them.input-validation": "absent", "them.encryption-at-rest": "absent", "db.input-validation": "absent", "web.input-validation": "unknown", "db.encryption-at-rest": "unknown",
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

test("[FCT-2] what a flow goes through divides it into stretches that cross by themselves", () => {
  expect(facts(`
boundaries: {net: {type: network, trust: untrusted}, edge: {type: network, trust: edge}, inner: {type: network, trust: internal}}
elements: {user: {kind: external, in: net}, proxy: {kind: process, in: edge}, cdn: {kind: external, in: net}, web: {kind: process, in: inner}, api: {kind: process, in: inner}}
flows: {visit: {from: user, to: web, via: [proxy]}, relay: {from: web, to: api, via: [cdn]}, call: {from: web, to: api}}
`, "edge.crossing-count", "net.crossing-count", "inner.crossing-count", "relay.crosses", "call.crosses")).toEqual({
    "edge.crossing-count": "1", "net.crossing-count": "2", "inner.crossing-count": "2", "relay.crosses": "yes", "call.crosses": "no",
  });
});

test("[SCL-6] data without a level has the classes of its kind, the nearest ancestor first, and a stated level comes before them", () => {
  expect(facts(`
data: {card: {kind: user.financial.card}, odd: {kind: user.financial.card, levels: {confidentiality: public}}, bare: {}}
elements: {}
`, "card.confidentiality", "card.integrity", "odd.confidentiality", "bare.confidentiality", "bare.integrity")).toEqual({
    "card.confidentiality": "high", "card.integrity": "moderate", "odd.confidentiality": "none", "bare.confidentiality": "unknown (none or low or moderate or high)", "bare.integrity": "low",
  });
});

test("[MOD-4] what a flow carries goes with the arrow, what it responds with against it, and what it goes through sees both", () => {
  expect(facts(`
data: {up: {levels: {confidentiality: confidential}, personal: no}, down: {levels: {confidentiality: secret}, personal: no}}
elements: {a: {kind: process, holds: [], handles: []}, m: {kind: process, holds: [], handles: []}, b: {kind: process, holds: [], handles: []}}
flows: {f: {from: a, to: b, via: [m], carries: [up], response: [down]}}
`, "a.confidentiality", "m.confidentiality", "b.confidentiality", "f.request-confidentiality", "f.response-confidentiality", "f.via-count", "a.outflow-count", "a.inflow-count")).toEqual({
    "a.confidentiality": "high", "m.confidentiality": "high", "b.confidentiality": "moderate", "f.request-confidentiality": "moderate", "f.response-confidentiality": "high",
    "f.via-count": "1", "a.outflow-count": "1", "a.inflow-count": "0",
  });
});

test("[FCT-12] a copy has the class of what also rests in a store of ours that is trusted more", () => {
  expect(facts(`${PLACES}
data: {plan: {kind: business.strategy}, offer: {kind: public}, note: {levels: {confidentiality: high}}}
scales: {confidentiality: [low, high]}
elements:
  vault: {kind: store, in: subnet, holds: [plan, offer]}
  cache: {kind: store, in: vpc, holds: [plan]}
  site: {kind: store, in: vpc, holds: [offer]}
  desk: {kind: process, in: subnet, holds: [note]}
  pad: {kind: store, in: vpc, holds: [note]}
  lost: {kind: store, in: account, holds: [plan]}
  unsaid: {kind: store, in: vpc}
`, "vault.copied-confidentiality", "cache.copied-confidentiality", "site.copied-confidentiality", "pad.copied-confidentiality", "lost.copied-confidentiality", "unsaid.copied-confidentiality")).toEqual({
    "vault.copied-confidentiality": "none", "cache.copied-confidentiality": "high", "site.copied-confidentiality": "none", "pad.copied-confidentiality": "none",
    "lost.copied-confidentiality": "unknown (none or low or moderate or high)", "unsaid.copied-confidentiality": "unknown (none or low or moderate or high)",
  });
});

test("[FCT-12] a store that does not say what it holds may hold the original", () => {
  expect(facts(`${PLACES}
data: {plan: {kind: business.strategy}}
elements: {cache: {kind: store, in: vpc, holds: [plan]}, unsaid: {kind: store, in: subnet}, beside: {kind: store, in: vpc, holds: []}}
`, "cache.copied-confidentiality", "beside.copied-confidentiality")).toEqual({
    "cache.copied-confidentiality": "unknown (none or low or moderate or high)", "beside.copied-confidentiality": "none",
  });
});

test("[FCT-13] an exposed neighbour is another process of ours in the innermost network that the least trusted level calls", () => {
  expect(facts(`${PLACES}
elements:
  user: {kind: external, type: human.customer, in: internet}
  clerk: {kind: external, type: human.employee, in: vpc}
  open: {kind: process, in: vpc}
  inner: {kind: process, in: vpc}
  db: {kind: store, in: vpc}
  deep: {kind: store, in: subnet}
  faced: {kind: process, in: subnet, internet-facing: yes}
  lab: {kind: process, in: account}
  free: {kind: store}
flows: {a: {from: user, to: open}, b: {from: clerk, to: inner}, c: {from: user, to: lab}}
`, "open.exposed-neighbour", "inner.exposed-neighbour", "db.exposed-neighbour", "deep.exposed-neighbour", "free.exposed-neighbour", "lab.exposed-neighbour")).toEqual({
    "open.exposed-neighbour": "no", "inner.exposed-neighbour": "yes", "db.exposed-neighbour": "yes", "deep.exposed-neighbour": "yes", "free.exposed-neighbour": "no", "lab.exposed-neighbour": "no",
  });
});

test("[FCT-13] where nobody knows how far a caller is trusted, the neighbour may be exposed", () => {
  expect(facts(`${PLACES}
elements: {somebody: {kind: external}, asked: {kind: process, in: vpc}, db: {kind: store, in: vpc}}
flows: {a: {from: somebody, to: asked}}
`, "db.exposed-neighbour", "asked.exposed-neighbour")).toEqual({ "db.exposed-neighbour": "unknown", "asked.exposed-neighbour": "no" });
});

test("[FCT-8] what a flow goes through is known by type once each of them has one", () => {
  expect(facts(`
elements: {user: {kind: external}, filter: {kind: process, type: proxy.waf}, box: {kind: process}, web: {kind: process}}
flows: {a: {from: user, to: web, via: [filter]}, b: {from: user, to: web, via: [filter, box]}, c: {from: user, to: web}}
`, "a.via-type", "b.via-type", "c.via-type")).toEqual({ "a.via-type": "proxy.waf", "b.via-type": "unknown", "c.via-type": "none" });
});

test("[FCT-14] the reach of the senders is the highest of those that bring data, with the arrow or in an answer", () => {
  expect(facts(`${PLACES}
data: {note: {kind: system.log}}
elements:
  user: {kind: external, type: human.customer, in: internet}
  open: {kind: process, in: vpc}
  queue: {kind: store, in: vpc}
  reader: {kind: process, in: vpc}
  mute: {kind: process, in: vpc}
  unsaid: {kind: process, in: vpc}
flows:
  a: {from: user, to: open, carries: [], response: [], authentication: no}
  b: {from: open, to: queue, carries: [note], response: []}
  c: {from: reader, to: queue, carries: [], response: [note]}
  d: {from: open, to: mute, carries: [], response: []}
  e: {from: open, to: unsaid, response: []}
`, "open.sender-reach", "queue.sender-reach", "reader.sender-reach", "mute.sender-reach", "unsaid.sender-reach")).toEqual({
    "open.sender-reach": "none", "queue.sender-reach": "anonymous", "reader.sender-reach": "indirect", "mute.sender-reach": "none", "unsaid.sender-reach": "unknown (none or indirect or authenticated or anonymous)",
  });
});

test("[FCT-16] the types inside a boundary are known once each element of ours in it has one", () => {
  expect(facts(`
boundaries: {vpc: {type: network}, inner: {type: network, in: vpc}, odd: {type: network}, free: {type: network}}
elements:
  node: {kind: process, type: host.container-platform, in: inner}
  web: {kind: process, type: web.application, in: vpc}
  guest: {kind: external, in: vpc}
  box: {kind: process, in: odd}
`, "vpc.member-types", "inner.member-types", "odd.member-types", "free.member-types")).toEqual({
    "vpc.member-types": "host.container-platform, web.application", "inner.member-types": "host.container-platform", "odd.member-types": "unknown", "free.member-types": "none",
  });
});
