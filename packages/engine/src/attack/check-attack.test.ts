// References to ATT&CK: what is wrong with each, in the release that the model names, with the nearest right thing.
import { readModel } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { attackKnowledge, builtInLibrary, builtInPacks } from "@merlon/testkit";
import { expect, test } from "vitest";
import { attackReferences, ruleReferences } from "./attack-references.ts";
import { checkAttack } from "./check-attack.ts";

function problems(yaml: string, version = "19.1"): readonly Diagnostic[] {
  const { model, documents } = readModel([{ path: "model.yaml", text: `merlon: 1\nid: test\nattack-version: "${version}"\n${yaml}\n` }], builtInLibrary());
  return checkAttack(attackReferences(documents), { knowledge: attackKnowledge(), model, versionWhere: { file: "model.yaml", line: 3, column: 1 } });
}

function threat(reference: string, at = "web", technology = ""): string {
  return `elements: {web: {kind: process, type: web.application${technology}}, phone: {kind: process, type: mobile.app}, visitor: {kind: external, type: human.visitor}}
threats:
  t:
    title: T
    at: ${at}
    attack: [{${reference}, role: exploitation, why: W}]`;
}

function codes(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code }) => code);
}

test("[ATT-2] a retired technique names what replaced it, at its place", () => {
  expect(problems(threat("id: T1562.001"))).toEqual([{
    code: "E3101", severity: "warning", message: "T1562.001 (Disable or Modify Tools) of threat t was revoked; in ATT&CK 19.1 it is T1685 (Disable or Modify Tools).",
    where: { file: "model.yaml", line: 9, column: 19, path: "threats.t.attack.0.id" }, data: { id: "T1562.001", now: ["T1685"] },
    hint: "Use what replaced it, or let `merlon attack upgrade` do so.",
  }]);
});

test("[ATT-2] what is retired today was not in an older release, and the model is told that it is behind", () => {
  expect(codes(problems(threat("id: T1562.001"), "14.1"))).toEqual(["E3108"]);
});

test("[ATT-2] an unknown id names the nearest, a mitigation and a group too", () => {
  const found = problems(`${threat("id: T1557.009")}\ncontrols: {c: {type: rate-limiter, at: web, state: planned, attack: [M1137]}}\nadversaries: [G0199, G0058]`);
  expect(found.map(({ code, hint }) => `${code} ${hint ?? ""}`)).toEqual([
    "E3100 Did you mean `G0099`?", "E3101 Use what replaced it, or let `merlon attack upgrade` do so.", "E3100 Did you mean `T1557.001`?", "E3100 Did you mean `M1037`?",
  ]);
});

test("[ATT-2] a tactic is judged by its meaning in the release", () => {
  const evading = (tactic: string, version: string) => codes(problems(threat(`id: T1027, tactic: ${tactic}`), version)).filter((code) => code !== "E3108");
  expect([evading("TA0005", "18.1"), evading("TA0005", "19.1"), evading("defense-evasion", "18.1"), evading("defense-evasion", "19.1"), evading("stealth", "19.1"), evading("TA0112", "19.1")])
    .toEqual([[], [], [], ["E3104"], [], ["E3105"]]);
});

test("[ATT-3] a technique of another matrix is noticed, with the one of the same name", () => {
  expect(problems(threat("id: T1557", "phone")).map(({ code, hint }) => [code, hint])).toEqual([["E3103", "Did you mean `T1638`?"]]);
  expect(codes(problems(threat("id: T1638", "[web, phone]")))).toEqual([]);
});

test("[ATT-3] a platform is a mismatch only where the operating system is told", () => {
  const onWindows = (technology: string) => codes(problems(threat("id: T1003.004", "web", technology)));
  expect([onWindows(""), onWindows(", technology: [linux]"), onWindows(", technology: [windows]"), onWindows(", technology: [nodejs, aws]")]).toEqual([[], ["E3106"], [], []]);
});

test("[ATT-2] every reference of the built-in rules is sound in the newest release", () => {
  const { model } = readModel([{ path: "model.yaml", text: "merlon: 1\nid: test\nattack-version: \"19.1\"\n" }], builtInLibrary());
  const references = builtInPacks().flatMap(ruleReferences);
  expect(checkAttack(references, { knowledge: attackKnowledge(), model, versionWhere: { file: "model.yaml", line: 1, column: 1 } })).toEqual([]);
  expect(references.length).toBeGreaterThan(150);
});
