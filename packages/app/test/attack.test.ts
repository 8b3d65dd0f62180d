// Models that refer to ATT&CK, as files: what check says about them, with their own packs, and how long the facts take.
import { expect, test } from "vitest";
import { attackLibrary } from "../src/attack/attack-library.ts";
import { checkModels } from "../src/check-models.ts";
import { place } from "./place.ts";

const head = "merlon: 1\nid: shop\nattack-version: '19.1'\n";

test("[ATT-2] check judges the references of the model and of the rules that it brings", async () => {
  const here = await place({
    "model.yaml": `${head}packs: [./rules]\nthreats:\n  old: {title: Tools switched off, attack: [{id: T1562.001, role: exploitation, why: W}]}\n`,
    "rules/pack.yaml": "id: acme\nversion: 1.0.0\ntitle: Acme\n",
    "rules/tampering/my-rule.yaml": "id: my-rule\nrevision: 1\nstatus: deprecated\ntitle: T\nscope: flow\nwhen: {fact: flow.crosses, is: yes}\nthreat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}\nstride: [T]\nattack: [{id: T1034, role: exploitation, why: W}]\nwhy: W\nfix: [{advice: A}]\nfalse-positives: []\n",
  });
  const [checked] = await checkModels(".", here.session);
  expect(checked?.diagnostics.filter(({ code }) => code.startsWith("E31")).map(({ code, where }) => `${code} ${where?.file ?? ""}:${where?.line ?? ""}`)).toEqual(["E3101 model.yaml:6", "E3102 rules/tampering/my-rule.yaml:9"]);
});

test("a model without references says nothing about ATT&CK", async () => {
  const here = await place({ "model.yaml": "merlon: 1\nid: shop\n" });
  expect((await checkModels(".", here.session)).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
});

test("the facts of ATT&CK are read once", async () => {
  const { session } = await place();
  const [first, second] = [await attackLibrary(session), await attackLibrary(session)];
  expect([first.history === second.history, first.catalogues.map(({ id, version }) => `${id} ${version}`)]).toEqual([true, [
    "atlas 2026-04", "attack-enterprise 18.1", "attack-enterprise 19.1", "attack-ics 18.1", "attack-ics 19.1", "attack-mobile 18.1", "attack-mobile 19.0",
  ]]);
});
