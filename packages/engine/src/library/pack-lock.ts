// Holds a pack to what it released: another content needs another version, other conditions another revision, and no rule goes without a successor.
import { canonicalJson, nearest, sha256, type SourceFile } from "@merlon/core";
import type { Diagnostic, LibraryRule, LockedRule, PackLock, Where } from "@merlon/schema";
import { engineDiagnostic } from "../codes.ts";
import type { Pack } from "./read-pack.ts";
import { isWorkVersion, olderVersion } from "./version.ts";

/** Wherever a pack lies and however it is tested, the same knowledge has the same digest. */
export function packDigest({ diagnostics: _, tests: __, root: ___, rules, ...pack }: Pack): string {
  return `sha256:${sha256(canonicalJson({ ...pack, rules: rules.map((r) => r.rule) }))}`;
}

/** The reasons beside conditions are text and may change; everything that decides may not. */
function lockedRule({ scope, applies, when, unless, per, revision }: LibraryRule): LockedRule {
  const text = JSON.stringify({ scope, applies, when, unless, per }, (key, value: unknown) => (key === "because" ? undefined : value));
  return { revision, conditions: sha256(text).slice(0, 16) };
}

/** Rules that are gone stay listed, so that their ids are never used for something else. */
export function packLock(pack: Pack, before?: PackLock): PackLock {
  const rules = { ...before?.rules, ...lockedRules(pack.rules.map(({ rule }) => rule)) };
  return { "pack-lock": 1, id: pack.id, version: pack.version, digest: packDigest(pack), rules: sortedByKey(rules) };
}

export function lockedRules(rules: readonly LibraryRule[]): Readonly<Record<string, LockedRule>> {
  return sortedByKey(Object.fromEntries(rules.map((rule) => [rule.id, lockedRule(rule)])));
}

/** `where` is the pack's header. */
export function packLockProblems(pack: Pack, locked: PackLock, where: Where): readonly Diagnostic[] {
  const version = versionProblem(pack, locked);
  return [
    ...(version === undefined ? [] : [engineDiagnostic("E3022", version, where, { pack: pack.id, locked: locked.version })]),
    ...ruleChanges(pack.rules.map(({ rule }) => rule), locked.rules).map(({ code, message, rule }) => engineDiagnostic(code, message, placeOf(pack, rule) ?? where, { rule })),
  ];
}

function versionProblem(pack: Pack, locked: PackLock): string | undefined {
  if (olderVersion(pack.version, locked.version)) return `The pack ${pack.id} goes back from version ${locked.version} to ${pack.version}.`;
  if (pack.version !== locked.version || isWorkVersion(pack.version) || packDigest(pack) === locked.digest) return undefined;
  return `The pack ${pack.id} has other content than what was locked as ${locked.version}, and still the same version.`;
}

export interface RuleChange { readonly code: "E3023" | "E3024"; readonly rule: string; readonly message: string }

/** What happened to rules since they were locked that must not happen. */
export function ruleChanges(rules: readonly LibraryRule[], locked: PackLock["rules"]): readonly RuleChange[] {
  const now = new Map(rules.map((rule) => [rule.id, rule]));
  const successors = new Set(rules.flatMap((rule) => rule.supersedes ?? []));
  return Object.entries(locked).flatMap(([id, was]): readonly RuleChange[] => {
    const rule = now.get(id);
    if (!rule) return successors.has(id) ? [] : [{ code: "E3023", rule: id, message: `The rule ${id} is gone, and no rule supersedes it${closest(id, now.keys())}.` }];
    const { revision, conditions } = lockedRule(rule);
    if (revision < was.revision) return [{ code: "E3024", rule: id, message: `The rule ${id} goes back from revision ${was.revision} to ${revision}.` }];
    return revision > was.revision || conditions === was.conditions ? [] : [{ code: "E3024", rule: id, message: `The conditions of the rule ${id} are other than those locked as revision ${revision}.` }];
  });
}

function closest(id: string, known: Iterable<string>): string {
  const close = nearest(id, [...known]);
  return close === undefined ? "" : `; ${close} looks like it`;
}

function placeOf(pack: Pack, rule: string): Where | undefined {
  const file: SourceFile | undefined = pack.rules.find((one) => one.rule.id === rule)?.parsed.file;
  return file && { file: file.path, line: 1, column: 1 };
}

function sortedByKey<T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
