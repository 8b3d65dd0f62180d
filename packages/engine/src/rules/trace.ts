// Re-evaluates one condition without short circuit: the proof for people, and the witness (DESIGN, section 6) for decisions.
import { inherits, isInForce } from "@merlon/core";
import type { ProofNode } from "@merlon/schema";
import { definitionOf } from "../facts/create-fact-base.ts";
import type { FactBase, Support } from "../facts/fact-base.ts";
import type { Fact, Subject } from "../facts/subject.ts";
import { FALSE, TRUE, wordOf, type Truth } from "../facts/truth.ts";
import type { CompiledCondition, ControlTest, FactTest, Quantifier } from "./compiled.ts";
import { controlsAt } from "./control-truth.ts";
import type { Env } from "./roles.ts";

/** The proof of a condition, all its parts evaluated. */
export function proofOf(node: CompiledCondition, env: Env, base: FactBase): ProofNode {
  const truth = node.test(env, base);
  switch (node.kind) {
    case "all":
    case "any":
    case "not": {
      const text = node.kind === "all" ? "all of" : node.kind === "any" ? "any of" : "not";
      return branch(text, truth, node, node.children.map((child) => proofOf(child, env, base)));
    }
    case "fact": return factProof(node, truth, env, base);
    case "control": return controlProof(node, truth, env);
    default: return quantifierProof(node, truth, env, base);
  }
}

function branch(text: string, truth: Truth, node: CompiledCondition, children: readonly ProofNode[]): ProofNode {
  return { text, truth: wordOf(truth), ...(node.because ? { because: node.because } : {}), children };
}

function factProof(node: FactTest, truth: Truth, env: Env, base: FactBase): ProofNode {
  const subject = node.path.get(env);
  const fact = subject && base.fact(subject, node.key);
  const stated = subject?.characteristics.get(node.key);
  const definition = subject && definitionOf(subject.kind, node.key);
  const supports = subject && definition?.because ? definition.because(subject, base) : [];
  const where = stated?.where ?? (definition ? undefined : subject?.where);
  return {
    text: `${node.key} of ${subject?.title ?? node.path.text} is ${wordsOf(fact)}${comparison(node)}`,
    truth: wordOf(truth),
    ...(node.because ? { because: node.because } : {}),
    provenance: stated?.provenance ?? (definition ? "derived" : "structure"),
    ...(where ? { where } : {}),
    children: [...supports.map(supportNode), ...(fact && fact.value === undefined ? fact.inputs.map(inputNode) : [])],
  };
}

function supportNode(support: Support): ProofNode {
  return {
    text: support.text, truth: "true", children: [],
    ...(support.where ? { where: support.where } : {}), ...(support.provenance ? { provenance: support.provenance } : {}),
  };
}

function inputNode(input: { readonly subject: Subject; readonly key: string }): ProofNode {
  return {
    text: `${input.key} of ${input.subject.title} is not stated`, truth: "unknown", children: [],
    ...(input.subject.where ? { where: input.subject.where } : {}),
  };
}

function controlProof(node: ControlTest, truth: Truth, env: Env): ProofNode {
  const subject = node.path.get(env);
  const found = subject ? controlsAt(subject).filter((c) => inherits(c.type, node.type)) : [];
  return {
    text: `${node.type} at ${subject?.title ?? node.path.text}${truth === TRUE ? "" : ": none in force"}`, truth: wordOf(truth),
    ...(node.because ? { because: node.because } : {}),
    children: found.map((c) => ({ text: `control ${c.title} is ${c.state}`, truth: isInForce(c) ? "true" as const : "false" as const, where: c.where, provenance: "declared" as const, children: [] })),
  };
}

function quantifierProof(node: Quantifier, truth: Truth, env: Env, base: FactBase): ProofNode {
  const { list, missing } = node.members(env, base);
  const children = list.map((member): ProofNode => {
    env[node.slot] = member;
    const inner = proofOf(node.where, env, base);
    return { text: member.title, truth: inner.truth, ...(member.where ? { where: member.where } : {}), children: [inner] };
  });
  const shown = node.kind === "some" && truth === TRUE ? children.filter((c) => c.truth === "true") : children;
  return branch(`${node.kind} of ${node.relation} (${list.length})`, truth, node, [...shown, ...missing.map(inputNode)]);
}

function comparison(node: FactTest): string {
  const { is, in: any, below } = node.source;
  const least = node.source["at-least"];
  if (is !== undefined) return ` (is ${String(is)}?)`;
  if (any !== undefined) return ` (one of ${any.join(", ")}?)`;
  return least !== undefined ? ` (at least ${String(least)}?)` : ` (below ${String(below)}?)`;
}

export function wordsOf(fact: Fact | undefined): string {
  if (!fact) return "absent";
  if (fact.value === undefined) return fact.possible && fact.possible.length < 5 ? `unknown (${fact.possible.map(String).join(" or ")})` : "unknown";
  return typeof fact.value === "object" ? fact.value.join(", ") || "none" : String(fact.value);
}

export type Leaf = FactTest | ControlTest;

/** Visits the leaves that make the condition what it is, with the name each has in a witness. */
export function visitDeciding(node: CompiledCondition, env: Env, base: FactBase, visit: (leaf: Leaf, name: string) => void, names: Names = NO_NAMES): void {
  const truth = node.test(env, base);
  switch (node.kind) {
    case "all": return node.children.filter((c) => truth !== FALSE || c.test(env, base) === FALSE).forEach((c) => visitDeciding(c, env, base, visit, names));
    case "any": return node.children.filter((c) => truth !== TRUE || c.test(env, base) === TRUE).forEach((c) => visitDeciding(c, env, base, visit, names));
    case "not": return visitDeciding(node.children[0]!, env, base, visit, names);
    case "fact":
    case "control": return visit(node, leafName(node, names));
    default:
      return eachMember(node, env, base, names, (inner, memberNames) => {
        if (decides(node.kind, truth, inner)) visitDeciding(node.where, env, base, visit, memberNames);
      });
  }
}

/** Visits every leaf, deciding or not. */
export function visitLeaves(node: CompiledCondition, env: Env, base: FactBase, visit: (leaf: Leaf, name: string) => void, names: Names = NO_NAMES): void {
  switch (node.kind) {
    case "all":
    case "any":
    case "not": return node.children.forEach((c) => visitLeaves(c, env, base, visit, names));
    case "fact":
    case "control": return visit(node, leafName(node, names));
    default: return eachMember(node, env, base, names, (_, memberNames) => visitLeaves(node.where, env, base, visit, memberNames));
  }
}

/** The value of a leaf as a witness stores it. */
export function leafValue(leaf: Leaf, env: Env, base: FactBase): string {
  if (leaf.kind === "control" || leaf.numeric) return leaf.test(env, base) === TRUE ? "yes" : leaf.test(env, base) === FALSE ? "no" : "unknown";
  return wordsOf(leaf.read(env, base)).replace(/ \(.*\)$/, "");
}

type Names = ReadonlyMap<string, string>;
const NO_NAMES: Names = new Map();

function eachMember(node: Quantifier, env: Env, base: FactBase, names: Names, visit: (truth: Truth, names: Names) => void): void {
  for (const member of node.members(env, base).list) {
    env[node.slot] = member;
    const truth = node.where.test(env, base);
    env[node.slot] = member;
    visit(truth, new Map(names).set(node.as, `${node.as}[${member.id}]`));
  }
}

/** A satisfied `some` rests on its satisfying members, a failed `every` on its failing ones; otherwise all members count. */
function decides(kind: Quantifier["kind"], truth: Truth, inner: Truth): boolean {
  if (kind === "some") return truth !== TRUE || inner === TRUE;
  if (kind === "every") return truth !== FALSE || inner === FALSE;
  return truth !== FALSE || inner === TRUE;
}

/** A bound member appears with its id: `n[orders].encryption-at-rest`. */
function leafName(leaf: Leaf, names: Names): string {
  const [head, ...rest] = leaf.path.text.split(".");
  const path = [names.get(head!) ?? head!, ...rest].join(".");
  return leaf.kind === "control" ? `${path}.control.${leaf.type}` : `${path}.${leaf.key}${leaf.numeric ? comparison(leaf) : ""}`;
}
