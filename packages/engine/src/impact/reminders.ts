// What to think of beside the threats when something of a type is added: what a type's entry in the library reminds of.
import { lineage } from "@merlon/core";
import type { Reminder } from "@merlon/schema";
import type { Comparison } from "./comparison.ts";

export function remindersOf({ diff, after }: Comparison): readonly Reminder[] {
  const { types } = after.judged.prepared.base.index;
  const byText = new Map<string, { because: string[]; operations: number[] }>();
  for (const { operation } of diff.changes) {
    if (operation.kind !== "add" || operation.map !== "elements") continue;
    const element = after.model.elements.get(operation.object);
    const text = lineage(element?.type ?? "").map((key) => types.get(key)?.reminder).find((found) => found !== undefined);
    if (!element || text === undefined) continue;
    const known = byText.get(text) ?? { because: [], operations: [] };
    known.because.push(element.title);
    known.operations.push(operation.id);
    byText.set(text, known);
  }
  return [...byText].map(([text, { because, operations }]) => ({ text, because: `You added ${because.join(", ")}.`, operations }));
}
