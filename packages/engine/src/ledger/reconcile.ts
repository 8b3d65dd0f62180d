// Lays what people decided over what the engine found: by id, then by alias; stale, expired, resolved and orphaned are said, nothing is lost.
import type { ModelDecision } from "@merlon/core";
import type { CarriedDecision, DecisionStatus, Threat } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { targetById } from "../paths/target-by-id.ts";
import type { CompiledRule } from "../rules/compile-rule.ts";
import type { Instance } from "../rules/evaluate.ts";
import { misfits } from "./bulk-match.ts";
import { staleFacts } from "./stale-facts.ts";
import { carriedTo, successionsIn } from "./successions.ts";
import { currentKeys, idsOfKey, parseKey, printKey, successorsAmong, type Aliases, type DecisionKey } from "./threat-key.ts";

export interface Ledger {
  /** By threat id. */
  readonly threats: ReadonlyMap<string, DecisionStatus>;
  /** By cell id. */
  readonly cells: ReadonlyMap<string, DecisionStatus>;
  readonly all: readonly DecisionStatus[];
}

export interface LedgerInput {
  readonly base: FactBase;
  readonly rules: ReadonlyMap<string, CompiledRule>;
  readonly instances: readonly Instance[];
  readonly threats: readonly Threat[];
  /** YYYY-MM-DD */
  readonly at: string;
}

interface Situation {
  readonly base: FactBase;
  readonly at: string;
  readonly aliases: Aliases;
  readonly rules: ReadonlyMap<string, CompiledRule>;
  readonly threats: ReadonlyMap<string, Threat>;
  readonly successions: readonly CarriedDecision[];
  /** Ids of threats, and of questions that could become one. */
  readonly present: ReadonlySet<string>;
}

export function reconcile({ base, rules, instances, threats: found, at }: LedgerInput): Ledger {
  const threats = new Map<string, DecisionStatus>();
  const cells = new Map<string, DecisionStatus>();
  const decisions = [...base.model.decisions.values()];
  if (decisions.length === 0) return { threats, cells, all: [] };
  const situation: Situation = {
    base, at, successions: successionsIn(base.model), aliases: { formerly: base.model.formerly, successors: successorsAmong(base.library.rules) }, rules,
    threats: new Map(found.map((threat) => [threat.id, threat])),
    present: new Set([...found.map(({ id }) => id), ...instances.filter(({ outcome }) => outcome === "question").map(({ id }) => id)]),
  };
  const all: DecisionStatus[] = [];
  for (const decision of decisions) {
    if (decision.match) continue;
    for (const [key, status] of ownStatuses(decision, situation)) {
      all.push(status);
      const map = key.kind === "cell" ? cells : threats;
      // Under its own id a decision comes before one that is found by an older name.
      if (!map.has(status.key) || (map.get(status.key)!.alias !== undefined && status.alias === undefined)) map.set(status.key, status);
    }
  }
  for (const decision of decisions) if (decision.match) all.push(...bulkStatuses(decision, situation, threats));
  for (const decision of decisions) if (!decision.match) all.push(...carriedStatuses(decision, situation, { threats, cells }));
  return { threats, cells, all };
}

function ownStatuses(decision: ModelDecision, situation: Situation): readonly (readonly [DecisionKey, DecisionStatus])[] {
  return keysToday(decision.key, situation).map((key) => [key, statusOf(decision, key, situation)]);
}

/** The key itself where it is live, else every newer one that is, else one under which it may come back. */
function keysToday(written: string, situation: Situation): readonly DecisionKey[] {
  const [own, ...newer] = currentKeys(parseKey(written), situation.aliases);
  if (newer.length === 0 || isPresent(own!, situation)) return [own!];
  const live = newer.filter((key) => isPresent(key, situation));
  return live.length > 0 ? live : [[own!, ...newer].find((key) => targetExists(key, situation)) ?? own!];
}

function statusOf(decision: ModelDecision, key: DecisionKey, situation: Situation): DecisionStatus {
  const { key: written, where, ...rest } = decision;
  const id = printKey(key);
  const present = isPresent(key, situation);
  const stale = staleFacts(decision, key, situation.rules, situation.base);
  const expired = isPast(decision.until, situation);
  const state = !targetExists(key, situation) ? (wasSucceeded(key, situation) ? "resolved" : "orphaned") : !present ? "resolved" : stale.length > 0 ? "stale" : expired ? "expired" : "valid";
  return {
    key: id, decision: rest, ...(written === id ? {} : { alias: written }), stale, expired, overdue: present && isPast(decision.due, situation), state, where,
  };
}

/** What is gone because it was split lives on in its parts. */
function wasSucceeded(key: DecisionKey, { successions }: Situation): boolean {
  return idsOfKey(key).some((id) => successions.some(({ from }) => from === id));
}

/** A day that is named is still in: only the next one is past it. */
function isPast(day: string | undefined, { at }: Situation): boolean {
  return day !== undefined && day < at;
}

function isPresent(key: DecisionKey, situation: Situation): boolean {
  return key.kind === "cell" ? targetExists(key, situation) : situation.present.has(printKey(key));
}

function targetExists(key: DecisionKey, { base, rules }: Situation): boolean {
  if (key.kind === "human") return base.model.threats.has(key.id);
  const rule = key.kind === "threat" ? rules.get(key.rule) : undefined;
  const target = targetById(key.target, rule, base);
  if (!target) return false;
  return key.kind === "cell" ? target.kind !== "data" && target.kind !== "model" : rule?.rule.scope === target.kind;
}

/** What was decided about an element that was split or merged waits at its successors, where nothing is decided yet. */
function carriedStatuses(decision: ModelDecision, situation: Situation, decided: Pick<Ledger, "threats" | "cells">): readonly DecisionStatus[] {
  return situation.successions.flatMap((carried) => keysToday(decision.key, situation).flatMap((own): readonly DecisionStatus[] => {
    const there = carriedTo(carried, own, decision);
    if (!there) return [];
    return keysToday(printKey(there.key), situation).filter((key) => isPresent(key, situation) && hasRow(key, situation) && !(key.kind === "cell" ? decided.cells : decided.threats).has(printKey(key)))
      .map((key) => ({ ...statusOf({ ...decision, ...there.decision }, key, situation), alias: decision.key, state: "unconfirmed" as const, carried }));
  }));
}

/** Whether the cell of an element is in a table: of a boundary around it that a flow of it crosses. */
function hasRow(key: DecisionKey, { base }: Situation): boolean {
  const element = key.kind === "cell" ? base.subjects.elements.get(key.target) : undefined;
  return !element || element.boundaries.some(({ crossings }) => crossings.some(({ from, to }) => from === element || to === element));
}

/** A bulk decision covers what fits it and what people confirmed; what only fits waits for a look, and what was confirmed and fits no more is stale. */
function bulkStatuses(decision: ModelDecision, situation: Situation, decided: Map<string, DecisionStatus>): readonly DecisionStatus[] {
  const confirmed = new Map((decision.expanded ?? []).flatMap((id) => keysToday(id, situation)).map((key) => [printKey(key), key]));
  const statuses: DecisionStatus[] = [];
  for (const [id, key] of confirmed) {
    if (decided.has(id)) continue;
    const threat = situation.threats.get(id);
    const status = statusOf(decision, key, situation);
    const misfit = threat ? misfits(decision.match!, threat, situation.aliases) : [];
    statuses.push(misfit.length === 0 ? status : { ...status, stale: [...misfit, ...status.stale], state: "stale" });
  }
  for (const threat of situation.threats.values()) {
    if (decided.has(threat.id) || confirmed.has(threat.id) || misfits(decision.match!, threat, situation.aliases).length > 0) continue;
    statuses.push({ ...statusOf(decision, parseKey(threat.id), situation), state: "unconfirmed" });
  }
  for (const status of statuses) if (status.state !== "unconfirmed") decided.set(status.key, status);
  return statuses;
}
