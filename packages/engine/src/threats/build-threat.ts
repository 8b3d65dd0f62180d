// Turns a firing rule instance, or a person's threat, into the threat people read.
import type { ModelThreat } from "@merlon/core";
import type { Fix, Mitigated, Target, Threat, ThreatFix, ThreatStatus } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { Subject } from "../facts/subject.ts";
import { bind, type Instance } from "../rules/evaluate.ts";
import type { CompiledRule } from "../rules/compile-rule.ts";
import type { CompiledCondition } from "../rules/compiled.ts";
import { leafText, visitDeciding } from "../rules/leaves.ts";
import { parsePath, parseRole, type Env } from "../rules/roles.ts";
import { SEVERITIES, scoreThreat, severityOf } from "./severity.ts";
import { fill, fillParts, statementOf } from "./threat-text.ts";
import { TRUE } from "../facts/truth.ts";

export function targetOf(subject: Subject, leg?: "request" | "response"): Target {
  return { kind: subject.kind === "end" ? "path" : subject.kind, id: subject.id, title: subject.title, ...(leg && subject.kind === "flow" ? { leg } : {}) };
}

/** A generated threat before decisions are laid over it. */
export function threatOf(instance: Instance, base: FactBase): Threat {
  const { rule: compiled, target, about } = instance;
  const { rule } = compiled;
  const env = bind(instance);
  const parts = fillParts(compiled, env);
  return {
    id: instance.id, origin: "rule", rule: { id: rule.id, revision: rule.revision, pack: rule.pack },
    target: targetOf(target, rule.threat.leg ?? "request"), ...(about ? { about: about.id } : {}),
    ...(rule.responsible ? { responsible: responsibleFor(instance, base) } : {}),
    title: rule.title, statement: statementOf(parts, rule.title), parts,
    stride: rule.stride, linddun: rule.linddun ?? [], cwe: rule.cwe ?? [], capec: rule.capec ?? [], attack: rule.attack ?? [],
    ...scoreThreat(rule, target, about, base), status: "open",
    why: rule.why, fixes: rule.fix.filter((_, i) => (compiled.fixWhere[i]?.test(env, base) ?? TRUE) === TRUE).map((fix) => fixOf(fix, compiled, env)),
    ...(target.where ? { where: target.where } : {}),
  };
}

/** Each once, by kind and id; the target is none of them. */
function responsibleFor(instance: Instance, base: FactBase): readonly Target[] {
  const env = bind(instance);
  const found = new Set(instance.rule.responsible.flatMap(({ members, slot, where }) => members.list(env, base).filter((member) => {
    env[slot] = member;
    return !where || where.test(env, base) === TRUE;
  })));
  found.delete(instance.target);
  const key = ({ kind, id }: Target): string => `${kind} ${id}`;
  return [...found].map((subject) => targetOf(subject)).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function fixOf(fix: Fix, compiled: CompiledRule, env: Env): ThreatFix {
  const attack = fix.attack ?? [];
  if ("advice" in fix) return { kind: "advice", text: fill(fix.advice, compiled.roles, env), attack };
  const text = fill(fix.text, compiled.roles, env);
  if ("change" in fix) {
    const found = parsePath(fix.change.set, compiled.roles);
    const object = found?.path.get(env);
    return { kind: "change", text, attack, ...(object && found ? { edit: { object: object.id, key: found.last, value: fix.change.to } } : {}) };
  }
  const at = parseRole(fix["add-control"].at, compiled.roles)?.get(env);
  return { kind: "add-control", text, attack, ...(at ? { edit: { type: fix["add-control"].type, at: at.id } } : {}) };
}

export function mitigatedOf(instance: Instance, base: FactBase): Mitigated {
  const { rule, target } = instance;
  return {
    id: instance.id, rule: rule.rule.id, target: targetOf(target, rule.rule.threat.leg ?? "request"), stride: rule.rule.stride,
    by: rule.unless ? decidingTexts(rule.unless, bind(instance), base) : [],
  };
}

/** The leaves that decide a condition, in words, each once. */
export function decidingTexts(node: CompiledCondition, env: Env, base: FactBase): readonly string[] {
  const texts = new Set<string>();
  visitDeciding(node, env, base, (leaf) => texts.add(leafText(leaf, env, base)));
  return [...texts];
}

/** A person's threat beside the generated ones. Never changed by the engine. */
export function humanThreatOf(source: ModelThreat, base: FactBase): Threat {
  const { subjects } = base;
  const found = source.at.flatMap((at) => subjects.elements.get(at) ?? subjects.flows.get(at) ?? subjects.boundaries.get(at) ?? []);
  const targets = (found.length === 0 ? [subjects.root] : found).map((subject) => targetOf(subject));
  const likelihood = source.likelihood ?? 2;
  const impact = source.consequence ?? 2;
  const score = (value: number, stated: boolean) => ({ value, reasons: [stated ? "stated" : "not stated, counted as 2"], assumed: !stated });
  return {
    id: source.id, origin: "person", target: targets[0]!, ...(targets.length > 1 ? { targets } : {}),
    title: source.title, statement: statementOf(source.statement ?? {}, source.title), parts: source.statement ?? {},
    stride: source.stride ?? [], linddun: source.linddun ?? [], cwe: source.cwe ?? [], capec: source.capec ?? [], attack: source.attack ?? [],
    severity: severityOf(likelihood, impact, base.library.profile),
    likelihood: score(likelihood, source.likelihood !== undefined), impact: score(impact, source.consequence !== undefined),
    status: "open", why: source.description ?? "", fixes: [],
    ...(source.by ? { by: source.by } : {}), where: source.where,
  };
}

const RANK: Readonly<Record<ThreatStatus, number>> = { open: 0, planned: 1, accepted: 2, dismissed: 3 };

/** Undecided before decided, worst first, then by id. */
export function compareThreats(a: Threat, b: Threat): number {
  return RANK[a.status] - RANK[b.status] || SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
