// Losses of an import put together: the same thing for the same reason is one entry with all its places.
import type { Loss, LossKind } from "@merlon/schema";

export interface LossGroup {
  readonly kind: LossKind;
  readonly what: string;
  readonly why: string;
  readonly places: readonly { readonly at: string; readonly object?: string }[];
}

export const LOSS_KINDS: readonly LossKind[] = ["dropped", "guessed", "defaulted", "kept"];

export const lossWords: Readonly<Record<LossKind, { readonly mark: string; readonly meaning: string }>> = {
  dropped: { mark: "✗", meaning: "not carried over" },
  guessed: { mark: "?", meaning: "inferred from weak signs: look at these" },
  defaulted: { mark: "◔", meaning: "the source does not say: a value of ours stands in" },
  kept: { mark: "+", meaning: "no word of ours: kept under a key that begins with x-" },
};

/** Worst kind first, then the most frequent. */
export function lossGroups(losses: readonly Loss[]): readonly LossGroup[] {
  const groups = new Map<string, LossGroup & { places: LossGroup["places"][number][] }>();
  for (const { kind, what, why, at, object } of losses) {
    const key = JSON.stringify([kind, what, why]);
    const group = groups.get(key) ?? { kind, what, why, places: [] };
    group.places.push({ at, ...(object === undefined ? {} : { object }) });
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) =>
    LOSS_KINDS.indexOf(a.kind) - LOSS_KINDS.indexOf(b.kind) || b.places.length - a.places.length || (a.what < b.what ? -1 : a.what > b.what ? 1 : 0));
}
