// The account of one import: every value of the foreign file is carried, is layout, is computed by the tool itself, or is listed as a loss. What nobody claimed is listed as dropped, so nothing is lost silently.
import type { Loss, LossKind } from "@merlon/schema";
import { excerpt } from "./excerpt.ts";
import { escapeKey, isBlank, isMap, lastKey, pattern } from "./place.ts";
import type { Place } from "./place.ts";

type Fate = "carried" | "layout" | "computed" | "lost";

export interface LossNote {
  readonly kind: LossKind;
  /** JSON pointer into the foreign file. */
  readonly at: string;
  readonly what: string;
  readonly why: string;
  readonly object?: string | undefined;
  /** false: only a remark about this place; its values are accounted for on their own. */
  readonly claims?: false;
}

interface Sum {
  readonly note: LossNote;
  count: number;
}

/** Fates hold for a value and all below it that has no fate of its own; the last word counts. */
export interface Account {
  readonly fates: Map<string, Fate>;
  readonly losses: Loss[];
  readonly sums: Map<string, Sum>;
}

export function openAccount(): Account {
  return { fates: new Map(), losses: [], sums: new Map() };
}

export function settleAs(account: Account, fate: Fate, at: string): void {
  account.fates.set(at, fate);
}

export function lose(account: Account, note: LossNote): void {
  const { kind, at, what, why, object } = note;
  if (note.claims !== false) settleAs(account, "lost", at);
  account.losses.push({ kind, at, what, why, ...(object === undefined ? {} : { object }) });
}

/** The same loss at many objects: one line with a count, `at` with `*` for the objects. */
export function loseEach(account: Account, note: Omit<LossNote, "object">): void {
  if (note.claims !== false) settleAs(account, "lost", note.at);
  const key = `${note.kind} ${pattern(note.at)} ${note.what}`;
  const sum = account.sums.get(key);
  if (sum === undefined) account.sums.set(key, { note, count: 1 });
  else sum.count++;
}

const order: readonly LossKind[] = ["dropped", "guessed", "defaulted", "kept"];

/** All losses, dropped first; within a kind in the order they came up. */
export function closeAccount(account: Account, root: Place): readonly Loss[] {
  const tally = { layout: 0, computed: 0 };
  const left = walk(account, root, {}, tally);
  const all = [
    ...account.losses,
    ...[...account.sums.values()].map(summed),
    ...left.forgotten.map(unclaimed),
    ...(tally.layout > 0 ? [layoutLoss(tally.layout)] : []),
    ...(tally.computed > 0 ? [computedLoss(tally.computed)] : []),
  ];
  return order.flatMap((kind) => all.filter((loss) => loss.kind === kind));
}

/** Not one place, but the whole file. */
const everywhere = "/**";

function summed(sum: Sum): Loss {
  const { kind, at, what, why } = sum.note;
  return sum.count === 1 ? { kind, at, what, why } : { kind, at: pattern(at), what: `${what} (${sum.count} times)`, why };
}

function unclaimed(place: Place): Loss {
  return { kind: "dropped", at: place.at, what: `\`${lastKey(place.at)}\`: ${excerpt(place.value)}`, why: "The reader does not know this field." };
}

function layoutLoss(count: number): Loss {
  return { kind: "dropped", at: everywhere, what: `layout and styling: ${count} values`, why: "A model says nothing about its drawing; pictures are laid out anew." };
}

function computedLoss(count: number): Loss {
  return { kind: "dropped", at: everywhere, what: `values the tool works out itself: ${count}`, why: "They follow from the rest of the file." };
}

interface Walked {
  /** Somebody claimed this value or something below it. */
  readonly claimed: boolean;
  /** The highest places below which nothing was claimed. */
  readonly forgotten: readonly Place[];
}

interface Above {
  readonly fate?: Fate | undefined;
  /** The whole around it is listed, so that its layout is not told again. */
  readonly listed?: boolean;
}

const known: Walked = { claimed: true, forgotten: [] };

function walk(account: Account, place: Place, above: Above, tally: { layout: number; computed: number }): Walked {
  const own = account.fates.get(place.at);
  const fate = own ?? above.fate;
  if (isBlank(place.value)) return { claimed: own !== undefined, forgotten: [] };
  const children = childrenOf(place);
  if (children === undefined) {
    if ((fate === "layout" || fate === "computed") && above.listed !== true) tally[fate]++;
    return fate === undefined ? { claimed: false, forgotten: [place] } : known;
  }
  const here = { fate, listed: above.listed === true || own === "lost" };
  const below = children.map((child) => walk(account, child, here, tally));
  const claimed = fate !== undefined || below.some((child) => child.claimed);
  const forgotten = below.flatMap((child) => child.forgotten);
  return { claimed, forgotten: claimed || forgotten.length === 0 || place.at === "" ? forgotten : [place] };
}

function childrenOf(place: Place): readonly Place[] | undefined {
  if (Array.isArray(place.value)) return place.value.map((value: unknown, index) => ({ at: `${place.at}/${index}`, value }));
  if (!isMap(place.value)) return undefined;
  return Object.entries(place.value).map(([key, value]) => ({ at: `${place.at}/${escapeKey(key)}`, value }));
}
