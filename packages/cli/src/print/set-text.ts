// What `merlon analyze` prints for a folder of models: a line for each, and the totals.
import type { AnalysedModel } from "@merlon/app";
import { analysisSetOf, severities } from "@merlon/app";
import { renderTable, type Page } from "@merlon/reports";
import type { Severity } from "@merlon/schema";
import { counted } from "./counts-text.ts";

const titles: readonly string[] = ["critical", "high", "medium", "low", "questions"];

export function setText(models: readonly AnalysedModel[], { page }: { readonly page: Page }): string {
  const { totals } = analysisSetOf(models);
  const rows = models.map(({ name, analysis }) => row(name, analysis.counts.open, analysis.counts.questions));
  const total = row(counted(totals.models, "model"), totals.open, totals.questions);
  const columns = [{ title: "model", max: 40 }, ...titles.map((title) => ({ title, align: "right" as const }))];
  return renderTable(columns, [...rows, total], page);
}

function row(name: string, open: Readonly<Record<Severity, number>>, questions: number) {
  const counts = [...severities].reverse().filter((severity) => severity !== "info").map((severity) => String(open[severity]));
  return { cells: [name, ...counts, String(questions)].map((cell) => [cell]) };
}
