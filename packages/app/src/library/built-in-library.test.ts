// The built-in library tests itself: shape, conditions, tests beside the rules, fixes, mutants.
import { expect, test } from "vitest";
import { testRules } from "../rules/test-rules.ts";
import { openSession } from "../session.ts";

const session = await openSession();
const report = await testRules(session);

test("[RUL-1] the built-in library reads without a diagnostic", () => {
  expect(report.diagnostics).toEqual([]);
});

test("[PCK-1] a folder of rules is a pack: only what lies in core/ is of the core pack", () => {
  expect(session.builtIn.library.rules.filter(({ pack, category }) => pack === "core" && category !== "core").map(({ id, category }) => `${category}/${id}: add library/${category}/pack.yaml`)).toEqual([]);
});

test("at least forty rules are stable, each letter has five", () => {
  const stable = session.builtIn.library.rules.filter((r) => r.status === "stable");
  expect(stable.length).toBeGreaterThanOrEqual(40);
  for (const letter of ["S", "T", "R", "I", "D", "E"] as const) {
    expect(stable.filter((r) => r.stride.includes(letter)).length, letter).toBeGreaterThanOrEqual(5);
  }
});

for (const rule of report.rules) {
  test(`rule ${rule.rule}: its tests, its fixes and its mutants`, () => {
    expect(rule.failures).toEqual([]);
  });
}
