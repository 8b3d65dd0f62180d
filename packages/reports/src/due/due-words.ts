// What is due, as a person would say it, and by whom it is seen to.
import type { Due, DueItem } from "@merlon/schema";
import { counted, listed } from "../wording/counted.ts";

/** `expired on 2026-11-01, 24 days ago`, `due on 2026-12-01, in 6 days`. */
export function dueWords({ reason, on, days }: DueItem): string {
  switch (reason) {
    case "expired": return `expired on ${onDay(on, days)}`;
    case "overdue": return `was due on ${onDay(on, days)}`;
    case "expires": return `expires on ${onDay(on, days)}`;
    case "due": return `due on ${onDay(on, days)}`;
    case "stale": return "stale";
    case "unconfirmed": return "not confirmed";
    case "orphaned": return "about nothing any more";
    case "lock-differs": return "the lock differs";
  }
}

function onDay(on = "a day", days = 0): string {
  if (days === 0) return `${on}, today`;
  return days < 0 ? `${on}, ${counted(-days, "day")} ago` : `${on}, in ${counted(days, "day")}`;
}

export interface OwnersItems {
  readonly owner: string;
  readonly items: readonly DueItem[];
}

/** In the order of the items. */
export function byOwner({ items }: Due): readonly OwnersItems[] {
  const owners = new Map<string, DueItem[]>();
  for (const item of items) {
    const owner = item.owners.length === 0 ? "Nobody is named" : listed(item.owners);
    owners.set(owner, [...owners.get(owner) ?? [], item]);
  }
  return [...owners].map(([owner, own]) => ({ owner, items: own }));
}

/** `2 late, 3 more to look at by 2026-12-25`. */
export function dueSentence({ items, until }: Due): string {
  const late = items.filter((item) => item.late).length;
  const rest = items.length - late;
  if (items.length === 0) return `nothing is due by ${until}`;
  const parts = [late > 0 ? `${late} late` : "", rest > 0 ? `${rest} ${late > 0 ? "more " : ""}to look at` : ""].filter((part) => part !== "");
  return `${parts.join(", ")} by ${until}`;
}

/** Of a bulk decision how many it covers, else only what its key does not say. */
export function coversWords({ key, covers }: DueItem): string {
  return covers.length > 1 ? `covers ${counted(covers.length, "threat")}` : covers[0] === undefined || covers[0] === key ? "" : `covers ${covers[0]}`;
}
