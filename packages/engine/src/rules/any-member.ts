// What a condition comes out as for a member that nobody listed: everything said of the member is unknown.
import type { FactBase } from "../facts/fact-base.ts";
import { FALSE, TRUE, UNKNOWN, not, type Truth } from "../facts/truth.ts";
import type { CompiledCondition } from "./compiled.ts";
import type { Env } from "./roles.ts";

export function truthForAnyMember(node: CompiledCondition, slot: number, env: Env, base: FactBase): Truth {
  switch (node.kind) {
    case "all":
    case "any": {
      const stop = node.kind === "all" ? FALSE : TRUE;
      const truths = node.children.map((child) => truthForAnyMember(child, slot, env, base));
      return truths.includes(stop) ? stop : truths.includes(UNKNOWN) ? UNKNOWN : not(stop);
    }
    case "not": return not(truthForAnyMember(node.children[0]!, slot, env, base));
    case "fact":
    case "control": return speaksOf(node, slot) ? UNKNOWN : node.test(env, base);
    default: return speaksOf(node, slot) ? UNKNOWN : node.test(env, base);
  }
}

function speaksOf(node: CompiledCondition, slot: number): boolean {
  switch (node.kind) {
    case "all":
    case "any":
    case "not": return node.children.some((child) => speaksOf(child, slot));
    case "fact": return node.path.slot === slot || node.other?.path.slot === slot;
    case "control": return node.path.slot === slot;
    default: return node.path.slot === slot || speaksOf(node.where, slot);
  }
}
