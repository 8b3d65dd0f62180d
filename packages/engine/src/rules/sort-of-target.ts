// Which rules can be about a target at all. Most rules name the kind and type of what they are about: asked once for all targets alike in these.
import type { FactBase } from "../facts/fact-base.ts";
import type { ElementSubject, Subject } from "../facts/subject.ts";
import { FALSE } from "../facts/truth.ts";
import type { CompiledRule } from "./compile-rule.ts";
import type { CompiledCondition } from "./compiled.ts";
import { envOf } from "./roles.ts";

/** Facts that a sort is made of: two targets of one sort have the same. */
const SORTING: Readonly<Record<string, readonly string[]>> = { element: ["kind", "type", "actor"], flow: ["protocol", "crosses"] };

/** Equal for targets of one sort; undefined for boundaries, paths and the model, which are few. */
export function sortOf(target: Subject): string | undefined {
  if (target.kind === "element") return sortOfElement(target);
  if (target.kind !== "flow") return undefined;
  return `${sortOfElement(target.from)} > ${sortOfElement(target.to)} ${target.source.protocol ?? "?"} ${target.crosses.length > 0 ? "+" : "-"}`;
}

function sortOfElement({ source }: ElementSubject): string {
  return `${source.kind} ${source.type ?? "?"} ${source.actor ?? "?"}`;
}

/** False when `applies` is false for every target of this one's sort. */
export function mayApply(rule: CompiledRule, target: Subject, base: FactBase): boolean {
  const { applies } = rule;
  if (!applies) return true;
  const env = envOf(target);
  return !(applies.kind === "all" ? applies.children : [applies]).some((part) => isOfSort(part) && part.test(env, base) === FALSE);
}

/** True when the condition reads nothing but what makes the sort. */
function isOfSort(node: CompiledCondition): boolean {
  switch (node.kind) {
    case "all":
    case "any":
    case "not": return node.children.every(isOfSort);
    case "fact": return !node.other && !node.path.text.includes(".") && (SORTING[node.path.kind]?.includes(node.key) ?? false);
    default: return false;
  }
}
