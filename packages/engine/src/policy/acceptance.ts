// What the policy asks of a decision at a severity, and what of it a decision lacks: each lack with the line of the policy that asks for it.
import type { AcceptanceNeed, AcceptanceRule, Decision, Policy, Severity } from "@merlon/schema";
import type { EngineCodeId } from "../codes.ts";
import { SEVERITIES } from "../threats/severity.ts";
import { matchesSome } from "./name-pattern.ts";

export interface DecisionLack {
  readonly code: Extract<EngineCodeId, "E3010" | "E3030" | "E3031" | "E3032" | "E3033">;
  /** What is missing, as the end of "The acceptance of x (high) …". */
  readonly text: string;
  /** The line of the policy; absent where nobody wrote one. */
  readonly policy?: string;
  /** The option of `merlon decide` that mends it. */
  readonly options: readonly string[];
}

/** Nothing where the policy asks nothing of such a decision. */
export function decisionLacks(decision: Decision, severity: Severity, policy: Policy, at: string): readonly DecisionLack[] {
  const part = partFor(decision);
  if (part === undefined) return [];
  const rule = ruleAt(part, severity, policy);
  const special = [lengthLack(decision, rule, at), wordsLack(decision, rule), entitledLack(decision, rule, "by"), entitledLack(decision, rule, "owner"), approvalLack(decision, rule)].filter((lack) => lack !== undefined);
  const told = new Set(special.flatMap(({ options }) => options));
  const needs = needsLack(decision, rule, told);
  return needs ? [needs, ...special] : special;
}

type Part = "acceptance" | "dismissal";

function partFor({ state }: Decision): Part | undefined {
  if (state === "accept" || state === "transfer") return "acceptance";
  return state === "not-applicable" || state === "false-positive" ? "dismissal" : undefined;
}

/** Each field with the line that states it; of several severities the one nearest below counts. */
type StatedRule = { readonly [K in keyof AcceptanceRule]?: { readonly value: NonNullable<AcceptanceRule[K]>; readonly line?: string } };

function ruleAt(part: Part, severity: Severity, policy: Policy): StatedRule {
  const worst = SEVERITIES.indexOf(severity);
  const stated = SEVERITIES.slice(0, worst + 1).flatMap((level) => Object.entries(policy[part]?.[level] ?? {}).map(([key, value]) => [key, { value, line: `${part}.${level}.${key}: ${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}` }] as const));
  const from = policy["acceptance-from"];
  const isComplete = part === "acceptance" && worst >= SEVERITIES.indexOf(from ?? "medium");
  const needs: StatedRule = isComplete ? { needs: { value: ["owner", "reason", "until"], ...(from === undefined ? {} : { line: `acceptance-from: ${from}` }) } } : {};
  return { ...needs, ...Object.fromEntries(stated) };
}

/** What is missing is told once, and best with what the policy says about it. */
function needsLack(decision: Decision, { needs }: StatedRule, told: ReadonlySet<string>): DecisionLack | undefined {
  const missing = (needs?.value ?? []).filter((part: AcceptanceNeed) => !decision[part] && !told.has(part));
  return missing.length === 0 ? undefined : { code: "E3010", text: `has no ${missing.join(", no ")}`, ...lineOf(needs), options: missing };
}

function lengthLack({ at, until }: Decision, { "longest-days": longest }: StatedRule, today: string): DecisionLack | undefined {
  if (longest === undefined) return undefined;
  const lack = (text: string): DecisionLack => ({ code: "E3030", text, ...lineOf(longest), options: ["until"] });
  if (until === undefined) return lack(`has no last day, and at most ${longest.value} days are allowed`);
  // A day of decision that is still to come makes nothing shorter.
  const days = dayNumber(until) - dayNumber(at === undefined || at > today ? today : at);
  return days > longest.value ? lack(`holds for ${days} days, and at most ${longest.value} are allowed`) : undefined;
}

/** Days since 1970 of a calendar day, without a clock. */
function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const shifted = year - (month <= 2 ? 1 : 0);
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function wordsLack({ reason = "" }: Decision, { "reason-words": least }: StatedRule): DecisionLack | undefined {
  if (least === undefined) return undefined;
  const words = reason.split(/\s+/).filter((word) => word !== "").length;
  const given = words === 0 ? "no reason" : `a reason of ${words === 1 ? "1 word" : `${words} words`}`;
  return words >= least.value ? undefined : { code: "E3031", text: `gives ${given}, and at least ${least.value} words are asked for`, ...lineOf(least), options: ["reason"] };
}

function entitledLack(decision: Decision, rule: StatedRule, field: "by" | "owner"): DecisionLack | undefined {
  const who = rule[field];
  const name = decision[field];
  if (who === undefined || (name !== undefined && matchesSome(name, who.value))) return undefined;
  const may = who.value.join(" or ");
  const text = name === undefined ? `does not say who ${field === "by" ? "decided" : "bears it"}, and only ${may} may` : field === "by" ? `was decided by ${name}, and only ${may} may` : `is borne by ${name}, and only ${may} may`;
  return { code: "E3032", text, ...lineOf(who), options: [field] };
}

/** Who bears it decided it, where nobody says who did. */
function approvalLack({ owner, by = owner, approved = [] }: Decision, rule: StatedRule): DecisionLack | undefined {
  const needed = rule.approvals ?? (rule.approved && { ...rule.approved, value: 1 });
  if (needed === undefined || needed.value === 0) return undefined;
  const plain = (name: string): string => name.trim().toLowerCase();
  const others = new Set(approved.filter((name) => (by === undefined || plain(name) !== plain(by)) && (rule.approved === undefined || matchesSome(name.trim(), rule.approved.value))).map(plain));
  if (others.size >= needed.value) return undefined;
  const whose = rule.approved === undefined ? "somebody else" : rule.approved.value.join(" or ");
  const agrees = needed.value === 1 ? `it takes the approval of ${whose}` : `it takes ${needed.value} approvals by ${whose === "somebody else" ? "others" : whose}`;
  return { code: "E3033", text: `has ${others.size === 0 ? "no approval" : others.size === 1 ? "1 approval" : `${others.size} approvals`} that counts, and ${agrees}`, ...lineOf(needed), options: ["approved"] };
}

function lineOf(stated: { readonly line?: string } | undefined): { readonly policy?: string } {
  return stated?.line === undefined ? {} : { policy: stated.line };
}
