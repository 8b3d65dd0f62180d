// Several analyses as one document: each by the name of its model, and their totals.
import type { Analysis, AnalysisSet, AnalysisTotals, RuleOutcome, Severity } from "@merlon/schema";
import type { AnalysedModel } from "./analyze-models.ts";
import { severities } from "./severity-order.ts";

export function analysisSetOf(models: readonly Pick<AnalysedModel, "name" | "analysis">[]): AnalysisSet {
  const analyses = models.map(({ analysis }) => analysis);
  return { schema: "merlon/analysis-set/1", models: Object.fromEntries(models.map(({ name, analysis }) => [name, analysis])), totals: totalsOf(analyses) };
}

function totalsOf(analyses: readonly Analysis[]): AnalysisTotals {
  const sum = (count: (analysis: Analysis) => number) => analyses.reduce((total, analysis) => total + count(analysis), 0);
  return {
    models: analyses.length,
    elements: sum((a) => a.counts.elements), flows: sum((a) => a.counts.flows), boundaries: sum((a) => a.counts.boundaries), data: sum((a) => a.counts.data),
    open: Object.fromEntries(severities.map((severity) => [severity, sum((a) => a.counts.open[severity])])) as Record<Severity, number>, // one entry for each severity
    threats: sum((a) => a.counts.threats), mitigated: sum((a) => a.counts.mitigated), questions: sum((a) => a.counts.questions),
    rules: rulesOf(analyses),
  };
}

function rulesOf(analyses: readonly Analysis[]): readonly RuleOutcome[] {
  const byId = new Map<string, RuleOutcome>();
  for (const outcome of analyses.flatMap((analysis) => analysis.rules)) {
    const before = byId.get(outcome.rule);
    byId.set(outcome.rule, before ? added(before, outcome) : outcome);
  }
  return [...byId.values()].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

function added(a: RuleOutcome, b: RuleOutcome): RuleOutcome {
  return {
    rule: a.rule, status: a.status, threats: a.threats + b.threats, questions: a.questions + b.questions,
    mitigated: a.mitigated + b.mitigated, checked: a.checked + b.checked, notExamined: a.notExamined + b.notExamined,
  };
}
