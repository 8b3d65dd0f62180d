// Decisions written, confirmed, matched in bulk; in the right file, with the facts they rest on.
import { expect, test } from "vitest";
import { confirmDecision, staleAlike, type ConfirmOptions } from "../src/decide/confirm-decision.ts";
import { decidableModel, decide, decideMany, type DecideOptions, type SaidDecision } from "../src/decide/decide.ts";
import { chooseThreatDialogue, decideDialogue } from "../src/decide/decide-dialogue.ts";
import { findSubject } from "../src/decide/decision-subject.ts";
import { playDialogue } from "../src/testing/play-dialogue.ts";
import { fewRules } from "./few-rules.ts";
import { place as placeWithAllRules, type Place } from "./place.ts";

const model = `merlon: 1
id: shop
boundaries:
  internet: {type: network, trust: untrusted}
  inside: {type: network, trust: internal}
elements:
  shopper: {kind: external, type: human.customer, in: internet}
  web: {kind: process, type: web.application, in: inside}
flows:
  visit: {from: shopper, to: web, protocol: http, authentication: no, carries: [], response: []}
  enter: {from: shopper, to: web, protocol: http, authentication: session, carries: [], response: []}
threats:
  gossip: {title: Staff talk}
`;

async function place(files: Readonly<Record<string, string>>): Promise<Place> {
  const here = await placeWithAllRules(files);
  return { ...here, session: fewRules(here.session) };
}

async function decideOne(here: Place, id: string, said: SaidDecision, options: DecideOptions = {}) {
  const decidable = await decidableModel(".", here.session);
  return decide(findSubject(id, decidable, here.session), said, decidable, here.session, options);
}

async function decisions(here: Place): Promise<string | undefined> {
  return (await here.files())["decisions.yaml"];
}

const accepted: SaidDecision = { state: "accept", reason: "Test only", owner: "ops", until: "2027-01-01" };

test("[DEC-1] a decision is filed with the facts it rests on, and closes its threat", async () => {
  const here = await place({ "model.yaml": model });
  const made = await decideOne(here, "open-door@visit", accepted);
  expect(await decisions(here)).toBe(`decisions:
  open-door@visit:
    state: accept
    reason: Test only
    owner: ops
    at: 2026-06-01
    until: 2027-01-01
    facts: {flow.authentication: no, source.kind: external}
`);
  expect([made.statuses.map(({ state }) => state), made.diagnostics]).toEqual([["valid"], []]);
});

test("[DEC-6] an acceptance that lacks something is refused with what it lacks, or told when it is forced", async () => {
  const here = await place({ "model.yaml": model });
  await expect(decideOne(here, "open-door@visit", { state: "accept", owner: "ops" })).rejects.toMatchObject({
    code: "A4015", message: "The acceptance of open-door@visit (medium) is not as the policy asks: it has no reason, no until.", hint: "Give --reason, --until, or say --force to write it as it is.",
  });
  await expect(decideOne(here, "open-door@visit", { ...accepted, until: "2026-05-31" })).rejects.toMatchObject({ message: "2026-05-31 is over: today is 2026-06-01." });
  expect(await decisions(here)).toBe(undefined);
  const { diagnostics } = await decideOne(here, "open-door@visit", { state: "accept" }, { force: true });
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(["E3010 The acceptance of open-door@visit (medium) has no owner, no reason, no until."]);
});

test("[DEC-6] what is confirmed is held to the policy too, and what has expired is not confirmed without a later day", async () => {
  const here = await place({ "model.yaml": model, "policy.yaml": "acceptance: {medium: {approvals: 1}}\n", "decisions.yaml": "decisions:\n  open-door@visit: {state: accept, reason: Test only, owner: ops, until: 2026-05-01}\n" });
  const confirm = async (options: ConfirmOptions) => confirmDecision("open-door@visit", await decidableModel(".", here.session), here.session, options);
  await expect(confirm({ approved: ["eve"] })).rejects.toMatchObject({ message: "The decision on open-door@visit holds until 2026-05-01, and today is 2026-06-01.", hint: "Give a later day with --until." });
  await expect(confirm({ until: "2026-12-01" })).rejects.toMatchObject({ hint: "Give --approved, or say --force to write it as it is." });
  const { decision, statuses } = await confirm({ until: "2026-12-01", approved: ["eve"] });
  expect([decision.until, decision.approved, statuses.map(({ state }) => state)]).toEqual(["2026-12-01", ["eve"], ["valid"]]);
});

test("the same verdict again keeps what is not said anew, another one starts afresh; remarks stay", async () => {
  const file = "# ours\ndecisions:\n  open-door@visit:\n    state: accept # for now\n    reason: Test only\n    owner: ops\n    tickets: [A-1]\n    x-note: kept\n";
  const here = await place({ "model.yaml": model, "decisions/old.yaml": file });
  await decideOne(here, "open-door@visit", { state: "accept", until: "2027-01-01" });
  const again = (await here.files())["decisions/old.yaml"];
  expect(again).toBe(`${file}    at: 2026-06-01\n    until: 2027-01-01\n    facts: {flow.authentication: no, source.kind: external}\n`);
  await decideOne(here, "open-door@visit", { state: "mitigate", due: "2026-12-01" });
  expect((await here.files())["decisions/old.yaml"]).toBe("# ours\ndecisions:\n  open-door@visit:\n    state: mitigate # for now\n    owner: ops\n    tickets: [A-1]\n    x-note: kept\n    at: 2026-06-01\n    facts: {flow.authentication: no, source.kind: external}\n    due: 2026-12-01\n");
});

test("a person's threat, a cell, and a threat that is still a question can be decided", async () => {
  const here = await place({ "model.yaml": model.replace(" authentication: no,", "") });
  const human = await decideOne(here, "gossip", { state: "open" });
  const cell = await decideOne(here, "S@enter", { state: "not-applicable", reason: "Nobody is let in." });
  const question = await decideOne(here, "open-door@visit", { state: "not-applicable", reason: "Never open." });
  expect([human.decision.facts, cell.decision.facts, question.decision.facts]).toEqual([
    undefined, { "enter.authentication": "session" }, { "flow.authentication": "unknown", "source.kind": "external" },
  ]);
  expect([human, cell, question].map(({ statuses }) => statuses.map(({ state }) => state))).toEqual([["valid"], ["valid"], ["valid"]]);
});

test("what is no threat is refused with the nearest", async () => {
  const here = await place({ "model.yaml": model });
  await expect(decideOne(here, "open-dor@visit", accepted)).rejects.toThrow(expect.objectContaining({ code: "A4009", hint: "Did you mean `open-door`?" }));
  await expect(decideOne(here, "S@vist", accepted)).rejects.toThrow(expect.objectContaining({ code: "A4009", hint: "Did you mean `S@visit`?" }));
  await expect(decideOne(here, "open-door@enter", accepted)).rejects.toThrow("There is no threat open-door@enter now: the rule comes out as checked.");
  await expect(decideOne(here, "open-door@visit", { ...accepted, until: "soon" })).rejects.toThrow("`soon` is not a day.");
  await expect(decideOne(here, "open-door@visit", { ...accepted, because: ["wal"] })).rejects.toThrow("There is no control or assumption `wal`.");
  expect(Object.keys(await here.files())).toEqual(["model.yaml"]);
});

test("[DEC-2] confirming a stale decision rests it on the facts of today, together with those that are stale alike", async () => {
  const stale = (rule: string) => `  ${rule}@visit:\n    state: mitigate\n    facts: {source.kind: process}\n`;
  const here = await place({ "model.yaml": model, "decisions.yaml": `decisions:\n${stale("open-door")}${stale("plain-wire")}  open-door@enter: {state: open}\n` });
  const decidable = await decidableModel(".", here.session);
  expect(staleAlike("open-door@visit", decidable)).toEqual(["plain-wire@visit"]);
  const made = await confirmDecision("open-door@visit", decidable, here.session, { by: "dana" });
  expect([made.before?.facts, made.decision, made.statuses.map(({ state }) => state)]).toEqual([
    { "source.kind": "process" }, { state: "mitigate", at: "2026-06-01", by: "dana", facts: { "flow.authentication": "no", "source.kind": "external" } }, ["valid"],
  ]);
  await expect(confirmDecision("plain-wire@enter", decidable, here.session)).rejects.toThrow("Nothing is decided about plain-wire@enter.");
});

test("[DEC-5] a bulk decision covers what matches and has none of its own; what matches later is taken in when confirmed", async () => {
  const here = await place({ "model.yaml": model, "decisions.yaml": "decisions:\n  plain-wire@enter: {state: open}\n" });
  const made = await decideMany({ rule: "plain-wire" }, { state: "mitigate", owner: "ops" }, await decidableModel(".", here.session), here.session);
  expect([made.key, made.decision.expanded]).toEqual(["mitigate-plain-wire", ["plain-wire@visit"]]);
  await here.write({ "model.yaml": model.replace("flows:\n", "flows:\n  late: {from: shopper, to: web, protocol: http, authentication: session, carries: [], response: []}\n") });
  const confirmed = await confirmDecision("mitigate-plain-wire", await decidableModel(".", here.session), here.session);
  expect(confirmed.decision.expanded).toEqual(["plain-wire@late", "plain-wire@visit"]);
  await expect(decideMany({ rule: "plain-wires" }, { state: "open" }, await decidableModel(".", here.session), here.session)).rejects.toThrow("There is no rule `plain-wires`.");
});

test("[IDT-9] what is proposed at a part of a split element is a decision once it is confirmed; what is gone cannot be confirmed", async () => {
  const split = model.replace("elements:\n", "elements:\n  api: {kind: process, type: web.application, in: inside, split-from: web}\n").replace("flows:\n", "flows:\n  call: {from: shopper, to: api, protocol: https, carries: [], response: []}\n");
  const here = await place({ "model.yaml": split, "decisions.yaml": "decisions:\n  S@web: {state: not-applicable, reason: Known, by: ana}\n  plain-wire@entrance: {state: open}\n" });
  const confirmed = await confirmDecision("S@api", await decidableModel(".", here.session), here.session, { by: "dana" });
  expect([confirmed.decision.state, confirmed.decision.reason, confirmed.decision.by, confirmed.statuses.map(({ key, state }) => [key, state])]).toEqual(["not-applicable", "Known", "dana", [["S@api", "valid"]]]);
  await expect(confirmDecision("plain-wire@entrance", await decidableModel(".", here.session), here.session)).rejects.toThrow("is not in the model, so there is nothing to confirm");
});

test("a decision in a model of one file stays in it; an older id leads to it", async () => {
  const here = await place({ "shop.yaml": `${model.replace("visit: {", "visit: {formerly: [look], ")}decisions:\n  open-door@look: {state: open}\n` });
  const decidable = await decidableModel("shop.yaml", here.session);
  await decide(findSubject("open-door@visit", decidable, here.session), { state: "mitigate" }, decidable, here.session);
  expect((await here.files())["shop.yaml"]?.split("decisions:\n")[1]).toBe("  open-door@look: {state: mitigate, at: 2026-06-01, facts: {flow.authentication: no, source.kind: external}}\n");
});

test("a conversation asks for what the verdict needs", async () => {
  const here = await place({ "model.yaml": model });
  const decidable = await decidableModel(".", here.session);
  const { result: id } = await playDialogue(() => chooseThreatDialogue(decidable.analysis.threats), ["medium: open-door, at visit"]);
  const subject = findSubject(id ?? "", decidable, here.session);
  const accept = await playDialogue(() => decideDialogue(subject, decidable, here.session.at), ["We live with it", "Test only", "ops", "2027-01-01", "", "Yes"]);
  expect([id, accept.result]).toEqual(["open-door@visit", { state: "accept", reason: "Test only", owner: "ops", until: "2027-01-01" }]);
  const wrong = await playDialogue(() => decideDialogue(subject, decidable, here.session.at), ["The rule is wrong here", "It asks the wrong thing", "dana", "No"]);
  expect([wrong.asked, wrong.result]).toEqual([["What is decided?", "Why?", "Who decides this?", "Write it down?"], undefined]);
});
