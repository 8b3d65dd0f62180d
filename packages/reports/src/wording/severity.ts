// How severities are named and marked: by word, by shape and, where there is colour, by colour; never by colour alone.
import type { Severity } from "@merlon/schema";
import type { Ink } from "../terminal/style.ts";

export interface SeverityLook {
  readonly mark: string;
  readonly inks: readonly Ink[];
}

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

export const severityLooks: Readonly<Record<Severity, SeverityLook>> = {
  critical: { mark: "◆", inks: ["bold", "magenta"] },
  high: { mark: "▲", inks: ["bold", "red"] },
  medium: { mark: "■", inks: ["yellow"] },
  low: { mark: "●", inks: ["blue"] },
  info: { mark: "○", inks: ["dim"] },
};
