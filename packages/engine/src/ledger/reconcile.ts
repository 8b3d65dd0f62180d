// Lays what people decided over what the engine found: by id, then by alias; stale, expired, resolved and orphaned are said, nothing is lost.
import type { ModelDecision } from "@merlon/core";
import type { DecisionMatch, DecisionStatus, StaleFact, Threat } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { Instance } from "../rules/evaluate.ts";
import type { CompiledRule } from "../rules/compile-rule.ts";
import { SEVERITIES } from "../threats/severity.ts";
import { leavesOf, statedFact, subjectById } from "./fact-values.ts";
import { currentKey, parseKey, printKey, type DecisionKey } from "./threat-key.ts";

export interface Ledger {
  /** By threat id. */
  readonly threats: ReadonlyMap<string, DecisionStatus>;
  /** By cell id. */
  readonly cells: ReadonlyMap<string, DecisionStatus>;
  readonly all: readonly DecisionStatus[];
}

export interface LedgerInput {
  readonly base: FactBase;
  readonly rules: readonly CompiledRule[];
  readonly instances: readonly Instance[];
  readonly threats: readonly Threat[];
  /** YYYY-MM-DD */
  readonly at: string;
}

export function reconcile(input: LedgerInput): Ledger {
  const threats = new Map<string, DecisionStatus>();
  const cells = new Map<string, DecisionStatus>();
  const all: DecisionStatus[] = [];
  const live = new Set(input.threats.map((t) => t.id));
  const superseded = supersededRules(input.rules);
  const place = (id: string, kind: DecisionKey["kind"], status: DecisionStatus) => {
    const map = kind === "cell" ? cells : threats;
    if (!map.has(id) || map.get(id)!.alias !== undefined) map.set(id, status);
  };
  const decisions = [...input.base.model.decisions.values()];
  for (const decision of decisions.filter((d) => !d.match)) {
    const key = currentKey(parseKey(decision.key), input.base.model.formerly, superseded);
    const status = statusOf(decision, key, live, input);
    all.push(status);
    place(printKey(key), key.kind, status);
  }
  for (const decision of decisions.filter((d) => d.match)) all.push(...bulk(decision, input, superseded, place, threats));
  return { threats, cells, all };
}

function supersededRules(rules: readonly CompiledRule[]): ReadonlyMap<string, string> {
  return new Map(rules.flatMap(({ rule }) => (rule.supersedes ?? []).map((old) => [old, rule.id] as const)));
}

function statusOf(decision: ModelDecision, key: DecisionKey, live: ReadonlySet<string>, input: LedgerInput): DecisionStatus {
  const { key: written, where, ...rest } = decision;
  const id = printKey(key);
  const stale = staleFacts(decision, key, input);
  const expired = decision.until !== undefined && decision.until < input.at;
  const present = key.kind === "cell" || live.has(id) || isOpenQuestion(id, input);
  const state = !targetExists(key, input) ? "orphaned" : !present ? "resolved" : stale.length > 0 ? "stale" : expired ? "expired" : "valid";
  return {
    key: id, decision: rest, ...(written === id ? {} : { alias: written }), stale, expired,
    overdue: present && decision.due !== undefined && decision.due < input.at, state, where,
  };
}

function isOpenQuestion(id: string, input: LedgerInput): boolean {
  return input.instances.some((i) => i.outcome === "question" && i.id === id);
}

function targetExists(key: DecisionKey, input: LedgerInput): boolean {
  if (key.kind === "human") return input.base.model.threats.has(key.id);
  if (!subjectById(key.target, input.base)) return false;
  return key.kind === "cell" || input.rules.some((r) => r.rule.id === key.rule);
}

/** Facts the decision stored that have another value now. */
function staleFacts(decision: ModelDecision, key: DecisionKey, input: LedgerInput): readonly StaleFact[] {
  const { base, rules } = input;
  if (!decision.facts) return [];
  const rule = key.kind === "threat" ? rules.find((r) => r.rule.id === key.rule) : undefined;
  const target = key.kind === "human" ? undefined : subjectById(key.target, base);
  const about = key.kind === "threat" && key.about !== undefined ? subjectById(key.about, base) : undefined;
  if (key.kind === "threat" && (!rule || !target)) return [];
  const instance = rule && target ? { rule, target, about } : undefined;
  const now = instance ? leavesOf(instance, base) : {};
  const stale: StaleFact[] = [];
  for (const [written, was] of Object.entries(decision.facts)) {
    const name = written.replace(/\[([^\]]+)\]/g, (_, id: string) => `[${base.model.formerly.get(id) ?? id}]`);
    const current = statedFact(name, instance, base);
    const is = now[name] ?? current?.value ?? "absent";
    if (String(is) !== String(was)) stale.push({ fact: name, was, is, ...(current?.where ? { where: current.where } : {}) });
  }
  return stale;
}

/** A bulk decision covers only the ids people confirmed; new matches wait for a look. */
function bulk(
  decision: ModelDecision, input: LedgerInput, superseded: ReadonlyMap<string, string>,
  place: (id: string, kind: DecisionKey["kind"], status: DecisionStatus) => void, own: ReadonlyMap<string, DecisionStatus>,
): readonly DecisionStatus[] {
  const confirmed = new Set((decision.expanded ?? []).map((id) => printKey(currentKey(parseKey(id), input.base.model.formerly, superseded))));
  const { key, where, ...rest } = decision;
  const expired = decision.until !== undefined && decision.until < input.at;
  const statuses: DecisionStatus[] = [];
  for (const threat of input.threats) {
    if (own.has(threat.id) || !(confirmed.has(threat.id) || matches(decision.match!, threat))) continue;
    const state = !confirmed.has(threat.id) ? "unconfirmed" : expired ? "expired" : "valid";
    const status: DecisionStatus = { key: threat.id, decision: rest, alias: key, stale: [], expired, overdue: false, state, where };
    statuses.push(status);
    if (state !== "unconfirmed") place(threat.id, "threat", status);
  }
  return statuses;
}

function matches(match: DecisionMatch, threat: Threat): boolean {
  if (match.rule !== undefined && threat.rule?.id !== match.rule) return false;
  if (match.at !== undefined && threat.target.id !== match.at) return false;
  if (match.stride !== undefined && !threat.stride.includes(match.stride)) return false;
  return match.severity === undefined || SEVERITIES.indexOf(threat.severity) <= SEVERITIES.indexOf(match.severity);
}
