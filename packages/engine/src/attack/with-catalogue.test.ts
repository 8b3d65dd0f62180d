// An imported release becomes part of what is known, as if it had come with Merlon.
import type { AttackChange } from "@merlon/schema";
import { attackKnowledge } from "@merlon/testkit";
import { expect, test } from "vitest";
import { catalogueAt, newestVersion } from "./attack-knowledge.ts";
import { compareCatalogues, withCatalogue } from "./with-catalogue.ts";

const knowledge = attackKnowledge();

function sorted(changes: readonly AttackChange[]): readonly string[] {
  return changes.map((change) => JSON.stringify(change)).sort();
}

test("[ATT-4] comparing two catalogues finds the changes that the history tells", () => {
  const [before, after] = [catalogueAt(knowledge, "enterprise-attack", "18.1")!, catalogueAt(knowledge, "enterprise-attack", "19.1")!];
  const told = knowledge.history.changes.filter(({ domain, version }) => domain === "enterprise-attack" && version === "19.1");
  expect(sorted(compareCatalogues(before, after).map(({ domain, version, id, change, ...more }) => ({ domain, version, id, change, ...more })))).toEqual(sorted(told));
});

test("[ATT-4] a release that is newer than all comes last and is the newest", () => {
  const base = catalogueAt(knowledge, "enterprise-attack", "19.1")!;
  const next = withCatalogue(knowledge, { ...base, version: "20.0", techniques: base.techniques.map((technique) => (technique.id === "T1557" ? { ...technique, name: "Meddling" } : technique)) });
  expect([newestVersion(next), next.history.changes.slice(knowledge.history.changes.length)]).toEqual(["20.0", [
    { domain: "enterprise-attack", version: "20.0", id: "T1557", change: "renamed", was: "Adversary-in-the-Middle", is: "Meddling" },
  ]]);
});

test("[ATT-4] a catalogue of a known release takes the place of the shipped one", () => {
  const base = catalogueAt(knowledge, "ics-attack", "19.1")!;
  const own = { ...base, notice: "mine" };
  const next = withCatalogue(knowledge, own);
  expect([next.history.versions, next.catalogues.length, catalogueAt(next, "ics-attack", "19.1")]).toEqual([knowledge.history.versions, knowledge.catalogues.length, own]);
});
