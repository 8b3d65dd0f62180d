// One sentence about what an analysis came to.
import type { Analysis } from "@merlon/schema";

const order = ["critical", "high", "medium", "low", "info"] as const;

export function countsText({ counts }: Pick<Analysis, "counts">): string {
  const open = order.reduce((sum, severity) => sum + counts.open[severity], 0);
  const each = order.filter((severity) => counts.open[severity] > 0).map((severity) => `${counts.open[severity]} ${severity}`);
  const size = `${counted(counts.elements, "element")}, ${counted(counts.flows, "flow")}, ${counted(counts.boundaries, "boundary", "boundaries")}`;
  return `${size}: ${counted(open, "open threat")}${open === 0 ? "" : ` (${each.join(", ")})`}, ${counted(counts.questions, "question")}.`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
