// The unknown leaves that hold a condition open: what to ask next to decide it.
// Of an `all` only the first open part is asked: a no there makes the rest pointless. Of an `any` every open part could settle it.
import type { FactBase } from "../facts/fact-base.ts";
import type { Input } from "../facts/subject.ts";
import { UNKNOWN } from "../facts/truth.ts";
import type { CompiledCondition } from "./compiled.ts";
import type { Env } from "./roles.ts";

/** Enough to ask for one outcome; the answers bring the next. */
export const MOST_INPUTS = 100;

/** Each input once, in the order of the condition, which is unknown. */
export function unknownInputs(node: CompiledCondition, env: Env, base: FactBase): readonly Input[] {
  const found: Input[] = [];
  gatherOpen(node, env, base, found);
  return found;
}

/** True when something can be asked, also when it was found before. */
function gather(node: CompiledCondition, env: Env, base: FactBase, found: Input[]): boolean {
  return found.length < MOST_INPUTS && node.test(env, base) === UNKNOWN && gatherOpen(node, env, base, found);
}

function gatherOpen(node: CompiledCondition, env: Env, base: FactBase, found: Input[]): boolean {
  let isAsked = false;
  switch (node.kind) {
    case "all":
      for (const child of node.children) if (gather(child, env, base, found)) return true;
      return false;
    case "any":
    case "not":
      for (const child of node.children) isAsked = gather(child, env, base, found) || isAsked;
      return isAsked;
    case "fact":
      isAsked = add(node.read(env, base)?.inputs, found);
      return add(node.other?.read(env, base)?.inputs, found) || isAsked;
    case "control": return false;
    default: {
      isAsked = add(node.members.missing(env, base), found);
      for (const member of node.members.list(env, base)) {
        if (env.left <= 0) break;
        env[node.slot] = member;
        isAsked = gather(node.where, env, base, found) || isAsked;
      }
      return isAsked;
    }
  }
}

function add(inputs: readonly Input[] | undefined, found: Input[]): boolean {
  if (!inputs) return false;
  for (const input of inputs) {
    if (found.length >= MOST_INPUTS) break;
    if (!found.some(({ key, subject }) => key === input.key && subject === input.subject)) found.push(input);
  }
  return inputs.length > 0;
}
