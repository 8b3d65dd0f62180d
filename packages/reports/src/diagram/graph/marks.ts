// Marks read from an analysis: open threats, the class of the data, personal data. Nothing is worked out anew here.
import { targetsOf } from "@merlon/core";
import type { Analysis, Severity, TargetKind } from "@merlon/schema";
import type { ClassMark, PersonalMark, ThreatMark } from "./diagram-graph.ts";

const severityOrder: readonly Severity[] = ["info", "low", "medium", "high", "critical"];
const classOrder: readonly ClassMark[] = ["unknown", "none", "low", "moderate", "high"];

/** Open threats by `kind:id` of each of their targets. */
export type ThreatMarks = ReadonlyMap<string, ThreatMark>;

export function threatMarks(analysis: Analysis): ThreatMarks {
  const marks = new Map<string, ThreatMark>();
  for (const threat of analysis.threats) {
    if (threat.status !== "open") continue;
    for (const target of targetsOf(threat)) {
      const key = threatKey(target.kind, target.id);
      marks.set(key, mergeThreats([marks.get(key), { count: 1, worst: threat.severity }]) ?? { count: 1, worst: threat.severity });
    }
  }
  return marks;
}

export function threatKey(kind: TargetKind, id: string): string {
  return `${kind}:${id}`;
}

export function mergeThreats(marks: readonly (ThreatMark | undefined)[]): ThreatMark | undefined {
  const present = marks.filter((mark) => mark !== undefined);
  if (present.length === 0) return undefined;
  return {
    count: present.reduce((sum, mark) => sum + mark.count, 0),
    worst: severityOrder[Math.max(...present.map((mark) => severityOrder.indexOf(mark.worst)))] ?? "info",
  };
}

export function highestClass(classes: readonly ClassMark[]): ClassMark {
  return classOrder[Math.max(0, ...classes.map((level) => classOrder.indexOf(level)))] ?? "unknown";
}

export function strongestPersonal(marks: readonly PersonalMark[]): PersonalMark {
  if (marks.includes("special")) return "special";
  return marks.includes("personal") ? "personal" : "none";
}

/** Personal data by what the analysis says of each kind of data. */
export function personalMark(ids: readonly string[], analysis: Analysis): PersonalMark {
  if (ids.length === 0) return "none";
  return analysis.data.some((data) => data.special === "yes" && ids.includes(data.data)) ? "special" : "personal";
}
