// The aims of part (a) on the samples in place: a change that makes the rules or the reader worse is seen here, not in a table that nobody compares.
import { expect, test } from "vitest";
import { hasCorpus } from "./corpus.ts";
import { microsecendScores } from "./microsecend.ts";
import { meantByVariant, rulesByVerdict } from "./microsecend/rules.ts";

test.runIf(hasCorpus)("verdicts, items and variants reach what is aimed at, in both halves", async () => {
  const { figures } = await microsecendScores();
  const least = { "precision": 0.98, "recall": 0.98, "mcc": 0.95, "item-f1": 0.9 };
  const wanted = ["all", "developed with", "the others"].flatMap((part) => Object.entries(least).map(([key, value]) => [`microsecend ${part}: ${key}`, value] as const));
  const short = [...wanted, ["microsecend variants passed", 0.95] as const].filter(([key, value]) => !((figures[key] ?? 0) >= value));
  expect(short).toEqual([]);
}, 120_000);

test("every verdict has a rule of its own, and variants are meant for verdicts that there are", () => {
  expect(new Set(Object.values(rulesByVerdict)).size).toBe(25);
  expect(Object.values(meantByVariant).flat().filter((verdict) => !Object.hasOwn(rulesByVerdict, verdict))).toEqual([]);
});
