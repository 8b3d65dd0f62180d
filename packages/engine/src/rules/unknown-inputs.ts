// The unknown leaves that hold a condition open: what to ask next to decide it.
// Of an `all` only the first open part is asked: a no there makes the rest pointless. Of an `any` every open part could settle it.
import type { FactBase } from "../facts/fact-base.ts";
import type { Input } from "../facts/subject.ts";
import { UNKNOWN } from "../facts/truth.ts";
import type { CompiledCondition } from "./compiled.ts";
import type { Env } from "./roles.ts";

export function unknownInputs(node: CompiledCondition, env: Env, base: FactBase): readonly Input[] {
  if (node.test(env, base) !== UNKNOWN) return [];
  switch (node.kind) {
    case "all": {
      const first = node.children.find((child) => child.test(env, base) === UNKNOWN);
      return first ? unknownInputs(first, env, base) : [];
    }
    case "any":
    case "not":
      return node.children.flatMap((child) => unknownInputs(child, env, base));
    case "fact":
      return node.read(env, base)?.inputs ?? [];
    case "control":
      return [];
    default: {
      const { list, missing } = node.members(env, base);
      return [...missing, ...list.flatMap((member) => {
        env[node.slot] = member;
        return unknownInputs(node.where, env, base);
      })];
    }
  }
}
