// Every id of every release, taken to the next release and to the newest: it ends as something live, or a person is asked; nothing changes its meaning in silence.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AttackDomain } from "@merlon/schema";
import { attackKnowledge } from "@merlon/testkit";
import { expect, test } from "vitest";
import { attackRelease, isLive, matrixDomains, type AttackRelease } from "./attack-knowledge.ts";
import type { AttackReference } from "./attack-references.ts";
import { planUpgrade, type UpgradeStep } from "./plan-upgrade.ts";
import { tacticOf } from "./tactics.ts";

const knowledge = attackKnowledge();
const { versions } = knowledge.history;
const where = { file: "model.yaml", line: 1, column: 1 };

function reference(id: string, tactic?: string, kind: AttackReference["kind"] = "technique"): AttackReference {
  return { kind, id, by: "threat t", where, objects: [], ...(tactic === undefined ? {} : { tactic }) };
}

function plan(references: readonly AttackReference[], from: string, to: string, choices: Readonly<Record<string, string>> = {}): readonly UpgradeStep[] {
  return planUpgrade(references, knowledge, { from, to, choices: new Map(Object.entries(choices)) });
}

function short(step: UpgradeStep | undefined): string {
  return [step?.outcome, step?.to, step?.toTactic].filter((word) => word !== undefined).join(" ");
}

/** Every live technique without a tactic, and with each of its tactics by name and by id. */
function everyReference({ techniques, tactics }: AttackRelease): readonly AttackReference[] {
  return [...techniques.values()].filter(isLive).flatMap(({ id, tactics: served = [] }) => [
    reference(id), ...served.flatMap((word) => [reference(id, word), ...tactics.filter(({ shortname }) => shortname === word).map((tactic) => reference(id, tactic.id))]),
  ]);
}

/** What is wrong with a step, if anything. */
function fault(step: UpgradeStep, before: AttackRelease, after: AttackRelease): string | undefined {
  if (step.outcome === "unchanged") return silentChange(step, before, after);
  if (step.why.length === 0) return "no reason is given";
  return step.outcome === "ask" || step.outcome === "dropped" ? undefined : deadEnd(step, after);
}

function deadEnd(step: UpgradeStep, after: AttackRelease): string | undefined {
  const now = after.techniques.get(step.to ?? step.id);
  if (!now || !isLive(now)) return "it is not live";
  const tactic = step.toTactic ?? step.tactic;
  return tactic === undefined || now.tactics?.includes(tacticOf(after.tactics, tactic)?.shortname ?? "") ? undefined : `it does not serve ${tactic}`;
}

function silentChange(step: UpgradeStep, before: AttackRelease, after: AttackRelease): string | undefined {
  const [was, now] = [before.techniques.get(step.id), after.techniques.get(step.id)];
  const [meant, means] = [before, after].map(({ tactics }) => (step.tactic === undefined ? undefined : tacticOf(tactics, step.tactic)?.shortname));
  const same = step.to === undefined && was?.name === now?.name && String(was?.tactics) === String(now?.tactics) && meant === means;
  return same ? deadEnd(step, after) : "it changed in silence";
}

function releaseOrNone(domain: AttackDomain, version: string): AttackRelease | undefined {
  const release = attackRelease(knowledge, domain, version);
  return [...release.techniques.values()].some(isLive) ? release : undefined;
}

const pairs = [...versions.slice(1).map((to, index) => [versions[index]!, to] as const), ["14.1", "19.1"] as const, ["1.0", "19.1"] as const, ["6.3", "19.1"] as const];
let tried = 0;

test.each(pairs)("[ATT-5] from %s to %s every reference ends live or is asked about", (from, to) => {
  for (const domain of matrixDomains) {
    const [before, after] = [releaseOrNone(domain, from), releaseOrNone(domain, to)];
    if (!before || !after) continue;
    const steps = plan(everyReference(before), from, to);
    tried += steps.length;
    expect(steps.flatMap((step) => fault(step, before, after) === undefined ? [] : [`${domain} ${step.id} ${step.tactic ?? ""} ${short(step)}: ${fault(step, before, after) ?? ""}`])).toEqual([]);
  }
});

test("[ATT-5] all of that was many references", () => {
  expect(tried).toBeGreaterThan(30_000);
});

const oracle = join(import.meta.dirname, "../../../../../shared/data/attack/history/retired-ids.json");

test.runIf(existsSync(oracle))("[ATT-5] every retired id leads to what is live in its place", () => {
  const retired = JSON.parse(readFileSync(oracle, "utf8")) as Readonly<Record<string, Readonly<Record<string, { readonly now: readonly string[] }>>>>;
  const wrong = Object.entries(retired).flatMap(([domain, ids]) => Object.entries(ids).flatMap(([id, { now }]) => {
    const [step] = plan([reference(id)], "19.1", "19.1");
    const expected = now.length === 1 ? `replaced ${now[0] ?? ""}` : "ask";
    return short(step) === expected ? [] : [`${domain} ${id}: ${short(step)}, expected ${expected}`];
  }));
  expect(wrong).toEqual([]);
});

test("[ATT-6] TA0005 kept its id and changed its meaning: told, and taken to the tactic that the technique serves now", () => {
  const steps = plan([reference("T1027", "TA0005"), reference("T1222", "TA0005"), reference("T1562.001", "TA0005"), reference("T1027", "defense-evasion"), reference("T1078", "TA0005")], "14.1", "19.1");
  expect(steps.map((step) => [short(step), step.why.at(-1)])).toEqual([
    ["tactic-changed", "TA0005 meant Defense Evasion and means Stealth now."],
    ["tactic-changed TA0112", "Defense Evasion (TA0005) becomes Defense Impairment (TA0112)."],
    ["replaced T1685 TA0112", "Defense Evasion (TA0005) becomes Defense Impairment (TA0112)."],
    ["tactic-changed stealth", "Defense Evasion (defense-evasion) becomes Stealth (stealth)."],
    ["tactic-changed", "TA0005 meant Defense Evasion and means Stealth now."],
  ]);
});

test("[ATT-5] a deprecated technique is asked about, and what people choose is done", () => {
  const deprecated = [reference("T1034")];
  expect([plan(deprecated, "6.3", "19.1"), plan(deprecated, "6.3", "19.1", { T1034: "T1574.007" }), plan(deprecated, "6.3", "19.1", { T1034: "none" }), plan(deprecated, "6.3", "19.1", { T1034: "T1562" })].map(([step]) => [short(step), step?.why[0]])).toEqual([
    ["ask", "T1034 (Path Interception) is deprecated and nothing replaces it in ATT&CK 19.1: choose another technique or drop it."],
    ["replaced T1574.007", "T1034 (Path Interception) is now T1574.007 (Path Interception by PATH Environment Variable)."],
    ["dropped", "You chose to drop it."], ["ask", "T1562 is not live in ATT&CK 19.1."],
  ]);
});

test("[ATT-5] a technique that was split is asked about with what it became", () => {
  const split = { ...knowledge, history: { ...knowledge.history, changes: knowledge.history.changes.map((change) => (change.id === "T1562" && change.change === "revoked" ? { ...change, by: ["T1685", "T1690"] } : change)) } };
  const [step] = planUpgrade([reference("T1562")], split, { from: "18.1", to: "19.1", choices: new Map() });
  expect([step?.outcome, step?.options]).toEqual(["ask", [{ id: "T1685", name: "Disable or Modify Tools" }, { id: "T1690", name: "Prevent Command History Logging" }]]);
});

test("[ATT-5] mitigations and groups are taken along", () => {
  const steps = plan([reference("M1041", undefined, "mitigation"), reference("G0058", undefined, "group"), reference("G0014", undefined, "group"), reference("M9999", undefined, "mitigation")], "18.1", "19.1");
  expect(steps.map(short)).toEqual(["unchanged", "replaced G0059", "ask", "ask"]);
});

test("[ATT-5] a tactic that only a person can say is asked about, and may be chosen", () => {
  const asked = [reference("T1056", "defense-evasion")];
  expect([plan(asked, "18.1", "19.1"), plan(asked, "18.1", "19.1", { T1056: "collection" }), plan(asked, "18.1", "19.1", { T1056: "impact" })].map(([step]) => [short(step), step?.options.map(({ id }) => id)]))
    .toEqual([["ask", ["collection", "credential-access"]], ["tactic-changed collection", []], ["ask", ["collection", "credential-access"]]]);
});
