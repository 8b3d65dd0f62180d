// People's threats: added by a sentence, and found by thinking before the rules are shown.
import { expect, test } from "vitest";
import { findModel } from "../src/model/find-models.ts";
import { loadSoundModel } from "../src/model/load-model.ts";
import { playDialogue } from "../src/testing/play-dialogue.ts";
import { readIdeas } from "../src/think/read-ideas.ts";
import { revealLines } from "../src/think/reveal-lines.ts";
import { thinkDialogue } from "../src/think/think-dialogue.ts";
import { thinkTopic } from "../src/think/think-session.ts";
import { addThreats } from "../src/threat/add-threats.ts";
import { place, type Place } from "./place.ts";

const model = `merlon: 1
id: club
data:
  member: {title: Member, kind: user.contact, levels: {confidentiality: confidential}}
boundaries:
  internet: {type: network, trust: untrusted}
  inside: {title: Club network, type: network, trust: internal, network-policy: no}
elements:
  person: {kind: external, type: human.customer, in: internet}
  portal: {title: Portal, kind: process, type: web.application, in: inside}
  files: {title: File store, kind: store, type: datastore.object, in: inside, holds: [member], encryption-at-rest: no}
flows:
  visit: {from: person, to: portal, protocol: https, carries: [member], response: [member]}
  keep: {from: portal, to: files, protocol: https, carries: [member], response: [member]}
`;

async function load({ session }: Place) {
  return loadSoundModel(await findModel(".", session.cwd), session);
}

test("[MOD-13] a sentence is enough, and gets an id that stays", async () => {
  const here = await place({ "model.yaml": model });
  const { added, there, change } = await addThreats([{ title: "A courier learns who bought what" }, { title: "Files leak", at: "files", stride: ["I"], by: "dana", id: "leak" }], await load(here), here.session);
  expect([added.map(({ id, where, threat }) => `${id} ${where.file}:${where.line} ${threat.target.id}`), there, change.files.length]).toEqual([
    ["courier-learns-who-bought-what model.yaml:16 model", "leak model.yaml:17 files"], [], 1,
  ]);
  expect((await here.files())["model.yaml"]).toBe(`${model}threats:\n  courier-learns-who-bought-what: {title: A courier learns who bought what}\n  leak:\n    title: Files leak\n    at: files\n    stride: [I]\n    by: dana\n`);
  const again = await addThreats([{ title: "a courier learns who bought what." }], await load(here), here.session);
  expect([again.added, again.there]).toEqual([[], ["courier-learns-who-bought-what"]]);
  await expect(addThreats([{ title: "X", at: "fils" }], await load(here), here.session)).rejects.toThrow("There is no element, flow or boundary `fils`.");
  await expect(addThreats([{ title: "X", id: "portal" }], await load(here), here.session)).rejects.toThrow("The id `portal` is taken.");
});

test("an id that is taken gets a number", async () => {
  const here = await place({ "model.yaml": `${model}threats:\n  portal-breaks: {title: Other}\n` });
  const { added } = await addThreats([{ title: "Portal breaks" }, { title: "Portal breaks!" }], await load(here), here.session);
  expect(added.map(({ id }) => id)).toEqual(["portal-breaks-2", "portal-breaks-3"]);
});

test("the card shows the boundary and no threat", async () => {
  const here = await place({ "model.yaml": model });
  expect((await thinkTopic("inside", ".", here.session)).card).toEqual([
    "A network boundary, trusted as internal.", "Inside:", "  File store (store, datastore.object)", "  Portal (process, web.application)", "What crosses it:",
    "  in:  visit: person → Portal over https; there Member; back Member", "Data inside:", "  Member (confidential, personal)",
  ]);
  await expect(thinkTopic("insid", ".", here.session)).rejects.toThrow(expect.objectContaining({ hint: "Did you mean `inside`?" }));
});

const stored = "sensitive-store-not-encrypted@files";

test("a group takes turns, confirms what is meant, and keeps what only it found", async () => {
  const here = await place({ "model.yaml": model });
  const topic = await thinkTopic("inside", ".", here.session);
  const { result, asked } = await playDialogue(() => thinkDialogue(topic), [
    "Ana, Ben", "A stolen disk of the file store can be read", "Staff sell the member list", "", "The portal is slow on Mondays", "", "",
    "Sensitive data rests in clear (File store)", ["Staff sell the member list", "The portal is slow on Mondays"], "Something becomes known", "Not sure",
  ]);
  expect(asked.slice(0, 7)).toEqual([
    "Who is thinking? Names, with commas between them", "Ana: what could go wrong here?", "Ben: what could go wrong here?", "Ana: what else could go wrong here?", "Ben: what else could go wrong here?",
    "Ana: what else could go wrong here?", "Ben: what else could go wrong here?",
  ]);
  expect([result?.people, result?.result.both, result?.kept]).toEqual([
    ["Ana", "Ben"], [{ idea: { text: "A stolen disk of the file store can be read", by: "Ana" }, same: [stored] }],
    [{ text: "Staff sell the member list", by: "Ben", at: ["inside"], stride: ["I"] }, { text: "The portal is slow on Mondays", by: "Ben", at: ["portal"] }],
  ]);
  expect(result && revealLines(result.result).at(-1)).toBe(`3 threats named by you: 1 that the rules found too, 2 that they did not. The rules found ${topic.threats.length - 1} more.`);
});

test("ideas from a file: proposals that nobody confirmed are told and not counted", async () => {
  const here = await place({ "model.yaml": model });
  const topic = await thinkTopic("inside", ".", here.session);
  const end = readIdeas("ideas.json", JSON.stringify({ ideas: [
    { text: "A stolen disk of the file store can be read", by: "Ana" }, { text: "A disk is copied", "same-as": "sensitive-store-not-encrypted" }, { text: "Read a stolen disk twice", "same-as": "none", at: ["files"] }, "Staff gossip",
  ] }), topic);
  expect([end.people, end.result.perhaps.map(({ perhaps }) => perhaps?.[0]), end.result.both.map(({ same }) => same), end.kept]).toEqual([
    ["Ana"], [stored], [[stored]], [{ text: "Read a stolen disk twice", at: ["files"] }, { text: "Staff gossip", at: ["inside"] }],
  ]);
  expect(() => readIdeas("i.json", '{"ideas": [{"text": "x", "same-as": "sensitive-store-not-encryptd@files"}]}', topic)).toThrow("There is no threat `sensitive-store-not-encryptd@files` at Club network.");
  expect(() => readIdeas("i.json", '{"ideas": [{"by": "x"}]}', topic)).toThrow("Idea 1 of i.json has no text.");
});
