// Search by JQL with opaque tokens and no total, and reading many issues by key: the first may miss recent writes, the second never does.
import type { JiraIssue } from "./jira-issue.ts";
import { JqlError, parseJql, type Jql } from "./jql.ts";
import { shownIssue } from "./jira-answers.ts";
import { JiraRefusal, type JiraState } from "./jira-state.ts";
import { projectKeys } from "./jira-words.ts";

type Body = Readonly<Record<string, unknown>>;

export function searchIssues(state: JiraState, url: string, body: Body): unknown {
  const jql = parsed(state, String(body["jql"] ?? ""));
  const visible = (issue: JiraIssue): boolean => issue.seenFrom <= state.now && !state.faults.hidden?.includes(issue.key);
  const found = sorted([...state.issues.values()].filter((issue) => visible(issue) && jql.matches(issue)), jql);
  const start = startOf(body["nextPageToken"]);
  const fields = names(body["fields"]);
  const most = Math.min(Math.max(Number(body["maxResults"] ?? 50), 1), fields.length === 0 ? 5_000 : 100);
  const size = state.faults.shortPages ? Math.max(1, Math.floor(most / 3)) : most;
  const issues = found.slice(start, start + size).map((issue) => shownIssue(state, url, issue, fields));
  const more = start + size < found.length;
  if (!more && state.faults.repeatedToken && typeof body["nextPageToken"] === "string") return { issues, nextPageToken: body["nextPageToken"], isLast: false };
  return { issues, ...(more ? { nextPageToken: tokenOf(start + size) } : {}), isLast: !more };
}

export function fetchIssues(state: JiraState, url: string, body: Body): unknown {
  const keys = names(body["issueIdsOrKeys"]);
  if (keys.length > 100) throw new JiraRefusal(400, "The number of issues to fetch must not exceed 100.");
  const found = keys.map((key) => [key, state.byKey.get(key.toUpperCase()) ?? state.issues.get(key)] as const);
  const hidden = (issue: JiraIssue | undefined): boolean => issue === undefined || (state.faults.hidden?.includes(issue.key) ?? false);
  return {
    issues: found.flatMap(([, issue]) => (issue === undefined || hidden(issue) ? [] : [shownIssue(state, url, issue, names(body["fields"]))])),
    issueErrors: found.filter(([, issue]) => hidden(issue)).map(([key]) => ({ id: key, errorMessage: "Issue does not exist or you do not have permission to see it." })),
  };
}

export function names(value: unknown): readonly string[] {
  if (typeof value === "string") return value.split(",").filter((name) => name !== "");
  return Array.isArray(value) ? value.flatMap((one) => String(one).split(",")) : [];
}

function parsed(state: JiraState, text: string): Jql {
  try {
    return parseJql(text, { now: state.now, projects: projectKeys });
  } catch (error) {
    if (error instanceof JqlError) throw new JiraRefusal(400, error.message);
    throw error;
  }
}

function sorted(issues: readonly JiraIssue[], jql: Jql): readonly JiraIssue[] {
  const { field, down } = jql.order[0] ?? { field: "created", down: true };
  const rank = (issue: JiraIssue): number => (field === "updated" ? issue.updated : field === "created" ? issue.created : 0);
  const ids = (one: JiraIssue, other: JiraIssue): number => Number(one.id) - Number(other.id);
  return issues.toSorted((one, other) => (rank(one) - rank(other) || ids(one, other)) * (down ? -1 : 1));
}

function tokenOf(start: number): string {
  return Buffer.from(`page:${start}`).toString("base64url");
}

function startOf(token: unknown): number {
  if (typeof token !== "string" || token === "") return 0;
  const [, start] = /^page:(\d+)$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (start === undefined) throw new JiraRefusal(400, "The provided next page token is invalid or expired.");
  return Number(start);
}
