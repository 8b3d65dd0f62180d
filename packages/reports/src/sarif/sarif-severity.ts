// How our severities read in SARIF: a level, and the number by which code scanning ranks security results.
import type { Severity } from "@merlon/schema";
import type { SarifLevel } from "./sarif-log.ts";

export const sarifLevels: Readonly<Record<Severity, SarifLevel>> = { critical: "error", high: "error", medium: "warning", low: "note", info: "note" };

/** In the middle of the band that code scanning gives the same name; info is below all of them. */
export const securitySeverities: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0", info: "0.0" };
