// `merlon rules test`: runs the tests beside the rules, of the built-in library or of a pack folder, and the mutation check.
import { readModel } from "@merlon/core";
import { testRule, type ReadTestModel, type RuleTestReport } from "@merlon/engine";
import type { Diagnostic, Library, LibraryRule } from "@merlon/schema";
import { resolve } from "node:path";
import { shownPath } from "../files/shown-path.ts";
import type { TestsByRule } from "../library/loaded-library.ts";
import { printTestModel } from "../library/print-test-model.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { readBuiltInTests, testsOf } from "./built-in-tests.ts";

export interface LibraryTestReport {
  readonly pack: string;
  readonly rules: readonly RuleTestReport[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface RuleTestOptions {
  /** A pack's folder; the built-in library when left out. */
  readonly folder?: string;
  /** Only this rule. */
  readonly only?: string;
}

export async function testRules(session: Session, options: RuleTestOptions = {}): Promise<LibraryTestReport> {
  const { library, rules, tests, pack, diagnostics } = await subjectOf(session, options.folder);
  const chosen = options.only === undefined ? rules : rules.filter((rule) => rule.id === options.only);
  if (options.only !== undefined && chosen.length === 0) throw unknownId("rule", options.only, rules.map((rule) => rule.id));
  const read = reader(library);
  return { pack, diagnostics, rules: chosen.map((rule) => session.limit(() => testRule(rule, tests[rule.id] ?? [], library, read))) };
}

interface Subject {
  readonly pack: string;
  readonly library: Library;
  readonly rules: readonly LibraryRule[];
  readonly tests: TestsByRule;
  readonly diagnostics: readonly Diagnostic[];
}

async function subjectOf(session: Session, folder: string | undefined): Promise<Subject> {
  const { library, diagnostics } = session.builtIn;
  if (folder === undefined) return { pack: library.packs.map((pack) => pack.id).join(", "), library, rules: library.rules, tests: await readBuiltInTests(session.builtInFrom), diagnostics };
  const { assemble, readPackFolder } = await import("../library/pack-folder.ts");
  const packs = await readPackFolder(resolve(session.cwd, folder), shownPath(folder, session.cwd));
  // The built-in packs are tested from their own folder too, and then they do not lie under themselves.
  const own = packs.some((pack) => library.packs.some(({ id }) => id === pack.id));
  const assembled = session.limit(() => assemble(packs, own ? undefined : library));
  return {
    pack: packs.map(({ id }) => id).join(", "), library: assembled.library, rules: packs.flatMap((pack) => pack.rules.map(({ rule }) => rule)), tests: testsOf(packs),
    diagnostics: assembled.diagnostics,
  };
}

function reader(library: Library): ReadTestModel {
  return (document) => {
    const found = readModel([{ path: "test.yaml", text: printTestModel(document) }], library);
    return { model: found.model, errors: found.diagnostics.filter((d) => d.severity === "error").map((d) => d.message) };
  };
}
