// What each step needs and costs, told on small models: one line per hop.
import { attackKnowledge, given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { attackPaths, type AttackPathOptions } from "./attack-paths.ts";
import { TECHNIQUES } from "./techniques.ts";

const SCALES = "scales: {confidentiality: [public, internal, confidential, secret]}\n";
const PARTS = `${SCALES}
data: {card: {title: Card, kind: business.order, levels: {confidentiality: secret}}}
boundaries: {net: {type: network, trust: untrusted}, in: {type: network, trust: internal}}
`;

function paths(yaml: string, options: Partial<AttackPathOptions> = {}) {
  const { model, library, diagnostics } = given(yaml);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return attackPaths(model, library, { at: "2026-01-01", to: ["card"], ...options });
}

/** `cost step text` for each hop. */
function hops(yaml: string, options: Partial<AttackPathOptions> = {}): readonly string[] {
  const { paths: [first] } = paths(yaml, options);
  return (first?.hops ?? []).map(({ step, text, cost, needs }) => `${cost} ${step}: ${text}${needs.length > 0 ? ` (${needs.join()})` : ""}`);
}

test("[PTH-1] each technique of a step is live in ATT&CK 19.1 or ATLAS under that name and serves that tactic", () => {
  const catalogues = attackKnowledge().catalogues.filter(({ domain, version }) => domain === "atlas" || (domain === "enterprise-attack" && version === "19.1"));
  const techniques = catalogues.flatMap((catalogue) => catalogue.techniques);
  const tactics = catalogues.flatMap((catalogue) => catalogue.tactics);
  const wrong = Object.values(TECHNIQUES).filter(({ technique, tactic }) => {
    const live = techniques.find(({ id, status }) => id === technique.id && status === undefined);
    const named = tactics.find(({ id }) => id === tactic.id);
    return live?.name !== technique.name || !live.tactics?.includes(tactic.shortname) || named?.name !== tactic.name || named.shortname !== tactic.shortname;
  });
  expect(wrong).toEqual([]);
});

const DIRECT = `${PARTS}
elements: {user: {kind: external, actor: customer, in: net}, api: {kind: process, in: in, holds: [card], handles: [], patching: scheduled, input-validation: no}}
flows: {ask: {from: user, to: api, carries: [], response: [], encryption-in-transit: yes, authentication: AUTH}}
`;

test("[PTH-2] where nobody asks who calls, a flaw is found more easily than where somebody does", () => {
  expect(hops(DIRECT.replace("AUTH", "no"), { from: "anonymous" })).toEqual([
    "0 reach: Reach api by ask", "0 authenticate: Be let in over ask, since nobody asks (1)", "4 exploit: Take over api through a flaw, as a caller who is let in (2)",
    "1 read: Take Card from api (3)", "1 exfiltrate: Carry Card out of api (4)",
  ]);
  expect(hops(DIRECT.replace("AUTH", "token"), { from: "anonymous" })[1]).toBe("6 exploit: Take over api through a flaw (1)");
});

test("[PTH-2] what is stated against a step makes it dearer, what is not stated counts as not there and is named as a question", () => {
  const { paths: [path] } = paths(DIRECT.replace("AUTH", "no").replace("input-validation: no", "input-validation: yes").replace("patching: scheduled, ", ""), { from: "anonymous" });
  const exploit = path!.hops.find(({ step }) => step === "exploit")!;
  expect([exploit.cost, exploit.barriers, exploit.assumed, path!.assumed]).toEqual([5, [{ object: "api", title: "api", key: "input-validation", value: "yes", adds: 1 }], ["patching@api"], true]);
});

const CREDENTIAL = `${SCALES}
data:
  card: {title: Card, kind: business.order, levels: {confidentiality: secret}}
  key: {title: Key, kind: credential.database, levels: {confidentiality: internal}, credential: {lifetime: long, rotation: manual, opens: [{at: db, as: read}]}}
boundaries: {net: {type: network, trust: untrusted}, in: {type: network, trust: internal}}
elements:
  user: {kind: external, actor: customer, in: net}
  web: {kind: process, in: in, holds: [key], handles: [], secret-storage: environment, patching: scheduled, input-validation: no}
  db: {kind: store, in: in, holds: [card], handles: [], patching: scheduled}
flows: {ask: {from: user, to: web, carries: [], response: [], authentication: no, encryption-in-transit: yes}}
`;

test("[PTH-2] a credential at a taken element opens what is in the same network, where both are needed at once", () => {
  expect(hops(CREDENTIAL, { from: "anonymous" })).toEqual([
    "0 reach: Reach web by ask", "0 authenticate: Be let in over ask, since nobody asks (1)", "4 exploit: Take over web through a flaw, as a caller who is let in (2)",
    "1 steal-credential: Take Key from web (3)", "1 assume-role: Use Key to read at db (3,4)", "1 read: Read Card at db (5)", "1 exfiltrate: Carry Card out of db (6)",
  ]);
});

test("[PTH-2] who starts somewhere with an account of its own uses it, and whoever has taken over an element starts there", () => {
  const yaml = DIRECT.replace("AUTH", "session").replace("response: []", "response: [card]");
  expect(hops(yaml, { from: "customer" })).toEqual(["0 reach: Reach api by ask", "1 authenticate: Use an own account over ask (1)", "1 read: Read Card that ask answers with (2)"]);
  expect(hops(yaml, { from: "api" })).toEqual(["1 read: Take Card from api", "1 exfiltrate: Carry Card out of api (1)"]);
});

test("[PTH-2] data is read on a wire that is not encrypted by whoever is in a network of an end", () => {
  const yaml = DIRECT.replace("AUTH", "mutual-tls").replace("encryption-in-transit: yes", "encryption-in-transit: no").replace("carries: []", "carries: [card]");
  expect(hops(yaml, { from: "anonymous" })).toEqual(["4 read: Listen to Card on ask"]);
});

test("[PTH-2] a flow that a policy forbids is harder to reach by, and the boundary that forbids it is named", () => {
  const yaml = DIRECT.replace("AUTH", "no").replace("in: {type: network, trust: internal}", "in: {type: network, trust: internal, policy: {in: none}}");
  const [reach] = paths(yaml, { from: "anonymous" }).paths[0]!.hops;
  expect([reach!.cost, reach!.barriers]).toEqual([2, [{ object: "in", title: "in", key: "policy", value: "does not allow ask", adds: 2 }]]);
});

test("[PTH-2] an open threat with a technique of the step makes it cheaper, and one that is dismissed does not", () => {
  const yaml = DIRECT.replace("AUTH", "no");
  const human = "\nthreats: {hole: {title: A hole, at: api, attack: [{id: T1190, role: exploitation, why: It is known.}]}}";
  expect(hops(`${yaml}${human}`, { from: "anonymous" })[2]).toBe("2 exploit: Take over api through a flaw, as a caller who is let in (2)");
  expect(paths(`${yaml}${human}`, { from: "anonymous" }).paths[0]!.hops[2]!.openings).toEqual(["hole"]);
  expect(hops(`${yaml}${human}\ndecisions: {hole: {state: false-positive, reason: It is none.}}`, { from: "anonymous" })[2]).toBe("4 exploit: Take over api through a flaw, as a caller who is let in (2)");
});

test("[PTH-4] without a name the crown jewels are what has class high, else the worst class there is", () => {
  const { jewels } = paths(CREDENTIAL, { to: undefined as never });
  expect(jewels).toEqual([{ kind: "data", id: "card", title: "Card", property: "confidentiality", class: "high" }]);
  expect(paths(CREDENTIAL.replace("confidentiality: secret", "confidentiality: confidential"), { to: undefined as never }).jewels.map(({ id, class: is }) => `${id} ${is}`)).toContain("card moderate");
});

test("[PTH-5] ids are made of who, what and which property, with the rank behind; pairs without a path are told", () => {
  const yaml = DIRECT.replace("AUTH", "no").replace("api: {", "calm: {kind: store, in: in, holds: [], handles: []}, api: {");
  const found = paths(yaml, { k: 2 });
  expect(found.paths.filter(({ entry }) => entry === "anonymous").map(({ id, cost }) => `${id} ${cost}`)).toEqual([
    "anonymous..card+confidentiality 6", "anonymous..card+confidentiality.2 8", "anonymous..card+integrity 5", "anonymous..card+integrity.2 7",
  ]);
  expect(paths(yaml, { to: ["calm"], from: "customer" }).blocked).toEqual(["customer..calm+availability", "customer..calm+integrity"]);
});

test("[PTH-4] everybody can do what strangers can, and sending data by right is the only change of it that is no attack", () => {
  const calm = DIRECT.replace("AUTH", "no").replace("api: {", "calm: {kind: external, actor: partner, in: net}, api: {");
  expect(paths(calm, { from: "partner" }).paths.map(({ id, cost }) => `${id} ${cost}`)).toEqual(["partner..card+confidentiality 6", "partner..card+integrity 5"]);
  const sent = DIRECT.replace("AUTH", "no").replace("carries: []", "carries: [card]");
  const change = (from: string) => paths(sent, { from }).paths.find(({ property }) => property === "integrity")!.hops.at(-1)!.text;
  expect([change("anonymous"), change("customer")]).toEqual(["Send false Card over ask", "Change Card at api"]);
});

const AGENT = `${PARTS.replace("data: {", "data: {letter: {title: Letter, kind: business.order, levels: {confidentiality: internal}}, ")}
elements:
  user: {kind: external, actor: customer, in: net}
  desk: {kind: process, in: in, holds: [], handles: [], patching: automatic}
  post: {kind: store, type: queue, in: in, holds: [letter], handles: [], patching: automatic}
  robot: {kind: process, type: llm.agent, in: in, holds: [], handles: [], patching: automatic}
  vault: {kind: store, in: in, holds: [card], handles: [], patching: automatic}
flows:
  write: {from: user, to: desk, carries: [letter], response: [], encryption-in-transit: yes, authentication: no, input-validation: yes}
  put: {from: desk, to: post, carries: [letter], response: [], encryption-in-transit: yes, authentication: AUTH, input-validation: yes}
  fetch: {from: robot, to: post, carries: [], response: [letter], encryption-in-transit: yes, authentication: token, input-validation: yes}
  look: {from: robot, to: vault, carries: [], response: [card], encryption-in-transit: yes, authentication: token, authorization: role, human-approval: no, input-validation: yes}
`;

test("[PTH-2] whoever gets text to a language model that acts, through queues too, has it use what it may, unless a person looks first", () => {
  expect(hops(AGENT.replace("AUTH", "token"), { from: "anonymous" })).toEqual([
    "0 reach: Reach desk by write", "0 authenticate: Be let in over write, since nobody asks (1)", "2 exploit: Steer robot with what it reads as Letter (2)",
    "1 authenticate: Make robot use look (3)", "1 read: Read Card that look answers with (4)", "1 exfiltrate: Carry Card out of robot (5)",
  ]);
  const approved = AGENT.replace("AUTH", "token").replace("human-approval: no", "human-approval: yes");
  expect(hops(approved, { from: "anonymous" })[3]).toBe("4 authenticate: Make robot use look (3)");
});

test("[PTH-2] in the network of a queue whose senders nobody asks, one is taken for a sender; signed messages make it dear", () => {
  const from = { from: "vault", to: ["letter"] };
  const open = AGENT.replace("levels: {confidentiality: internal}", "levels: {confidentiality: secret, integrity: critical}").replace("scales: {", "scales: {integrity: cia-integrity, ");
  const last = (yaml: string) => paths(yaml, from).paths.find(({ property }) => property === "integrity")!.hops.slice(-2).map(({ cost, text }) => `${cost} ${text}`);
  expect(last(open.replace("AUTH", "no"))).toEqual(["1 Be taken for desk over put, since nobody asks", "1 Send false Letter over put"]);
  expect(last(open.replace("authentication: AUTH, ", "authentication: no, message-signing: yes, "))[0]).toBe("4 Be taken for desk over put, since nobody asks");
  expect(last(open.replace("authentication: AUTH, ", ""))[0]).toBe("1 Be taken for desk over put, if nobody asks");
});

test("[PTH-2] a service that its provider runs is far harder to take over through a flaw", () => {
  const exploit = (type: string) => paths(DIRECT.replace("AUTH", "no").replace("kind: process,", `kind: store, ${type}`).replace(", input-validation: no", ""), { to: ["api"], from: "anonymous" }).paths[0]!.hops.at(-1)!.cost;
  expect([exploit(""), exploit("type: datastore.object.s3,")]).toEqual([4, 10]);
});

test("[PTH-6] choke points, the only barrier and the best cuts are told", () => {
  const found = paths(CREDENTIAL.replace("input-validation: no", "input-validation: yes"), { from: "anonymous" });
  expect(found.chokePoints.map(({ target }) => target.id)).toEqual(["ask", "db", "key", "web"]);
  expect(found.soleControls.map(({ object, key, paths: of }) => `${object}.${key} ${of.length}`)).toEqual(["web.input-validation 1"]);
  expect(found.cuts.filter(({ blocks }) => blocks.length > 0).map(({ id }) => id)).toEqual(["keep-away@key+web", "keep-out@card+db", "narrow@key"]);
});

test("[PTH-8] where a limit is reached the result is partial and says why", () => {
  const data = Array.from({ length: 41 }, (_, i) => `d${i}: {kind: business.order, levels: {confidentiality: secret}}`).join(", ");
  const found = paths(`${SCALES}data: {${data}}`, { to: undefined as never });
  expect([found.partial, found.reasons, found.jewels.length]).toEqual([true, ["Only the first 40 of 41 jewels were looked at; name others."], 40]);
});
