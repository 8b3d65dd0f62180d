// `merlon rules list` and `merlon rules show`: the rules of the library in use, with what their tests say about them.
import type { Library, LibraryRule, RuleScope, RuleStatus, RuleTest, StrideLetter } from "@merlon/schema";
import { withDefaultPacks } from "../library/choose-packs.ts";
import type { TestsByRule } from "../library/loaded-library.ts";
import { findModel } from "../model/find-models.ts";
import { loadModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { readBuiltInTests, testsOf } from "./built-in-tests.ts";

export interface TestKinds {
  readonly fires: number;
  readonly nearMiss: number;
  readonly unknown: number;
}

export interface RuleEntry {
  readonly id: string;
  readonly title: string;
  readonly scope: RuleScope;
  readonly stride: readonly StrideLetter[];
  readonly status: RuleStatus;
  readonly category: string;
  readonly pack: string;
  readonly revision: number;
  readonly tests: TestKinds;
}

export interface RuleFilter {
  readonly scope?: string;
  readonly stride?: string;
  readonly status?: string;
  /** Also one that is off by default. */
  readonly pack?: string;
  /** In the id, the title or the reasons. */
  readonly text?: string;
}

/** Everything to know about one rule. */
export interface RuleDocumentation {
  readonly rule: LibraryRule;
  /** A small model that fires, and one that nearly does. */
  readonly avoid: RuleTest | null;
  readonly prefer: RuleTest | null;
  readonly tests: TestKinds;
}

export interface RulesSource {
  /** The model whose packs are meant; the built-in ones when left out. */
  readonly model?: string;
}

export async function listRules(session: Session, filter: RuleFilter = {}, source: RulesSource = {}): Promise<readonly RuleEntry[]> {
  const { library, tests } = await rulesAndTests(session, source);
  assertPack(filter.pack, library);
  const { rules } = filter.pack === undefined && source.model === undefined ? withDefaultPacks(library) : library;
  return rules.filter((rule) => matches(rule, filter)).map((rule) => ({
    id: rule.id, title: rule.title, scope: rule.scope, stride: rule.stride, status: rule.status,
    category: rule.category, pack: rule.pack, revision: rule.revision, tests: kindsOf(tests[rule.id] ?? []),
  }));
}

/** Packs that come with Merlon and that only models that name them use. */
export function optionalPacks(session: Session): readonly string[] {
  return session.builtIn.library.packs.filter((pack) => pack.default === "off").map(({ id }) => id);
}

export async function documentRule(id: string, session: Session, source: RulesSource = {}): Promise<RuleDocumentation> {
  const { library: { rules }, tests } = await rulesAndTests(session, source);
  const rule = rules.find((one) => one.id === id || one.supersedes?.includes(id));
  if (!rule) throw unknownId("rule", id, rules.map((one) => one.id));
  const own = tests[rule.id] ?? [];
  return { rule, avoid: own.find(isFiring) ?? null, prefer: own.find(isNearMiss) ?? null, tests: kindsOf(own) };
}

function assertPack(pack: string | undefined, { packs }: Library): void {
  if (pack !== undefined && !packs.some(({ id }) => id === pack)) throw unknownId("pack", pack, packs.map(({ id }) => id));
}

async function rulesAndTests(session: Session, { model }: RulesSource): Promise<{ readonly library: Library; readonly tests: TestsByRule }> {
  const builtIn = await readBuiltInTests(session.builtInFrom);
  if (model === undefined) return { library: session.builtIn.library, tests: builtIn };
  const loaded = await loadModel(await findModel(model, session.cwd), session);
  return { library: loaded.library, tests: { ...builtIn, ...testsOf(loaded.packs) } };
}

function matches(rule: LibraryRule, filter: RuleFilter): boolean {
  const text = filter.text?.toLowerCase();
  return (filter.scope === undefined || rule.scope === filter.scope)
    && (filter.stride === undefined || (rule.stride as readonly string[]).includes(filter.stride.toUpperCase()))
    && (filter.status === undefined || rule.status === filter.status)
    && (filter.pack === undefined || rule.pack === filter.pack)
    && (text === undefined || `${rule.id} ${rule.title} ${rule.why}`.toLowerCase().includes(text));
}

function kindsOf(tests: readonly RuleTest[]): TestKinds {
  return { fires: tests.filter(isFiring).length, nearMiss: tests.filter(isNearMiss).length, unknown: tests.filter(isUnknown).length };
}

function isFiring(test: RuleTest): boolean {
  return (test.expect ?? []).length > 0;
}

function isUnknown(test: RuleTest): boolean {
  return (test.asks ?? []).length > 0;
}

function isNearMiss(test: RuleTest): boolean {
  return !isFiring(test) && !isUnknown(test);
}
