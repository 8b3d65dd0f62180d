// The tests beside the built-in rules: compiled to a file beside the library, or in the library's own folder when working from source.
import { readFile } from "node:fs/promises";
import { join, dirname } from "node:path";
import type { RuleTest } from "@merlon/schema";
import type { BuiltIn, TestsByRule } from "../library/loaded-library.ts";

export const compiledTestsName = "library-tests.json";

export async function readBuiltInTests(from: BuiltIn): Promise<TestsByRule> {
  if ("loaded" in from) return from.tests;
  if ("file" in from) return JSON.parse(await readFile(join(dirname(from.file), compiledTestsName), "utf8")) as TestsByRule; // written by our own build
  const { readPackFolder } = await import("../library/pack-folder.ts");
  return testsOf(await readPackFolder(from.folder, "library"));
}

export function testsOf(packs: readonly { readonly tests: readonly { readonly rule: string; readonly tests: readonly RuleTest[] }[] }[]): TestsByRule {
  return Object.fromEntries(packs.flatMap((pack) => pack.tests.map(({ rule, tests }) => [rule, tests])));
}
