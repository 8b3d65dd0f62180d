// The proof of a condition for people: all its parts evaluated, down to lines of the model.
import { inherits, isInForce } from "@merlon/core";
import type { ProofNode } from "@merlon/schema";
import { definitionOf } from "../facts/create-fact-base.ts";
import type { FactBase, Support } from "../facts/fact-base.ts";
import { FALSE, TRUE, wordOf, type Truth } from "../facts/truth.ts";
import type { Input } from "../facts/subject.ts";
import type { CompiledCondition, ControlTest, FactTest, Quantifier } from "./compiled.ts";
import { controlsAt } from "./control-truth.ts";
import { comparisonOf, leafText } from "./leaves.ts";
import type { Env } from "./roles.ts";

/** Members of a quantifier that are shown. */
const MOST_MEMBERS = 50;

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
    case "control": return controlProof(node, truth, env, base);
    default: return quantifierProof(node, truth, env, base);
  }
}

function branch(text: string, truth: Truth, node: CompiledCondition, children: readonly ProofNode[]): ProofNode {
  return { text, truth: wordOf(truth), ...(node.because ? { because: node.because } : {}), children };
}

function factProof(node: FactTest, truth: Truth, env: Env, base: FactBase): ProofNode {
  const subject = node.path.get(env);
  const fact = node.read(env, base);
  const stated = subject?.characteristics.get(node.key);
  const definition = subject && definitionOf(subject.kind, node.key);
  const supports = subject && definition?.because ? definition.because(subject, base) : [];
  const where = stated?.where ?? (definition ? undefined : subject?.where);
  return {
    text: `${leafText(node, env, base)} ${comparisonOf(node)}`,
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

function inputNode(input: Input): ProofNode {
  return {
    text: `${input.key} of ${input.subject.title} is not stated`, truth: "unknown", children: [],
    ...(input.subject.where ? { where: input.subject.where } : {}),
  };
}

function controlProof(node: ControlTest, truth: Truth, env: Env, base: FactBase): ProofNode {
  const subject = node.path.get(env);
  const found = subject ? controlsAt(subject).filter((control) => inherits(control.type, node.type)) : [];
  return branch(leafText(node, env, base), truth, node, found.map((control): ProofNode => ({
    text: `control ${control.title} is ${control.state}`, truth: isInForce(control) ? "true" : "false", where: control.where, provenance: "declared", children: [],
  })));
}

/** Of a long list, the members that decide come first. */
function quantifierProof(node: Quantifier, truth: Truth, env: Env, base: FactBase): ProofNode {
  const list = node.members.list(env, base);
  const inner = list.map((member) => {
    env[node.slot] = member;
    return { member, truth: node.where.test(env, base) };
  });
  const wanted = node.kind === "every" ? FALSE : TRUE;
  const deciding = inner.filter((one) => one.truth === wanted);
  const rest = node.kind === "some" && truth === TRUE ? [] : inner.filter((one) => one.truth !== wanted);
  const isLong = deciding.length + rest.length > MOST_MEMBERS;
  const shown = isLong ? [...deciding, ...rest].slice(0, MOST_MEMBERS) : inner.filter((one) => one.truth === wanted || rest.length > 0);
  const children = shown.map(({ member }): ProofNode => {
    env[node.slot] = member;
    const proof = proofOf(node.where, env, base);
    return { text: member.title, truth: proof.truth, ...(member.where ? { where: member.where } : {}), children: [proof] };
  });
  const more: readonly ProofNode[] = isLong ? [{ text: `and ${deciding.length + rest.length - MOST_MEMBERS} more`, truth: wordOf(truth), children: [] }] : [];
  return branch(`${node.kind} of ${node.relation} (${list.length})`, truth, node, [...children, ...more, ...node.members.missing(env, base).map(inputNode)]);
}
