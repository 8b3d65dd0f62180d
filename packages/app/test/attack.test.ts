// Models that refer to ATT&CK, as files: what check says about them, with their own packs, and how long the facts take.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attackLibrary } from "../src/attack/attack-library.ts";
import { upgradeAttack } from "../src/attack/upgrade-attack.ts";
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

const old = `merlon: 1
id: shop
attack-version: "14.1" # last looked at in 2024
adversaries: [G0058] # us
elements: {web: {kind: process}}
controls:
  edge: {type: rate-limiter, at: web, state: implemented, attack: [M1037]}
threats:
  tools-off:
    title: Tools are switched off
    attack: # as in the incident
      - {id: T1562.001, tactic: TA0005, role: exploitation, why: Seen. } # first
      - {id: T1562, role: exploitation, why: Seen.}
      - {id: T1027, tactic: TA0005, role: secondary-impact, why: Seen.}
      - id: T1064
        role: exploitation
        why: Scripts.
  quiet: {title: Quiet}
`;

test("[ATT-7] an upgrade is planned, waits for a person, and is applied line by line", async () => {
  const here = await place({ "model.yaml": old });
  const planned = await upgradeAttack(".", { to: "19.1" }, here.session);
  expect([planned.open, planned.written, planned.steps.map(({ id, outcome, to, toTactic }) => [id, outcome, to, toTactic].filter((word) => word !== undefined).join(" "))]).toEqual([1, false, [
    "G0058 replaced G0059", "T1562.001 replaced T1685 TA0112", "T1562 replaced T1685", "T1027 tactic-changed", "T1064 ask", "M1037 unchanged",
  ]]);
  expect((await here.files())["model.yaml"]).toBe(old);
  await upgradeAttack(".", { to: "19.1", choices: ["T1064=none"], apply: true }, here.session);
  expect((await here.files())["model.yaml"]).toBe(old
    .replace('"14.1"', '"19.1"').replace("G0058", "G0059").replace("T1562.001, tactic: TA0005", "T1685, tactic: TA0112").replace("{id: T1562, role", "{id: T1685, role")
    .replace("      - id: T1064\n        role: exploitation\n        why: Scripts.\n", ""));
  expect((await checkModels(".", here.session)).flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)).filter((code) => code.startsWith("E31"))).toEqual([]);
});

test("[ATT-7] while something is open the rest is written and the release stays", async () => {
  const here = await place({ "model.yaml": old });
  const { open, written } = await upgradeAttack(".", { apply: true }, here.session);
  const text = (await here.files())["model.yaml"] ?? "";
  expect([open, written, text.includes("T1685, tactic: TA0112"), text.includes('attack-version: "14.1"'), text.includes("T1064")]).toEqual([1, true, true, true, true]);
});

test("[ATT-7] two references that become one of the same role and tactic are one", async () => {
  const here = await place({ "model.yaml": old.replace(", tactic: TA0005, role: exploitation", ", role: exploitation") });
  await upgradeAttack(".", { choices: ["T1064=none"], apply: true }, here.session);
  expect(((await here.files())["model.yaml"] ?? "").match(/T1685/g)).toEqual(["T1685"]);
});

test("[ATT-7] rules of the model's own packs are taken along, and the threats that name other techniques are told", async () => {
  const rule = "revision: 1\nstatus: stable\ntitle: Tools are off\nscope: element\nwhen: {fact: element.kind, is: process}\nthreat: {source: S, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}\n"
    + "stride: [T]\nattack:\n  - {id: T1562.001, role: exploitation, why: W}  # kept\nwhy: W.\nfix:\n  - {advice: Do something.}\nfalse-positives: []\n";
  const here = await place({
    "model.yaml": 'merlon: 1\nid: shop\nattack-version: "14.1"\npacks: [./own]\nelements:\n  web: {kind: process}\n', "own/pack.yaml": "id: own\nversion: 1.0.0\ntitle: Own\n", "own/tools-are-off.yaml": rule,
  });
  const { threats, open } = await upgradeAttack(".", { apply: true }, here.session);
  expect([open, threats, (await here.files())["own/tools-are-off.yaml"]]).toEqual([0, [{ id: "tools-are-off@web", was: ["T1562.001"], is: ["T1685"] }], rule.replace("T1562.001", "T1685")]);
});

test("[ATT-7] what was imported is overlaid", async () => {
  const here = await place({ "model.yaml": "merlon: 1\nid: shop\n", "imported/till.yaml": "threats:\n  t:\n    title: T\n    attack: [{id: T1562, role: exploitation, why: W}]\n" });
  await upgradeAttack(".", { from: "14", apply: true }, here.session);
  const files = await here.files();
  expect([files["imported/till.yaml"]?.includes("T1562,"), files["model.yaml"]?.includes("T1685"), files["model.yaml"]?.includes('attack-version: "19.1"') || files["model.yaml"]?.includes("attack-version: '19.1'")]).toEqual([true, true, true]);
});

test.each([[{}, "A4015"], [{ from: "77" }, "A4009"], [{ from: "19.1", to: "14" }, "A4015"], [{ from: "14", choices: ["T1=?"] }, "A4015"], [{ from: "14", choices: ["T1064=none"] }, "A4009"]])("an upgrade that makes no sense is refused: %j", async (options, code) => {
  const here = await place({ "model.yaml": "merlon: 1\nid: shop\n" });
  await expect(upgradeAttack(".", options, here.session)).rejects.toMatchObject({ code });
});

test("the example of the guide is sound", async () => {
  const guide = await readFile(join(import.meta.dirname, "../../../docs/guides/attack.md"), "utf8");
  const example = /```yaml\n([^`]*)```/.exec(guide)?.[1] ?? "";
  const here = await place({ "model.yaml": `merlon: 1\nid: shop\nboundaries: {shop-vpc: {type: network, trust: internal}}\nelements:\n  audit-log: {kind: store, type: log.audit, in: shop-vpc}\n${example}` });
  const [checked] = await checkModels(".", here.session);
  expect(checked?.diagnostics).toEqual([]);
});
