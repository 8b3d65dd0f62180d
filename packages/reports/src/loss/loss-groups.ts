// Losses of an import put together: the same thing for the same reason is one entry with all its places.
import type { Loss, LossKind } from "@merlon/schema";
import { listed } from "../wording/counted.ts";
import { lossRank } from "./loss-rank.ts";

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

/** Worst kind first; whole objects before what was said of them, then the most frequent. Boxes that nobody ticked are one entry. */
export function lossGroups(losses: readonly Loss[]): readonly LossGroup[] {
  const groups = new Map<string, LossGroup & { places: LossGroup["places"][number][] }>();
  for (const { kind, what, why, at, object } of losses) {
    const key = JSON.stringify([kind, what, why]);
    const group = groups.get(key) ?? { kind, what, why, places: [] };
    group.places.push({ at, ...(object === undefined ? {} : { object }) });
    groups.set(key, group);
  }
  return [...withoutTicks([...groups.values()])].sort((a, b) =>
    LOSS_KINDS.indexOf(a.kind) - LOSS_KINDS.indexOf(b.kind) || lossRank(a) - lossRank(b) || b.places.length - a.places.length || (a.what < b.what ? -1 : a.what > b.what ? 1 : 0));
}

const unticked = /^`([^`]+): false`(.*)$/;

function withoutTicks(groups: readonly LossGroup[]): readonly LossGroup[] {
  const together = new Map<string, readonly LossGroup[]>();
  for (const group of groups.filter(({ what }) => unticked.test(what))) {
    const key = JSON.stringify([group.kind, group.why]);
    together.set(key, [...together.get(key) ?? [], group]);
  }
  const several = [...together.values()].filter((same) => same.length > 1);
  return [...groups.filter((group) => !several.some((same) => same.includes(group))), ...several.map(summed)];
}

function summed(groups: readonly LossGroup[]): LossGroup {
  const sorted = [...groups].sort((a, b) => (a.what < b.what ? -1 : 1));
  const keys = sorted.map(({ what }) => { const [, key = what, times = ""] = unticked.exec(what) ?? []; return `\`${key}\`${times}`; });
  const [first] = groups;
  return { kind: first?.kind ?? "dropped", what: `values that say \`false\`: ${listed(keys)}`, why: first?.why ?? "", places: sorted.flatMap(({ places }) => places) };
}
