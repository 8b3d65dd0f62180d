// Severities from least to most severe, for totals.
import type { Severity } from "@merlon/schema";

export const severities: readonly Severity[] = ["info", "low", "medium", "high", "critical"];
