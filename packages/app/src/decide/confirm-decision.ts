// `merlon decide --confirm`: a decision that went stale or waits for new matches was looked at again and still holds; the facts of today become those it rests on.
import type { Decision, DecisionStatus } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { Session } from "../session.ts";
import { assertLastDay, make, recorded, type DecideOptions, type MadeDecision } from "./decide.ts";
import { findSubject, type DecidableModel, type DecisionSubject } from "./decision-subject.ts";

export interface ConfirmOptions extends DecideOptions {
  readonly by?: string;
  readonly reason?: string;
  /** A new last day. */
  readonly until?: string;
}

export async function confirmDecision(id: string, model: DecidableModel, session: Session, options: ConfirmOptions = {}): Promise<MadeDecision> {
  const subject = findSubject(id, model, session);
  const before = recorded(subject.written, model.loaded);
  if (!before) throw new AppError("A4009", `Nothing is decided about ${subject.key}.`, { hint: "Say what with --state." });
  assertLastDay(options.until, session);
  const { by, reason, until } = options;
  const said = { ...(by === undefined ? {} : { by }), ...(reason === undefined ? {} : { reason }), ...(until === undefined ? {} : { until }) };
  const refreshed = subject.kind === "bulk" ? expandedNow(subject.key, before, model) : factsNow(subject, before);
  return make({ key: subject.written ?? subject.key, before, decision: { ...before, ...said, at: session.at, ...refreshed } }, model, session, { ...options, force: true });
}

/** Other decisions that went stale because of the same values at the same places. */
export function staleAlike(id: string, { analysis: { decisions } }: DecidableModel): readonly string[] {
  const one = decisions.find((status) => status.key === id || status.alias === id);
  if (!one || one.stale.length === 0) return [];
  const causes = new Set(causesOf(one));
  return decisions.filter((other) => other !== one && other.state === "stale" && causesOf(other).every((cause) => causes.has(cause))).map(({ key }) => key);
}

function causesOf({ stale }: DecisionStatus): readonly string[] {
  return stale.map(({ fact, is, where }) => JSON.stringify([where?.file ?? fact, where?.line, where?.column, is]));
}

function factsNow({ facts, kind, status }: DecisionSubject, before: Decision): Pick<Decision, "facts"> {
  if (kind === "threat" && facts) return { facts };
  const is = new Map((status?.stale ?? []).map((stale) => [stale.fact, stale.is]));
  return before.facts ? { facts: Object.fromEntries(Object.entries(before.facts).map(([fact, was]) => [fact, is.get(fact) ?? was])) } : {};
}

function expandedNow(key: string, before: Decision, { analysis }: DecidableModel): Pick<Decision, "expanded"> {
  const waiting = analysis.decisions.filter((status) => status.alias === key && status.state === "unconfirmed").map((status) => status.key);
  return { expanded: [...new Set([...before.expanded ?? [], ...waiting])].sort() };
}
