// Rules that take the place of others: the older one must not run beside the newer one, and neither may take the place of the other in turn.
import { nearest, whereIs, type Path } from "@merlon/core";
import type { Diagnostic, Library, LibraryRule } from "@merlon/schema";
import { engineDiagnostic } from "../codes.ts";
import { successorsAmong } from "../ledger/threat-key.ts";
import type { Pack, SourcedRule } from "./read-pack.ts";

export function supersedesProblems(pack: Pack, library: Library): readonly Diagnostic[] {
  const naming = pack.rules.filter(({ rule }) => rule.supersedes !== undefined);
  if (naming.length === 0) return [];
  const rules = new Map(library.rules.map((rule) => [rule.id, rule]));
  const successors = successorsAmong(library.rules);
  return naming.flatMap(({ rule, parsed }) => (rule.supersedes ?? []).flatMap((old, index): readonly Diagnostic[] => {
    const where = whereIs(parsed, ["supersedes", index]);
    if (successors(rule.id).includes(old)) return [engineDiagnostic("E3007", `The rules ${rule.id} and ${old} supersede each other.`, where, { rule: rule.id, old })];
    return isLive(rule) && isLive(rules.get(old)) ? [engineDiagnostic("E3008", `The rule ${rule.id} supersedes ${old}, which still runs beside it.`, where, { rule: rule.id, old })] : [];
  }));
}

/** `once`: rules that the packs had earlier, by their locks. */
export function unknownSuperseded(pack: Pack, library: Library, once: Iterable<string>): readonly Diagnostic[] {
  const now = new Set(library.rules.map(({ id }) => id));
  const known = new Set([...now, ...once]);
  return pack.rules.flatMap((sourced) => [
    ...(sourced.rule.supersedes ?? []).flatMap((old, index) => unknownRule(sourced, `supersedes ${old}`, old, ["supersedes", index], known)),
    ...[sourced.rule["superseded-by"] ?? []].flat().flatMap((next) => unknownRule(sourced, `is superseded by ${next}`, next, ["superseded-by"], now)),
  ]);
}

function unknownRule({ rule, parsed }: SourcedRule, does: string, named: string, path: Path, known: ReadonlySet<string>): readonly Diagnostic[] {
  if (known.has(named)) return [];
  const close = nearest(named, known);
  const message = `The rule ${rule.id} ${does}, which no pack has${close === undefined ? "." : `; did you mean ${close}?`}`;
  return [engineDiagnostic("E3009", message, whereIs(parsed, path), close === undefined ? {} : { nearest: close })];
}

function isLive(rule: LibraryRule | undefined): boolean {
  return rule?.status === "stable";
}
