// What is due in one analysed model, judged at a day.
import { carriedWords } from "@merlon/reports";
import type { Analysis, DecisionStatus, Diagnostic, DueItem, DueReason } from "@merlon/schema";
import { daysBetween } from "./days.ts";

export interface DueSpan {
  readonly at: string;
  /** The last day that counts as soon. */
  readonly until: string;
}

/** `locked`: what the lock says otherwise than what is in use. */
export function dueItems(analysis: Analysis, locked: readonly Diagnostic[], span: DueSpan): readonly DueItem[] {
  const decisions = analysis.decisions.flatMap((status) => reasonsOf(status, span).map((reason) => decisionItem(status, reason, analysis, span)));
  return [...together(decisions), ...assumptionItems(analysis, span), ...lockItems(analysis, locked)];
}

type Dated = Pick<DueItem, "reason" | "on">;

/** Whose threat is gone waits for nobody. */
function reasonsOf({ state, expired, overdue, decision: { until, due } }: DecisionStatus, span: DueSpan): readonly Dated[] {
  if (state === "resolved") return [];
  if (state === "orphaned") return [{ reason: "orphaned" }];
  return [
    ...(expired ? [dated("expired", until)] : isSoon(until, span) ? [dated("expires", until)] : []),
    ...(overdue ? [dated("overdue", due)] : isSoon(due, span) ? [dated("due", due)] : []),
    ...(state === "stale" || state === "unconfirmed" ? [{ reason: state }] : []),
  ];
}

function dated(reason: DueReason, on: string | undefined): Dated {
  return { reason, ...(on === undefined ? {} : { on }) };
}

function isSoon(day: string | undefined, { at, until }: DueSpan): boolean {
  return day !== undefined && day >= at && day <= until;
}

function timed({ reason, on }: Dated, { at }: DueSpan): Pick<DueItem, "reason" | "on" | "days" | "late"> {
  return { reason, ...(on === undefined ? {} : { on, days: daysBetween(at, on) }), late: reason === "expired" || reason === "overdue" };
}

function decisionItem(status: DecisionStatus, dates: Dated, { model, threats }: Analysis, span: DueSpan): DueItem {
  const { key, alias, decision, stale, where } = status;
  const title = threats.find(({ id }) => id === key)?.title ?? key;
  const carried = status.carried ? [`Proposed, since ${carriedWords(status.carried)}.`] : [];
  const says = dates.reason === "stale" ? stale.map(({ fact, was, is }) => `${fact} was ${was}, is ${is}`) : decision.reason === undefined ? [] : [decision.reason];
  return {
    model: model.id, about: "decision", ...timed(dates, span), key: decision.match ? alias ?? key : key, covers: [key], title,
    owners: named([decision.owner ?? decision.by], model.owners), says: [...carried, ...says], ...(where ? { where } : {}),
  };
}

/** One decision about many threats is looked at once. */
function together(items: readonly DueItem[]): readonly DueItem[] {
  const groups = new Map<string, DueItem>();
  for (const item of items) {
    const name = [item.reason, item.key, item.title].join("\n");
    const before = groups.get(name);
    groups.set(name, before ? { ...before, covers: [...before.covers, ...item.covers], says: [...new Set([...before.says, ...item.says])] } : item);
  }
  return [...groups.values()];
}

function assumptionItems({ model, assumptions }: Analysis, span: DueSpan): readonly DueItem[] {
  return assumptions.flatMap(({ id, text, title, by, until, expired }): readonly DueItem[] => {
    if (!expired && !isSoon(until, span)) return [];
    return [{ model: model.id, about: "assumption", ...timed(dated(expired ? "expired" : "expires", until), span), key: id, covers: [], title: title ?? text, owners: named([by], model.owners), says: title === undefined ? [] : [text] }];
  });
}

function lockItems({ model }: Analysis, locked: readonly Diagnostic[]): readonly DueItem[] {
  const [first] = locked;
  if (!first) return [];
  return [{ model: model.id, about: "lock", reason: "lock-differs", key: "merlon.lock", covers: [], title: "Other rules are in use than were locked", owners: named([], model.owners), late: false, says: locked.map(({ message }) => message), ...(first.where ? { where: first.where } : {}) }];
}

/** Who is named for it, else those who own the model. */
function named(people: readonly (string | undefined)[], owners: readonly string[]): readonly string[] {
  const found = people.filter((one) => one !== undefined);
  return found.length > 0 ? found : owners;
}
