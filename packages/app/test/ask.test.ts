// Questions answered, alone and in conversation: what is written, and what it changes.
import type { Question } from "@merlon/schema";
import { expect, test } from "vitest";
import { answered, answerSaver, askableModel, readTypedAnswers, type TypedAnswers } from "../src/ask/answer-questions.ts";
import { askDialogue, rememberedStates } from "../src/ask/ask-dialogue.ts";
import { askValue } from "../src/ask/ask-value.ts";
import type { GivenAnswer } from "../src/ask/ask-state.ts";
import { playDialogue } from "../src/testing/play-dialogue.ts";
import { fewRules } from "./few-rules.ts";
import { place as placeWithAllRules, type Place } from "./place.ts";

async function place(files: Readonly<Record<string, string>>): Promise<Place> {
  const here = await placeWithAllRules(files);
  return { ...here, session: fewRules(here.session) };
}

const model = `merlon: 1
id: shop
depth: sketch
data:
  order: {kind: business.order, levels: {confidentiality: confidential, integrity: high}}
boundaries:
  internet: {type: network, trust: untrusted}
  inside: {type: network, trust: internal}
elements:
  shopper: {kind: external, type: human.customer, in: internet}
  web: {kind: process, type: web.application, in: inside} # front
  api: {kind: process, type: api, in: inside}
flows:
  visit: # main entrance
    from: shopper
    to: web
    carries: [order]
    response: [order]
  call: {from: shopper, to: api, protocol: https, carries: [order], response: []}
`;

async function open(here: Place) {
  return askableModel(".", here.session);
}

async function write(here: Place, typed: Partial<TypedAnswers>): Promise<string> {
  const askable = await open(here);
  await answerSaver(askable, here.session)(readTypedAnswers(askable, { single: [], alike: [], ...typed }, here.session));
  return (await here.files())["model.yaml"] ?? "";
}

test("[EDT-1] an answer is one line at its object", async () => {
  const here = await place({ "model.yaml": model });
  const text = await write(here, { single: [{ question: "encryption-in-transit@visit", text: "No" }], alike: [{ key: "authentication", text: "session" }] });
  expect(text).toBe(model.replace("    response: [order]\n", "    response: [order]\n    encryption-in-transit: no\n    authentication: session\n").replace("response: []}", "response: [], authentication: session}"));
});

test("what an answer opens and clears is told", async () => {
  const here = await place({ "model.yaml": model });
  const askable = await open(here);
  const { effects } = answered(askable, readTypedAnswers(askable, { single: [{ question: "encryption-in-transit@visit", text: "no" }], alike: [] }, here.session), here.session);
  expect([effects.opened.map(({ id }) => id), effects.cleared, effects.questionsLeft]).toEqual([["plain-wire@visit"], [], 2]);
});

test("what is alike can be said once, at the boundary around", async () => {
  const here = await place({ "model.yaml": `${model}  there: {from: web, to: api, carries: []}\n  back: {from: api, to: web, carries: []}\n` });
  await expect(write(here, { alike: [{ key: "authentication", text: "token" }], asDefault: true })).rejects.toThrow("No boundary can hold one default for call, visit.");
  expect(await write(here, { alike: [{ key: "timeouts", text: "yes" }], asDefault: true })).toContain("  inside: {type: network, trust: internal, inside: {timeouts: yes}}\n");
});

test("a question that nobody asks is refused with the nearest", async () => {
  const here = await place({ "model.yaml": model });
  await expect(write(here, { single: [{ question: "encryption-in-transt@visit", text: "no" }] })).rejects.toThrow(expect.objectContaining({ code: "A4009", hint: "Did you mean `encryption-in-transit@visit`?" }));
  await expect(write(here, { single: [{ question: "authentication@visit", text: "sesion" }] })).rejects.toThrow(expect.objectContaining({ code: "A4015", hint: "There is no `sesion`; did you mean `session`?" }));
  expect((await here.files())["model.yaml"]).toBe(model);
});

async function converse(here: Place, replies: readonly (string | readonly string[])[]) {
  const askable = await open(here);
  const stateOf = rememberedStates(askable.loaded, here.session);
  const played = await playDialogue(() => askDialogue("sketch", stateOf), replies);
  return { ...played, kept: played.kept.map((answers) => ((answers ?? []) as readonly GivenAnswer[]).map(({ questions, value }) => `${questions.join("+")}=${String(value)}`)) };
}

test("[QUE-1] a conversation asks one for all that are alike, and judges anew after each answer", async () => {
  const here = await place({ "model.yaml": model });
  const { asked, result, kept } = await converse(here, ["One answer for all of them", "Session", "Yes"]);
  expect(asked).toEqual(["How does the caller of call and visit prove who it is?", "How does the caller of call and visit prove who it is?", "Is the traffic of visit encrypted on the way?"]);
  expect(result?.answers.map(({ questions }) => questions)).toEqual([["authentication@call"], ["authentication@visit"], ["encryption-in-transit@visit"]]);
  expect(kept.at(-1)).toEqual(["authentication@call=session", "authentication@visit=session", "encryption-in-transit@visit=yes"]);
});

test("some, one by one, nobody knows, skip, back and stop", async () => {
  const here = await place({ "model.yaml": model });
  const some = await converse(here, ["One answer for some of them", ["visit"], "None", "I don't know", "Skip this for now"]);
  expect([some.asked[3], some.result?.answers.map(({ questions, value }) => `${questions.join()}=${String(value)}`), some.result?.leftOpen]).toEqual([
    "How does the caller of call prove who it is?", ["authentication@visit=no", "authentication@call=unknown"], ["authentication@call", "encryption-in-transit@visit"],
  ]);
  const each = await converse(here, ["One by one", "Session", "Stop here"]);
  expect([each.result?.answers.length, each.asked.length]).toEqual([1, 3]);
  const back = await converse(here, ["One answer for all of them", "Session", "<", "None", "Stop here"]);
  expect(back.kept).toEqual([["authentication@call=session", "authentication@visit=session"], [], ["authentication@call=no", "authentication@visit=no"]]);
});

test("what is said instead of choosing is no choice among the others", async () => {
  const here = await place({ "model.yaml": model });
  const { loaded } = await open(here);
  const question = { key: "carries", kind: "data", target: { kind: "flow", id: "call", title: "call" }, answers: [] } as unknown as Question; // what is asked
  const said = async (reply: string | readonly string[]) => (await playDialogue(() => askValue(question, "What?", loaded), [reply])).result;
  expect([await said(["order"]), await said("None of these"), await said("I don't know"), await said("Skip this for now"), await said("Stop here")]).toEqual([{ value: ["order"] }, { value: [] }, { value: "unknown" }, "skip", "stop"]);
  await expect(said(["order", "Skip this for now"])).rejects.toThrow("does not offer");
});

test("one answer for everything in a boundary, in a conversation", async () => {
  const here = await place({ "model.yaml": `${model.replaceAll("shopper, to", "web, to").replaceAll("from: shopper", "from: web")}  more: {from: api, to: web, carries: []}\n` });
  const askable = await open(here);
  const { result } = await playDialogue(() => askDialogue("full", rememberedStates(askable.loaded, here.session)), ["One answer for everything in inside", "Yes"]);
  expect(result?.answers.map(({ questions, inside, edits }) => [questions.length, inside, edits.map(({ path }) => path.join("."))])).toEqual([[3, "inside", ["boundaries.inside.inside.timeouts"]]]);
});

test("what was kept is saved each time, also when it is taken back", async () => {
  const here = await place({ "model.yaml": model });
  const askable = await open(here);
  const save = answerSaver(askable, here.session);
  const answers = readTypedAnswers(askable, { single: [{ question: "encryption-in-transit@visit", text: "no" }], alike: [] }, here.session);
  await save(answers);
  expect((await here.files())["model.yaml"]).toContain("encryption-in-transit: no\n");
  await save([]);
  expect((await here.files())["model.yaml"]).toBe(model);
});

test("answers about data and its nested maps", async () => {
  const secret = "merlon: 1\nid: s\ndata:\n  key: {kind: credential.api-key, levels: {confidentiality: secret}}\n  note: {levels: {confidentiality: secret}}\nelements:\n  a: {kind: process, holds: [key, note]}\n";
  const here = await place({ "model.yaml": secret });
  const { loaded } = await open(here);
  const { answerEdits } = await import("../src/ask/answer-edits.ts");
  const edits = (key: string, id: string, value: unknown) => answerEdits({ key, target: { kind: "data", id, title: id } } as Question, value, loaded).map(({ path, value: written }) => [path.join("."), written]);
  expect([edits("lifetime", "key", "short"), edits("levels", "note", { integrity: "high" }), edits("kind", "note", "unknown"), edits("personal", "note", "unknown")]).toEqual([
    [["data.key.credential", { lifetime: "short" }]], [["data.note.levels.integrity", "high"]], [], [["data.note.personal", "unknown"]],
  ]);
});

test("[QUE-6] what nobody waits for can be stated too; what is stated already or does not apply is refused", async () => {
  const here = await place({ "model.yaml": model });
  const answer = (question: string, text: string) => write(here, { single: [{ question, text }] });
  await expect(answer("authentication@web", "maybe")).rejects.toThrow(expect.objectContaining({ code: "A4015" }));
  await expect(answer("kind@web", "x")).rejects.toThrow(expect.objectContaining({ message: "`kind` does not apply to `web`.", hint: "It can be answered for kind@order." }));
  await expect(answer("patching@wb", "yes")).rejects.toThrow(expect.objectContaining({ message: "There is no object `wb`.", hint: "Did you mean `web`?" }));
  await expect(answer("protocol@call", "http")).rejects.toThrow(expect.objectContaining({ message: "`protocol@call` is answered already: protocol: https.", hint: "To change it, edit model.yaml:19." }));
  expect((await here.files())["model.yaml"]).toBe(model);
  expect(await answer("patching@web", "automatic")).toContain("  web: {kind: process, type: web.application, in: inside, patching: automatic} # front\n");
});

test("[QUE-6] no answer of one call makes another needless", async () => {
  const here = await place({ "model.yaml": model });
  const text = await write(here, { single: [{ question: "protocol@visit", text: "https" }, { question: "encryption-in-transit@visit", text: "yes" }, { question: "authentication@visit", text: "no" }], alike: [{ key: "authentication", text: "session" }] });
  expect(text).toContain("    response: [order]\n    protocol: https\n    encryption-in-transit: yes\n    authentication: no\n");
  expect(text).toContain("response: [], authentication: session}");
  await expect(write(here, { single: [{ question: "patching@web", text: "yes" }, { question: "patching@web", text: "no" }] })).rejects.toThrow("answered twice");
});

test("answers in one map of data keep each other", async () => {
  const here = await place({ "model.yaml": "merlon: 1\nid: s\ndata:\n  key: {kind: credential.api-key, levels: {confidentiality: secret}}\nelements:\n  a: {kind: process, holds: [key]}\n" });
  expect(await write(here, { single: [{ question: "lifetime@key", text: "short" }, { question: "rotation@key", text: "manual" }] })).toMatch(/credential: *\{?\s*lifetime: short,?\s+rotation: manual/);
});
