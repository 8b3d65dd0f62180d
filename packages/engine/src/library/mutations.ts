// Every rule with one condition less: a child of an `all` or `any` dropped, at any depth, or the whole of `applies` or `unless`.
import type { Condition, LibraryRule } from "@merlon/schema";

export interface Mutant {
  readonly rule: LibraryRule;
  /** Where the dropped condition stood, for example `unless.any[0]`. */
  readonly dropped: string;
}

export function withoutOneCondition(rule: LibraryRule): readonly Mutant[] {
  const mutants: Mutant[] = [];
  for (const part of ["applies", "when", "unless"] as const) {
    const condition = rule[part];
    if (!condition) continue;
    for (const variant of variants(condition, part)) mutants.push({ rule: { ...rule, [part]: variant.condition }, dropped: variant.dropped });
    if (part !== "when" && !hasParts(condition)) {
      const { [part]: _, ...rest } = rule;
      mutants.push({ rule: rest as LibraryRule, dropped: part });
    }
  }
  return mutants;
}

interface Variant { readonly condition: Condition; readonly dropped: string }

function variants(condition: Condition, path: string): readonly Variant[] {
  if ("all" in condition) return junction(condition.all, path, "all", (all) => ({ ...condition, all }));
  if ("any" in condition) return junction(condition.any, path, "any", (any) => ({ ...condition, any }));
  if ("not" in condition) return variants(condition.not, `${path}.not`).map((v) => ({ ...v, condition: { ...condition, not: v.condition } }));
  if ("where" in condition) return variants(condition.where, `${path}.where`).map((v) => ({ ...v, condition: { ...condition, where: v.condition } }));
  return [];
}

function junction(parts: readonly Condition[], path: string, name: string, rebuild: (parts: readonly Condition[]) => Condition): readonly Variant[] {
  return parts.flatMap((part, i): readonly Variant[] => [
    { condition: rebuild(parts.filter((_, at) => at !== i)), dropped: `${path}.${name}[${i}]` },
    ...variants(part, `${path}.${name}[${i}]`).map((v) => ({ ...v, condition: rebuild(parts.map((p, at) => (at === i ? v.condition : p))) })),
  ]);
}

function hasParts(condition: Condition): boolean {
  return "all" in condition || "any" in condition;
}
