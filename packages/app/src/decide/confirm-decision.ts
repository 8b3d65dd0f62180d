// `merlon decide --confirm`: a decision that went stale or waits for new matches was looked at again and still holds; the facts of today become those it rests on.
import type { Decision, DecisionStatus } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { Session } from "../session.ts";
import { assertSayable, make, recorded, type DecideOptions, type MadeDecision, type SaidDecision } from "./decide.ts";
import { findSubject, type DecidableModel, type DecisionSubject } from "./decision-subject.ts";

/** What is said anew; the rest stays as it was. */
export type ConfirmOptions = DecideOptions & Partial<Omit<SaidDecision, "state">>;

export async function confirmDecision(id: string, model: DecidableModel, session: Session, options: ConfirmOptions = {}): Promise<MadeDecision> {
  const subject = findSubject(id, model, session);
  const before = recorded(subject.written, model.loaded);
  if (!before && subject.proposed) return confirmProposed(subject, subject.proposed, model, session, options);
  if (!before) throw new AppError("A4009", `Nothing is decided about ${subject.key}.`, { hint: "Say what with --state." });
  assertThere(subject);
  assertHolds(subject.key, options.until ?? before.until, session);
  const said = saidNow(options, model, session);
  const refreshed = subject.kind === "bulk" ? expandedNow(subject.key, before, model) : factsNow(subject, before);
  return make({ key: subject.written ?? subject.key, before, decision: { ...before, ...said, at: session.at, ...refreshed } }, model, session, options);
}

/** To confirm what stays expired would change nothing. */
function assertHolds(key: string, until: string | undefined, session: Session): void {
  if (until !== undefined && until < session.at) throw new AppError("A4015", `The decision on ${key} holds until ${until}, and today is ${session.at}.`, { hint: "Give a later day with --until." });
}

/** A decision without its threat is kept as it is. */
function assertThere({ key, status }: DecisionSubject): void {
  if (status?.state === "orphaned") throw new AppError("A4009", `What the decision on ${key} is about is not in the model, so there is nothing to confirm.`, { hint: "If it has another id now: `merlon rename <old> <new> --confirm`. If it was split, say `split-from` at its parts." });
  if (status?.state === "resolved") throw new AppError("A4009", `The threat of the decision on ${key} is gone, so there is nothing to confirm.`, { hint: "Nothing needs to be done: the decision comes back should the threat return." });
}

function saidNow({ dryRun: _, force: __, ...said }: ConfirmOptions, { loaded }: DecidableModel, session: Session): Partial<Decision> {
  assertSayable(said, loaded, session);
  return said;
}

/** A new match of a bulk decision joins it; what was decided about an element that was split or merged becomes a decision here, on the facts as they are here. */
async function confirmProposed(subject: DecisionSubject, proposed: readonly DecisionStatus[], model: DecidableModel, session: Session, options: ConfirmOptions): Promise<MadeDecision> {
  const [first, ...others] = proposed;
  if (!first || others.some(({ decision }) => decision.state !== first.decision.state)) {
    const ways = proposed.map(({ alias = subject.key, decision }) => `${alias} (${decision.state})`);
    throw new AppError("A4009", `Different decisions are proposed for ${subject.key}: ${ways.join(", ")}.`, { hint: "Say with --state which it is to be." });
  }
  if (first.carried) {
    const { facts: _, ...kept } = first.decision;
    const decision = { ...kept, ...saidNow(options, model, session), at: session.at, ...(subject.facts && Object.keys(subject.facts).length > 0 ? { facts: subject.facts } : {}) };
    return make({ key: subject.key, before: undefined, decision }, model, session, options);
  }
  const name = first.alias ?? first.key;
  const bulk = recorded(name, model.loaded);
  if (!bulk) throw new Error(`${name} is written, since it was found`);
  const decision = { ...bulk, ...saidNow(options, model, session), at: session.at, expanded: [...new Set([...bulk.expanded ?? [], subject.key])].sort() };
  return make({ key: name, before: bulk, decision }, model, session, options);
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
