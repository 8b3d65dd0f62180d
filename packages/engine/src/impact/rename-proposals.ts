// Renames that nobody declared, with the decisions that would follow if somebody did.
import { probableRenames } from "@merlon/core";
import type { RenameProposal } from "@merlon/schema";
import { idsOfKey, parseKey } from "../ledger/threat-key.ts";
import type { Comparison } from "./comparison.ts";

export function renameProposals({ diff, after: { model } }: Comparison): readonly RenameProposal[] {
  const titles = new Map(diff.changes.map(({ operation }) => [operation.object, operation.title]));
  const keys = [...model.decisions.values()].flatMap(({ key, expanded = [] }) => (expanded.length > 0 ? expanded : [key]));
  return probableRenames(diff).map(({ from, to, map, score }): RenameProposal => ({
    map: map as RenameProposal["map"], from, to, title: titles.get(to) ?? to, score, // of the id space, which impacts speak of too
    decisions: keys.filter((key) => idsOfKey(parseKey(key)).includes(from)).sort(),
  }));
}
