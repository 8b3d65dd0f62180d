// The target of a rule by its id: an object, the model, or for a rule about paths a pair `entry..goal`.
import type { FactBase } from "../facts/fact-base.ts";
import { subjectById } from "../facts/subject-by-id.ts";
import type { Subject } from "../facts/subject.ts";
import type { CompiledRule } from "../rules/compile-rule.ts";
import { attackedBy, pathById } from "./path-subjects.ts";

export function targetById(id: string, rule: CompiledRule | undefined, base: FactBase): Subject | undefined {
  return rule?.rule.scope === "path" ? pathById(id, base, attackedBy(rule.rule.stride)) : subjectById(id, base);
}
