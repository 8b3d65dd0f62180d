// An export of Jira, JSON or CSV, to the lines of a mirror: what the map does not know, and what people may not see, stays out and is told.
import { nearest } from "@merlon/core";
import type { Diagnostic, StatusCategory, Ticket } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { readForeign } from "../foreign/read-foreign.ts";
import { csvIssues } from "./csv-issues.ts";
import { fieldValues } from "./field-values.ts";
import { plainWord, type JiraWords } from "./jira-words.ts";
import { jsonIssues } from "./json-issues.ts";
import { withoutLinksTo } from "./mirror.ts";
import { momentOf } from "./moment-of.ts";
import type { RawIssue } from "./raw-issue.ts";

export interface JiraExportOptions {
  readonly path: string;
  readonly words: JiraWords;
  /** Also issues with a security level. */
  readonly withRestricted?: boolean;
  readonly withDescriptions?: boolean;
}

export type SkipReason = "unknown-type" | "left-out" | "restricted" | "broken";

export interface JiraExport {
  /** undefined: nothing can be read from it. */
  readonly tickets?: readonly Ticket[];
  readonly skipped: readonly { readonly key: string; readonly why: SkipReason }[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readJiraExport(text: string, options: JiraExportOptions): JiraExport {
  const { issues, diagnostics } = issuesOf(text, options.path);
  if (issues === undefined) return { skipped: [], diagnostics };
  const read = issues.map((issue) => ({ issue, ...ticketOf(issue, options) }));
  const skipped = read.flatMap(({ issue, why }) => (why === undefined ? [] : [{ key: issue.key, why }]));
  const hidden = new Set(skipped.flatMap(({ key, why }) => (why === "restricted" ? [key] : [])));
  return {
    tickets: read.flatMap(({ ticket }) => (ticket ? withoutLinksTo(hidden, ticket) : [])), skipped,
    diagnostics: [...diagnostics, ...read.flatMap(({ problem }) => problem ?? []), ...unknownTypes(read), ...unknownFields(issues, options)],
  };
}

function issuesOf(text: string, path: string): { readonly issues?: readonly RawIssue[]; readonly diagnostics: readonly Diagnostic[] } {
  const start = { file: path, line: 1, column: 1 };
  if (/^\uFEFF?\s*</.test(text.slice(0, 1000))) return { diagnostics: [diagnose("F2080", start)] };
  if (!/^\uFEFF?\s*[[{]/.test(text.slice(0, 1000))) {
    const issues = csvIssues(text, path);
    return issues === undefined || issues.length === 0 ? { diagnostics: [diagnose("F2081", start, { why: issues === undefined ? "it is no JSON, and as CSV it has no column `Issue key`" : "it has no row" })] } : { issues, diagnostics: [] };
  }
  const { parsed, diagnostics } = readForeign(text, path);
  if (parsed.value === undefined) return { diagnostics };
  const issues = jsonIssues(parsed, path);
  return issues === undefined || issues.length === 0 ? { diagnostics: [...diagnostics, diagnose("F2081", start, { why: errorOf(parsed.value) ?? (issues === undefined ? "it is neither a page of a search nor a list of issues" : "the list is empty") })] } : { issues, diagnostics };
}

/** What Jira says instead of issues when it refuses. */
function errorOf(value: unknown): string | undefined {
  const messages = typeof value === "object" && value !== null && "errorMessages" in value ? fieldValues(value.errorMessages) : [];
  return messages.length === 0 ? undefined : `Jira says "${messages.join(" ")}"`;
}

interface Read {
  readonly ticket?: Ticket;
  readonly why?: SkipReason;
  readonly problem?: Diagnostic;
}

function ticketOf(issue: RawIssue, { words, withRestricted = false, withDescriptions = false }: JiraExportOptions): Read {
  const { key, type, title, status, where } = issue;
  if (key === "" || type === undefined || title === undefined || status === undefined) {
    const missing = [key === "" ? "key" : "", type === undefined ? "type" : "", title === undefined ? "summary" : "", status === undefined ? "status" : ""].filter((part) => part !== "");
    return { why: "broken", problem: diagnose("F2084", where, { what: key === "" ? "An issue" : key, why: `it has no ${missing.join(" and no ")}` }) };
  }
  const meaning = words.type(type);
  if (meaning === undefined) return { why: "unknown-type" };
  if (meaning === "left-out") return { why: "left-out" };
  if (issue.restricted !== undefined && !withRestricted) return { why: "restricted" };
  return { ticket: { key, type, title, status, ...detailsOf(issue, withDescriptions), ...listsOf(issue, words) } };
}

function detailsOf(issue: RawIssue, withDescription: boolean): Partial<Ticket> {
  const { category, created, updated, priority, owner, parent, restricted, description } = issue;
  const due = issue.due === undefined ? undefined : momentOf(issue.due)?.day;
  const known: StatusCategory | undefined = category === "new" || category === "indeterminate" || category === "done" ? category : undefined;
  const all = { category: known, created, updated, priority, owner, due, parent, restricted, description: withDescription && description !== "" ? description : undefined };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Fields that every ticket has by itself are not kept twice. */
const built = new Set(["labels", "components", "priority", "assignee", "duedate", "due date"]);

function listsOf({ labels, components, links, field }: RawIssue, { fields }: JiraWords): Partial<Ticket> {
  const names = [...new Set(Object.values(fields).flat())].filter((name) => !built.has(plainWord(name)));
  const kept = names.map((name) => [name, field(name) ?? []] as const).filter(([, values]) => values.length > 0);
  const unique = new Map(links.map((link) => [`${link.label ?? link.type} ${link.way} ${link.to}`, link]));
  const sortedLinks = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
  return {
    ...some("labels", [...new Set(labels)].sort()), ...some("components", [...new Set(components)].sort()), ...(kept.length === 0 ? {} : { fields: Object.fromEntries(kept) }), ...some("links", sortedLinks),
  };
}

function some<T>(key: string, list: readonly T[]): Partial<Ticket> {
  return list.length === 0 ? {} : { [key]: list };
}

function unknownTypes(read: readonly (Read & { readonly issue: RawIssue })[]): readonly Diagnostic[] {
  const byType = new Map<string, RawIssue[]>();
  for (const { issue, why } of read) if (why === "unknown-type") byType.set(issue.type!, [...byType.get(issue.type!) ?? [], issue]);
  return [...byType].map(([type, issues]) => diagnose("F2082", issues[0]!.where, { type, count: issues.length, key: issues[0]!.key }));
}

/** Only of fields that people named; what a preset looks for need not be there. */
function unknownFields(issues: readonly RawIssue[], { words, path }: JiraExportOptions): readonly Diagnostic[] {
  const unknown = words.ownFields.filter((name) => !built.has(plainWord(name)) && issues.every(({ field }) => field(name) === undefined));
  return unknown.map((name) => {
    const close = nearest(name, [...built]);
    return diagnose("F2083", { file: path, line: 1, column: 1 }, { field: name, ...(close === undefined ? {} : { nearest: close }) });
  });
}
