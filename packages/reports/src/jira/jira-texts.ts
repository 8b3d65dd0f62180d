// What an import of tickets did, and what is wrong with tickets, for a terminal.
import type { TicketProblem } from "@merlon/schema";
import { heading } from "../summary/summary-options.ts";
import { blank, ink, line, renderLines, type Line, type Page } from "../terminal/lines.ts";
import { listedUpTo } from "../wording/counted.ts";

export interface TicketImportNumbers {
  readonly mirror: string;
  readonly count: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly older: readonly string[];
  readonly removed: readonly string[];
  /** In the mirror, and Jira does not show them any more. */
  readonly lost?: readonly string[];
  readonly skipped: readonly { readonly key: string; readonly why: "unknown-type" | "left-out" | "restricted" | "broken" }[];
}

const MOST = 8;

const reasons: Readonly<Record<TicketImportNumbers["skipped"][number]["why"], string>> = {
  "unknown-type": "of a type that the map does not know", "left-out": "left out by the map", "restricted": "behind a security level (--with-restricted takes them)", "broken": "not whole",
};

export function ticketImportText({ mirror, count, added, changed, unchanged, older, removed, lost = [], skipped }: TicketImportNumbers, page: Page): string {
  const rows: readonly (readonly [string, readonly string[]])[] = [["new", added], ["changed", changed], ["older than the mirror", older], ["taken out", removed], ["not shown by Jira any more, kept", lost]];
  const shown = rows.filter(([, keys]) => keys.length > 0).map(([words, keys]) => line([String(keys.length).padStart(5), ` ${words}: `, listedUpTo(MOST, keys)]));
  const left = Object.entries(reasons).map(([why, words]) => [words, skipped.filter((one) => one.why === why).map(({ key }) => (key === "" ? "without a key" : key))] as const);
  return renderLines([
    line([ink("bold", mirror), ` holds ${ticketsCounted(count)}.`]), ...shown, ...(unchanged.length > 0 ? [line([String(unchanged.length).padStart(5), " unchanged"])] : []),
    ...left.filter(([, keys]) => keys.length > 0).map(([words, keys]) => line([String(keys.length).padStart(5), ink("yellow", ` skipped, ${words}: `), listedUpTo(MOST, keys)])),
  ], page);
}

export interface TicketLintNumbers {
  readonly count: number;
  readonly problems: readonly TicketProblem[];
  readonly unknown: readonly { readonly what: "type" | "status" | "link"; readonly word: string; readonly count: number; readonly key: string }[];
  readonly titles: ReadonlyMap<string, string>;
}

const headings: Readonly<Record<TicketProblem["kind"], string>> = {
  "gap": "Open vulnerabilities that no threat of the model stands for", "no-place": "Open vulnerabilities at no part of the model", "no-object": "Assets that the model does not have", "orphan-risk": "Risks that nothing leads to",
  "acceptance-over": "Accepted until a day that has passed, and the status still says accepted", "acceptance-without-end": "Accepted without a last day", "acceptance-without-owner": "Accepted, and nobody answers for it",
  "circle": "Risks that lead to themselves", "both-ways": "Links in both directions", "lost-link": "Links to tickets that are not in the mirror",
};

const advice: Readonly<Record<TicketProblem["kind"], string>> = {
  "gap": "Write the threat down with `merlon threat`, or label the ticket with its CWE or technique.", "no-place": "Name an id of the model as label or component, or map the word under `places`.", "no-object": "Map its key under `places` in jira.map.yaml.",
  "orphan-risk": "Link what creates it.",
  "acceptance-over": "Decide again: until then it counts as expired.", "acceptance-without-end": "Give it a day, in a field under `due` of jira.map.yaml.", "acceptance-without-owner": "Name who accepted it, in a field under `owner` or by a link that the map reads as `owns`.",
  "circle": "One of these links is wrong.", "both-ways": "Keep one of the two.", "lost-link": "Import the other ticket too.",
};

export function ticketLintText({ count, problems, unknown, titles }: TicketLintNumbers, page: Page): string {
  const kinds = (Object.keys(headings) as TicketProblem["kind"][]).map((kind) => [kind, problems.filter((problem) => problem.kind === kind)] as const); // the keys of the record above
  const sections = kinds.filter(([, found]) => found.length > 0).flatMap(([kind, found]): readonly Line[] => [
    blank, heading(headings[kind]), ...found.map((problem) => line(problemWords(problem, titles), 2)), line(ink("dim", advice[kind]), 2),
  ]);
  const words = unknown.length === 0 ? [] : [
    blank, heading("Words that the map does not know"), ...unknown.map(({ what, word, count: times, key }) => line(`${what} "${word}", ${times === 1 ? "once" : `${times} times`}, as in ${key}`, 2)),
    line(ink("dim", "Say in jira.map.yaml what they mean: under types, states or links."), 2),
  ];
  const isClean = problems.length + unknown.length === 0;
  return renderLines([line([ink(isClean ? "green" : "yellow", isClean ? "✓ " : "! "), `${ticketsCounted(count)}${isClean ? ", nothing wrong with them" : ""}.`]), ...sections, ...words], page);
}

function ticketsCounted(count: number): string {
  return count === 1 ? "1 ticket" : `${count} tickets`;
}

function problemWords({ kind, keys, relation }: TicketProblem, titles: ReadonlyMap<string, string>): string {
  if (kind === "circle") return [...keys, keys[0]].join(" → ");
  if (kind === "both-ways") return `${keys.join(" and ")} (${relation ?? ""})`;
  if (kind === "lost-link") return keys.join(" → ");
  return keys.map((key) => `${key}  ${titles.get(key) ?? ""}`).join(", ");
}
