// Facts that a decision stored and that have another value now.
import type { ModelDecision } from "@merlon/core";
import type { StaleFact } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { subjectById } from "../facts/subject-by-id.ts";
import { targetById } from "../paths/target-by-id.ts";
import type { CompiledCondition } from "../rules/compiled.ts";
import type { CompiledRule } from "../rules/compile-rule.ts";
import { leavesOf, statedFact, type About } from "./fact-values.ts";
import type { DecisionKey } from "./threat-key.ts";

/** A fact that the rule looks at no more is read from the model; a member that is no longer in a list is absent. */
export function staleFacts({ facts }: Pick<ModelDecision, "facts">, key: DecisionKey, rules: ReadonlyMap<string, CompiledRule>, base: FactBase): readonly StaleFact[] {
  if (!facts) return [];
  const about = aboutOf(key, rules, base);
  if (key.kind !== "human" && !about) return [];
  const now = about && "rule" in about ? leavesOf(about, base) : {};
  const names = about && "rule" in about ? membersNamed(about.rule) : new Set<string>();
  return Object.entries(facts).flatMap(([written, was]): readonly StaleFact[] => {
    const name = written.replace(/\[([^\]]+)\]/g, (_, id: string) => `[${base.model.formerly.get(id) ?? id}]`);
    const member = /^([^[.]+)\[([^\]]+)\]/.exec(name);
    const known = !member ? name : names.has(member[1]!) ? undefined : `${member[2]!}${name.slice(member[0].length)}`;
    const current = known === undefined ? undefined : statedFact(known, about, base);
    const is = now[name] ?? current?.value ?? "absent";
    if (is === String(was)) return [];
    const where = current?.where ?? (member ? subjectById(member[2]!, base)?.where : undefined);
    return [{ fact: name, was, is, ...(where ? { where } : {}) }];
  });
}

function aboutOf(key: DecisionKey, rules: ReadonlyMap<string, CompiledRule>, base: FactBase): About {
  if (key.kind === "human") return undefined;
  const rule = key.kind === "threat" ? rules.get(key.rule) : undefined;
  const target = targetById(key.target, rule, base);
  if (key.kind === "cell" || !target) return target;
  return rule && { rule, target, about: key.about === undefined ? undefined : subjectById(key.about, base) };
}

/** The names that the rule's quantifiers give to members. */
function membersNamed(rule: CompiledRule): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: CompiledCondition): void => {
    switch (node.kind) {
      case "all":
      case "any":
      case "not": return node.children.forEach(visit);
      case "fact":
      case "control": return;
      default:
        names.add(node.as);
        visit(node.where);
    }
  };
  for (const condition of [rule.applies, rule.when, rule.unless]) if (condition) visit(condition);
  return names;
}
