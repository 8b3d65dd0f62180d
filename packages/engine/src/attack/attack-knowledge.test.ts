// Going back through the history gives what the releases were: the shipped 18.1 from the shipped 19.1, and the published counts of all of them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AttackTechnique } from "@merlon/schema";
import { attackKnowledge } from "@merlon/testkit";
import { expect, test } from "vitest";
import { attackRelease, attackVersion, isLive, matrixDomains } from "./attack-knowledge.ts";

const knowledge = attackKnowledge();
const shared = join(import.meta.dirname, "../../../../../shared/data/attack/history/versions.json");

function facts({ id, name, tactics = [], platforms = [] }: AttackTechnique) {
  return { id, name, tactics, platforms };
}

test.each(matrixDomains)("[ATT-1] %s 18.1 follows from the newer catalogue and the changes since", (domain) => {
  const newer = { ...knowledge, catalogues: knowledge.catalogues.filter(({ version }) => version !== "18.1") };
  const live = (from: typeof knowledge) => [...attackRelease(from, domain, "18.1").techniques.values()].filter(isLive).map(facts).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(live(newer)).toEqual(live(knowledge));
});

test.runIf(existsSync(shared))("[ATT-1] every release has as many techniques as were counted in it", () => {
  const counted = JSON.parse(readFileSync(shared, "utf8")) as readonly Readonly<Record<string, { readonly techniques: number; readonly sub: number }>>[];
  const wrong = counted.flatMap((release) => matrixDomains.flatMap((domain) => {
    const count = release[domain];
    if (!count) return [];
    const live = [...attackRelease(knowledge, domain, String(release["version"])).techniques.values()].filter(isLive).length;
    return live === count.techniques + count.sub ? [] : [`${domain} ${String(release["version"])}: ${live}, counted ${count.techniques + count.sub}`];
  }));
  expect(wrong).toEqual([]);
});

test("a release may be called by its number before the dot", () => {
  expect(["14", "14.1", "19", "3.7"].map((said) => attackVersion(knowledge, said))).toEqual(["14.1", "14.1", "19.1", undefined]);
});

test("[ATT-1] TA0005 means what it meant in its release", () => {
  expect(["18.1", "19.1"].map((version) => attackRelease(knowledge, "enterprise-attack", version).tactics.find(({ id }) => id === "TA0005")?.shortname)).toEqual(["defense-evasion", "stealth"]);
});
