// Techniques proposed for a weakness, from each source and from relatives, on facts small enough to count by hand.
import { given } from "@merlon/testkit";
import type { WeaknessCatalogue } from "@merlon/schema";
import { expect, test } from "vitest";
import { techniqueSuggester } from "./technique-suggester.ts";

const catalogue: WeaknessCatalogue = { id: "catalogue", version: "1", notice: "", weaknesses: [
  { id: "CWE-1", name: "Injection" },
  { id: "CWE-2", name: "SQL injection", parents: ["CWE-1"], patterns: { T1: ["CAPEC-7"], T2: ["CAPEC-7"] }, exploited: { exploitation: { T2: 3 }, "primary-impact": { T3: 2 } } },
  { id: "CWE-3", name: "Nothing known", parents: ["CWE-1"] },
] };
const names = new Map([["T1", "Valid Accounts"], ["T2", "Exploitation"], ["T3", "Data Destruction"], ["T4", "Modify Logs"]]);
const { rules } = given("elements: {}", { rules: "logged:\n  cwe: [CWE-1]\n  attack: [{id: T4, role: exploitation, why: W}]\ndraft:\n  status: draft\n  cwe: [CWE-2]\n  attack: [{id: T4, role: exploitation, why: W}]\n" }).library;

function check(weaknesses: readonly string[], words = ""): readonly string[] {
  return techniqueSuggester({ catalogue, rules, names })(weaknesses, words).map(({ id, score, because }) => `${id} ${score}: ${because.join("; ")}`);
}

test("[ATT-12] rules and exploited vulnerabilities count one, attack patterns half, and what led to a proposal is said", () => {
  expect(check(["CWE-2"])).toEqual([
    "T2 1: used 3 times as exploitation in exploited vulnerabilities of this class; CAPEC-7 leads from CWE-2 to it",
    "T4 0.5: rule logged names it as exploitation (by way of CWE-1 Injection)",
    "T1 0.25: CAPEC-7 leads from CWE-2 to it",
    "T3 0.25: used 2 times as primary-impact in exploited vulnerabilities of this class",
  ]);
});

test("[ATT-12] kinds of a weakness count less than itself, and what is unknown proposes nothing", () => {
  expect([check(["CWE-1"]).map((one) => one.split(":")[0]), check(["CWE-3"]).map((one) => one.split(":")[0]), check(["CWE-9"])]).toEqual([["T4 1", "T2 0.5", "T1 0.125", "T3 0.125"], ["T4 0.5"], []]);
});

test("[ATT-12] words of the threat strengthen a technique of that name", () => {
  expect(check(["CWE-2"], "Destruction of data").slice(0, 2)).toEqual([
    "T3 1.5: used 2 times as primary-impact in exploited vulnerabilities of this class; its name has words of the threat",
    "T2 1: used 3 times as exploitation in exploited vulnerabilities of this class; CAPEC-7 leads from CWE-2 to it",
  ]);
});
