import { expect, test } from "vitest";
import { choiceValue, FlagSchema, numberValue, setValue } from "./value.ts";
import * as z from "zod";

const cases = [
  ["flag", FlagSchema, ["yes", "no", "unknown", true, { value: "no", source: "iac", ref: "main.tf:12", at: "2026-11-01", by: "dana", note: "" }], ["maybe", 1, null, ["yes"], { value: "maybe" }, { source: "iac" }, { value: "yes", at: "today" }, { value: "yes", why: "x" }]],
  ["choice", choiceValue({ weak: "Weak.", strong: "Strong." }), ["weak", "strong", "yes", "no", "unknown", false, { value: "strong" }], ["medium", 1, ["weak"], { value: "medium" }]],
  ["set", setValue(z.enum(["a", "b"]), [["a"]]), [[], ["a"], ["a", "b"], "no", "unknown", { value: ["b"] }, { value: "no" }], ["a", "yes", ["c"], true, { value: "a" }]],
  ["number", numberValue({ minimum: 0, maximum: 10 }, 3), [0, 10, 2.5, "unknown", { value: 3 }], [-1, 11, "3", "yes", { value: 11 }]],
] as const;

test.each(cases)("a %s takes its short and its long form and nothing else", (_, schema: z.ZodType, good: readonly unknown[], bad: readonly unknown[]) => {
  expect(good.map((value) => schema.safeParse(value).success)).toEqual(good.map(() => true));
  expect(bad.map((value) => schema.safeParse(value).success)).toEqual(bad.map(() => false));
});
