// What the policy asks of decisions, by severity, and what it says of one that lacks something.
import type { Decision, Policy } from "@merlon/schema";
import { expect, test } from "vitest";
import { decisionLacks } from "./acceptance.ts";
import { matchesSome } from "./name-pattern.ts";

const whole: Decision = { state: "accept", reason: "Only test data passes here.", owner: "ann", by: "bob", at: "2026-01-01", until: "2026-06-30" };

function lacks(policy: Policy, decision: Partial<Decision> = {}, severity: "low" | "medium" | "high" = "high") {
  return decisionLacks({ ...whole, ...decision }, severity, policy, "2026-01-01").map(({ code, text, policy: line }) => [code, text, line].filter((part) => part !== undefined).join(" | "));
}

test("[POL-1] without a rule an acceptance is asked for an owner, a reason and a last day from medium up, and a dismissal for nothing", () => {
  const bare = { state: "accept" } as const;
  expect(decisionLacks(bare, "medium", {}, "2026-01-01").map(({ text }) => text)).toEqual(["has no owner, no reason, no until"]);
  expect([decisionLacks(bare, "low", {}, "2026-01-01"), decisionLacks({ state: "false-positive" }, "critical", {}, "2026-01-01"), decisionLacks({ state: "mitigate" }, "critical", {}, "2026-01-01")]).toEqual([[], [], []]);
});

test("[POL-1] what a severity states holds from there up, and a severer one replaces what it states itself", () => {
  const policy: Policy = { acceptance: { low: { needs: ["reason"], "longest-days": 90 }, high: { "longest-days": 180 } } };
  expect([lacks(policy, {}, "medium"), lacks(policy, {}, "high"), lacks(policy, { at: "2025-12-01" }, "high")]).toEqual([
    ["E3030 | holds for 180 days, and at most 90 are allowed | acceptance.low.longest-days: 90"], [], ["E3030 | holds for 211 days, and at most 180 are allowed | acceptance.high.longest-days: 180"],
  ]);
  const open: Decision = { state: "accept", reason: "Only test data.", at: "2026-01-01" };
  expect(decisionLacks(open, "medium", policy, "2026-01-01").map(({ text }) => text)).toEqual(["has no last day, and at most 90 days are allowed"]);
});

test("[POL-1] who may decide and bear it, and how many words a reason has", () => {
  const policy: Policy = { acceptance: { medium: { by: ["*@security.example.org", "ciso"], owner: ["head-of-*"], "reason-words": 6 } } };
  expect(lacks(policy)).toEqual([
    "E3031 | gives a reason of 5 words, and at least 6 words are asked for | acceptance.medium.reason-words: 6",
    "E3032 | was decided by bob, and only *@security.example.org or ciso may | acceptance.medium.by: [*@security.example.org, ciso]",
    "E3032 | is borne by ann, and only head-of-* may | acceptance.medium.owner: [head-of-*]",
  ]);
  expect(lacks(policy, { by: "CISO", owner: "head-of-shop", reason: "Only test data passes here today." })).toEqual([]);
  expect(lacks(policy, {}, "low")).toEqual([]);
});

test("[POL-1] who decides does not count among those who agree, and nobody counts twice", () => {
  const policy: Policy = { acceptance: { high: { approvals: 2 } }, dismissal: { high: { approved: ["security-*"] } } };
  expect([lacks(policy, { approved: ["bob", "eve", "Eve"] }), lacks(policy, { approved: ["eve", "kim"] })]).toEqual([["E3033 | has 1 approval that counts, and it takes 2 approvals by others | acceptance.high.approvals: 2"], []]);
  const dismissed = { state: "false-positive", approved: ["eve"] } as const;
  expect([lacks(policy, dismissed), lacks(policy, { ...dismissed, approved: ["security-lead"] }), lacks(policy, dismissed, "medium")]).toEqual([
    ["E3033 | has no approval that counts, and it takes the approval of security-* | dismissal.high.approved: [security-*]"], [], [],
  ]);
});

test("[POL-2] a star in a name stands for anything, and nothing else is special", () => {
  const fits = (name: string, pattern: string) => matchesSome(name, [pattern]);
  expect([fits("ana@acme.example", "*@acme.example"), fits("a.b", "a?b"), fits("ab", "a*b*b"), fits("axbyb", "a*b*b"), fits("team", "*"), fits("teams", "team"), fits("", "*")]).toEqual([true, false, false, true, true, false, true]);
});
