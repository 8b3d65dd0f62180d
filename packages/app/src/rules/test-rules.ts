// `merlon rules test`: runs the tests beside the rules, of the built-in library or of a pack folder, and the mutation check.
import { testRule, type ReadTestModel, type RuleTestReport } from "@merlon/engine";
import type { Diagnostic, Library, LibraryRule } from "@merlon/schema";
import type { TestsByRule } from "../library/loaded-library.ts";
import { packSubject, testModelReader } from "../pack/pack-subject.ts";
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
  const { library, rules, tests, pack, diagnostics, read } = await subjectOf(session, options.folder);
  const chosen = options.only === undefined ? rules : rules.filter((rule) => rule.id === options.only);
  if (options.only !== undefined && chosen.length === 0) throw unknownId("rule", options.only, rules.map((rule) => rule.id));
  return { pack, diagnostics, rules: chosen.map((rule) => session.limit(() => testRule(rule, tests[rule.id] ?? [], library, read))) };
}

interface Subject {
  readonly pack: string;
  readonly library: Library;
  readonly rules: readonly LibraryRule[];
  readonly tests: TestsByRule;
  readonly diagnostics: readonly Diagnostic[];
  readonly read: ReadTestModel;
}

async function subjectOf(session: Session, folder: string | undefined): Promise<Subject> {
  if (folder === undefined) {
    const { library, diagnostics } = session.builtIn;
    return { pack: packNames(library.packs), library, rules: library.rules, tests: await readBuiltInTests(session.builtInFrom), diagnostics, read: testModelReader(library) };
  }
  const { packs, library, diagnostics, read } = await packSubject(folder, session);
  return { pack: packNames(packs), library, rules: packs.flatMap((pack) => pack.rules.map(({ rule }) => rule)), tests: testsOf(packs), diagnostics, read };
}

function packNames(packs: readonly { readonly id: string }[]): string {
  return packs.map(({ id }) => id).join(", ");
}
