// Runs every rule's tests of a pack folder against a library that contains it (`merlon rules test`).
import { readModel } from "@merlon/core";
import { assembleLibrary, testRule, type Pack, type ReadTestModel, type RuleTestReport } from "@merlon/engine";
import type { Diagnostic, Library } from "@merlon/schema";
import { printTestModel } from "./print-test-model.ts";
import { readPackFolder } from "./pack-folder.ts";

export interface LibraryTestReport {
  readonly pack: string;
  readonly rules: readonly RuleTestReport[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `onTop`: the library that the pack adds to; absent for the built-in one. `only`: one rule id. */
export async function testPackFolder(folder: string, options: { readonly onTop?: Library; readonly only?: string } = {}): Promise<LibraryTestReport> {
  return testPack(await readPackFolder(folder), options);
}

export function testPack(pack: Pack, options: { readonly onTop?: Library; readonly only?: string } = {}): LibraryTestReport {
  const { library, diagnostics } = options.onTop ? assembleLibrary([pack], options.onTop) : assembleLibrary([pack]);
  const read: ReadTestModel = (document) => {
    const found = readModel([{ path: "test.yaml", text: printTestModel(document) }], library);
    return { model: found.model, errors: found.diagnostics.filter((d) => d.severity === "error").map((d) => d.message) };
  };
  const rules = pack.rules
    .filter(({ rule }) => options.only === undefined || rule.id === options.only)
    .map(({ rule }) => testRule(rule, pack.tests.find((t) => t.rule === rule.id)?.tests ?? [], library, read));
  return { pack: pack.id, rules, diagnostics };
}

