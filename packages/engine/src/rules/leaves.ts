// The leaves of a condition: which of them decide it, and their names and values in a witness (DESIGN, section 6).
// Everything is evaluated without short circuit, so that what is found does not depend on any order.
import { valueOf, wordsOf } from "../facts/fact-words.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { FALSE, TRUE, UNKNOWN, wordOf, type Truth } from "../facts/truth.ts";
import type { CompiledCondition, ControlTest, FactTest, Quantifier } from "./compiled.ts";
import type { Env } from "./roles.ts";

export type Leaf = FactTest | ControlTest;
/** `name`: by role, a bound member with its id, such as `n[orders].encryption-at-rest`. */
export type VisitLeaf = (leaf: Leaf, name: string) => void;

/** All parts of a true `all`, every true part of a true `any`, the members that satisfy a `some`; the same mirrored for what is false. */
export function visitDeciding(node: CompiledCondition, env: Env, base: FactBase, visit: VisitLeaf, names: Names = NO_NAMES): void {
  const truth = node.test(env, base);
  switch (node.kind) {
    case "all":
    case "any": {
      const stop = node.kind === "all" ? FALSE : TRUE;
      for (const child of node.children) if (truth !== stop || child.test(env, base) === stop) visitDeciding(child, env, base, visit, names);
      return;
    }
    case "not": return visitDeciding(node.children[0]!, env, base, visit, names);
    case "fact":
    case "control": return visit(node, leafName(node, names));
    default: {
      const stop = node.kind === "every" ? FALSE : TRUE;
      const isStopped = truth !== UNKNOWN && (node.kind === "none" ? truth === FALSE : truth === stop);
      eachMember(node, env, base, names, (inner, memberNames) => {
        if (!isStopped || inner === stop) visitDeciding(node.where, env, base, visit, memberNames);
      });
    }
  }
}

/** Every leaf, deciding or not. */
export function visitLeaves(node: CompiledCondition, env: Env, base: FactBase, visit: VisitLeaf, names: Names = NO_NAMES): void {
  switch (node.kind) {
    case "all":
    case "any":
    case "not": return node.children.forEach((child) => visitLeaves(child, env, base, visit, names));
    case "fact":
    case "control": return visit(node, leafName(node, names));
    default: return eachMember(node, env, base, names, (_, memberNames) => visitLeaves(node.where, env, base, visit, memberNames));
  }
}

/** The value of a leaf as a witness stores it. Numbers enter only as the outcome of their comparison. */
export function leafValue(leaf: Leaf, env: Env, base: FactBase): string {
  if (leaf.kind === "fact" && !leaf.numeric) return valueOf(leaf.read(env, base));
  return { false: "no", unknown: "unknown", true: "yes" }[wordOf(leaf.test(env, base))];
}

/** A leaf as a statement: `encryption-in-transit of visit is no`. */
export function leafText(leaf: Leaf, env: Env, base: FactBase): string {
  const title = leaf.path.get(env)?.title ?? leaf.path.text;
  if (leaf.kind === "fact") return `${leaf.key} of ${title} is ${wordsOf(leaf.read(env, base))}`;
  return `${leaf.type} at ${title}${leaf.test(env, base) === TRUE ? "" : ": none in force"}`;
}

/** What a fact is compared with, as a question. */
export function comparisonOf({ source: { is, in: any, below, unlike, "at-least": least } }: FactTest): string {
  if (is !== undefined) return `(is ${String(is)}?)`;
  if (unlike !== undefined) return `(unlike ${unlike}?)`;
  if (any !== undefined) return `(one of ${any.join(", ")}?)`;
  return least !== undefined ? `(at least ${String(least)}?)` : `(below ${String(below)}?)`;
}

type Names = ReadonlyMap<string, string>;
const NO_NAMES: Names = new Map();

function eachMember(node: Quantifier, env: Env, base: FactBase, names: Names, visit: (truth: Truth, names: Names) => void): void {
  for (const member of node.members.list(env, base)) {
    env[node.slot] = member;
    visit(node.where.test(env, base), new Map(names).set(node.as, `${node.as}[${member.id}]`));
  }
}

function leafName(leaf: Leaf, names: Names): string {
  const [head, ...rest] = leaf.path.text.split(".");
  const path = [names.get(head!) ?? head!, ...rest].join(".");
  return leaf.kind === "control" ? `${path}.control.${leaf.type}` : `${path}.${leaf.key}${leaf.numeric ? ` ${comparisonOf(leaf)}` : ""}`;
}
