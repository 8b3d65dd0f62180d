// Severities from least to most severe, for gates and totals.
import type { Severity } from "@merlon/schema";

export const severities: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

export function atLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least);
}
