// Ids of outside catalogues (CWE, CAPEC, ASVS, NIST) that a pack's rules name: each must be known and in use, where the catalogue is known.
import { nearest, whereIs } from "@merlon/core";
import type { Catalogue, Diagnostic } from "@merlon/schema";
import { engineDiagnostic } from "../codes.ts";
import type { Pack, SourcedRule } from "./read-pack.ts";

type Field = "cwe" | "capec" | "asvs" | "nist";

interface Named { readonly field: Field; readonly id: string; readonly path: readonly (string | number)[] }

export function foreignIdProblems(pack: Pick<Pack, "rules">, catalogues: readonly Catalogue[]): readonly Diagnostic[] {
  const entries = new Map((["cwe", "capec", "asvs", "nist"] as const).map((field) => {
    const found = catalogues.filter(({ id }) => id === field || id.startsWith(`${field}-`));
    return [field, new Map(found.flatMap((catalogue) => catalogue.entries.map((entry) => [entry.id, entry.status ?? "live"] as const)))] as const;
  }));
  return pack.rules.flatMap((sourced) => idsOf(sourced).flatMap(({ field, id, path }): readonly Diagnostic[] => {
    const known = entries.get(field);
    if (known === undefined || known.size === 0 || known.get(id) === "live") return [];
    const close = nearest(id, known.keys());
    const what = known.has(id) ? `is ${known.get(id)}` : `is not in the catalogue${close === undefined ? "" : `; did you mean ${close}?`}`;
    return [engineDiagnostic("E3021", `Rule ${sourced.rule.id}: ${id} ${what}${what.endsWith("?") ? "" : "."}`, whereIs(sourced.parsed, path), close === undefined ? {} : { nearest: close })];
  }));
}

function idsOf({ rule }: SourcedRule): readonly Named[] {
  const own = (["cwe", "capec"] as const).flatMap((field) => (rule[field] ?? []).map((id, at): Named => ({ field, id, path: [field, at] })));
  const ofFixes = rule.fix.flatMap((fix, number) => (["asvs", "nist"] as const).flatMap((field) => (fix[field] ?? []).map((id, at): Named => ({ field, id, path: ["fix", number, field, at] }))));
  return [...own, ...ofFixes];
}
