// How what became of a landscape is put in words.
import type { LandscapeDiff, LandscapeField, LandscapeFieldChange, LandscapePathChange, PathEffort } from "@merlon/schema";
import { versionWords } from "../impact/impact-counts.ts";
import { counted, listed, sentence } from "../wording/counted.ts";

const fieldNames: Readonly<Record<LandscapeField, string>> = { title: "title", kind: "kind", state: "state", severity: "level", level: "adds up to", day: "day" };

/** `state: valid → expired`. */
export function fieldWords({ field, before, after }: LandscapeFieldChange): string {
  return `${fieldNames[field]}: ${before ?? "not said"} → ${after ?? "not said any more"}`;
}

/** `effort: high (11) → moderate (7)`. */
export function pathWords({ before, after }: LandscapePathChange): string {
  if (before && after) return `effort: ${effortWords(before)} → ${effortWords(after)}`;
  const only = before ?? after;
  return only ? `effort: ${effortWords(only)}` : "";
}

function effortWords({ effort, cost }: PathEffort): string {
  return `${effort.replace("-", " ")} (${cost})`;
}

/** `2026-09-01 (1a2b3c4) → 2026-11-01 (5d6e7f8)`, with the days where they are not the names. */
export function rangeWords({ base, head, at }: LandscapeDiff): string {
  const range = `${versionWords(base)} → ${versionWords(head)}`;
  if (at.base === at.head) return base.name === at.base ? range : `${range}, as of ${at.head}`;
  const days = [base.name === at.base ? "" : `the first as of ${at.base}`, head.name === at.head ? "" : `the second as of ${at.head}`].filter((words) => words !== "");
  return days.length === 0 ? range : `${range}, ${listed(days)}`;
}

/** What did not change and is not there, without a full stop; empty where nothing is. */
export function leftOutSentence({ leftOut }: LandscapeDiff): string {
  const parts = [...(leftOut.objects > 0 ? [counted(leftOut.objects, "thing")] : []), ...(leftOut.relations > 0 ? [counted(leftOut.relations, "relation")] : [])];
  return parts.length === 0 ? "" : `${listed(parts)} that did not change ${leftOut.objects + leftOut.relations === 1 ? "is" : "are"} left out`;
}

/** `12 things came, 3 went and 4 changed; 5 relations came between things that were there before`. */
export function diffSentence({ objects, relations }: LandscapeDiff): string {
  const count = (change: string): number => objects.filter((one) => one.change === change).length;
  const same = relations.filter((one) => one.change !== "same");
  const [came, went, changed] = [count("added"), count("removed"), count("changed")];
  if (came + went + changed + same.length === 0) return "Nothing changed.";
  const part = (n: number, verb: string): readonly string[] => (n === 0 ? [] : [`${n} ${verb}`]);
  const things = listed([...part(came, "came"), ...part(went, "went"), ...part(changed, "changed")]);
  return sentence(`${things === "" ? "no thing changed" : `of the things ${things}`}; of the relations ${listed([...part(same.filter(({ change }) => change === "added").length, "came"), ...part(same.filter(({ change }) => change === "removed").length, "went")]) || "none changed"}`);
}

export function isQuiet({ objects, relations }: LandscapeDiff): boolean {
  return objects.every(({ change }) => change === "same") && relations.every(({ change }) => change === "same");
}
