// The law of the incremental engine: after every edit, of whatever kind, it says what the naive evaluator says.
import { readModel, type Model } from "@merlon/core";
import { builtInLibrary, everyEdit, randomDocument, seeded } from "@merlon/testkit";
import { expect, test } from "vitest";
import { createFactBase, factKeys } from "../facts/create-fact-base.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { sameFact } from "../facts/shared-table.ts";
import { compileRules } from "../rules/compile-rule.ts";
import { evaluate, rulesInForce } from "../rules/evaluate.ts";
import { severities } from "../threats/severity.ts";
import { createIncremental } from "./create-incremental.ts";
import type { OutcomeChange, SeenOutcome } from "./outcome-follower.ts";

const library = builtInLibrary();
/** MERLON_EDITS=100000 for the long run. */
const EDITS = Number(process.env["MERLON_EDITS"] ?? 5_000);
const EDITS_OF_ONE = 100;

function read(document: unknown): Model {
  return readModel([{ path: "model.json", text: JSON.stringify(document) }], library, { at: "2026-01-01" }).model;
}

function words({ outcome, severity }: SeenOutcome): string {
  return severity === undefined ? outcome : `${outcome} ${severity}`;
}

function naive(model: Model, base: FactBase): ReadonlyMap<string, string> {
  const { instances } = evaluate(rulesInForce([...compileRules(library).values()], model.header.stage), base);
  return new Map(instances.map(({ id, outcome, rule, target, about }) => [id, words(outcome === "threat" ? { id, outcome, severity: severities(base)({ rule, target, about }) } : { id, outcome })]));
}

function told(before: ReadonlyMap<string, string>, changes: readonly OutcomeChange[]): ReadonlyMap<string, string> {
  const now = new Map(before);
  for (const { id, after } of changes) {
    if (after) now.set(id, words(after));
    else now.delete(id);
  }
  return now;
}

function wrongOutcomes(is: ReadonlyMap<string, string>, should: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...is.keys(), ...should.keys()])].filter((id) => is.get(id) !== should.get(id)).map((id) => `${id}: ${is.get(id) ?? "nothing"}, should be ${should.get(id) ?? "nothing"}`);
}

function wrongFacts(is: FactBase, should: FactBase): readonly string[] {
  const groups = ["elements", "flows", "boundaries", "data"] as const;
  return groups.flatMap((group) => [...should.subjects[group].values()].flatMap((subject) => factKeys(subject.kind).filter((key) => {
    const own = is.subjects[group].get(subject.id);
    return !own || !sameFact({ ...is.fact(own, key), inputs: [] }, { ...should.fact(subject, key), inputs: [] });
  }).map((key) => `${key} of ${subject.id}`)));
}

test("[INC-1] [INC-2] after every edit, outcomes, severities and facts equal those of the naive evaluator, and the changes told lead from one to the other", () => {
  for (let round = 0; round * EDITS_OF_ONE < EDITS; round++) {
    const random = seeded(1000 + round);
    let document = randomDocument(round, library, 2 + Math.floor(random() * 2));
    const incremental = createIncremental(read(document), library);
    let outcomes: ReadonlyMap<string, string> = new Map(incremental.outcomes().map((one) => [one.id, words(one)]));
    for (let at = 0; at < Math.min(EDITS_OF_ONE, EDITS - round * EDITS_OF_ONE); at++) {
      document = everyEdit(document, random, library, at);
      const model = read(document);
      outcomes = told(outcomes, incremental.update(model));
      const base = createFactBase(model, library);
      const wrong = wrongOutcomes(outcomes, naive(model, base));
      // Facts that no rule reads are looked at now and then.
      expect([round, at, wrong, at % 10 === 0 ? wrongFacts(incremental.base, base) : []]).toEqual([round, at, [], []]);
    }
  }
}, 3_600_000);
