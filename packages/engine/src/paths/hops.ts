// The steps of a way as hops that people read: what, how in ATT&CK's words, why it is possible, what slows it down.
import type { AttackEffort, AttackHop, PathBarrier } from "@merlon/schema";
import type { FlowSubject, Subject } from "../facts/subject.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { valueOf } from "../facts/fact-words.ts";
import { questionId } from "../questions/build-questions.ts";
import { targetOf } from "../threats/build-threat.ts";
import type { Barrier, Step } from "./attack-step.ts";
import type { Openings } from "./openings.ts";
import { wordsOfStep } from "./step-words.ts";
import { TECHNIQUES } from "./techniques.ts";

export interface HopContext {
  readonly base: FactBase;
  readonly costs: Int32Array;
  readonly openingsOf: Openings;
}

/** `steps` in an order in which they can be done; what is only bookkeeping is skipped. */
export function hopsOf(steps: readonly Step[], context: HopContext): readonly AttackHop[] {
  const hops: AttackHop[] = [];
  /** The hops that brought each fact. */
  const brought = new Map<number, readonly number[]>();
  for (const step of steps) {
    const needs = [...new Set(step.needs.flatMap((need) => brought.get(need) ?? []))].sort((a, b) => a - b);
    if (step.kind === "given") {
      brought.set(step.gives, needs);
      continue;
    }
    const hop = hopOf(step, step.kind, hops.length + 1, needs, context);
    brought.set(step.gives, [hop.number]);
    hops.push(hop);
  }
  return hops;
}

function hopOf(step: Step, kind: AttackHop["step"], number: number, needs: readonly number[], { base, costs, openingsOf }: HopContext): AttackHop {
  const { technique, tactic } = TECHNIQUES[step.technique];
  const flow = step.at.kind === "flow" ? step.at : step.door?.flow;
  const { where } = flow ?? step.at;
  return {
    number, step: kind, text: wordsOfStep(step), at: targetOf(step.at), ...(flow ? { flow: flow.id } : {}), ...(step.data ? { data: step.data.id } : {}), needs,
    tactic, techniques: [technique], cost: costs[step.id]!, because: becauseOf(step, base), barriers: step.toll.barriers.map(barrierOf),
    openings: openingsOf(step).map(({ id }) => id).sort(), assumed: step.toll.unknown.map(questionId), ...(where ? { where } : {}),
  };
}

export function barrierOf({ subject, key, value, adds }: Barrier): PathBarrier {
  return { object: subject.id, title: subject.title, key, value, adds };
}

/** The facts that make a step possible, apart from what is stated against it. */
function becauseOf(step: Step, base: FactBase): readonly string[] {
  const { kind, at, technique } = step;
  const flow = at.kind === "flow" ? at : step.door?.flow;
  switch (kind) {
    case "reach": return flow ? [wayOf(flow)] : [`${at.title} is internet-facing`];
    case "authenticate": return flow && technique === "agent-tool" ? [said("human-approval", flow, base)] : flow ? [said("authentication", flow, base)] : [];
    case "exploit": return flow && (technique === "command" || technique === "deploy") ? [said("administrative", flow, base)] : [];
    default: return becauseOfData(step, flow, base);
  }
}

function becauseOfData({ kind, at, data, technique, toll }: Step, flow: FlowSubject | undefined, base: FactBase): readonly string[] {
  const name = data?.title ?? "";
  switch (kind) {
    case "assume-role": return [`${name} opens ${at.title}`];
    case "read":
    case "steal-credential": return [`${name} is ${at.kind === "flow" ? "on" : "at"} ${at.title}`, ...(flow && technique.startsWith("sniff") ? [said("encryption-in-transit", flow, base)] : [])];
    case "exfiltrate": return [said("egress-filtering", toll.unknown[0]?.subject ?? toll.barriers[0]?.subject ?? at, base)];
    default: return [];
  }
}

function wayOf({ title, from, to, via }: FlowSubject): string {
  return `${title} goes from ${from.title} to ${to.title}${via.length > 0 ? ` via ${via.map((one) => one.title).join(", ")}` : ""}`;
}

function said(key: string, subject: Subject, base: FactBase): string {
  return `${key} of ${subject.title} is ${valueOf(base.fact(subject, key))}`;
}

export function effortOf(cost: number): AttackEffort {
  return cost <= 4 ? "low" : cost <= 8 ? "moderate" : cost <= 12 ? "high" : "very-high";
}
