// How the double shows an issue: only the fields asked for, one side per link.
import type { JiraIssue, JiraLink } from "./jira-issue.ts";
import type { JiraState } from "./jira-state.ts";
import { doneStates, issueTypes, nextStates, projectKeys, stateId } from "./jira-words.ts";

export function shownIssue(state: JiraState, url: string, issue: JiraIssue, wanted: readonly string[]): unknown {
  const all = allFields(state, issue);
  const whole = wanted.includes("*all") || wanted.includes("*navigable");
  const left = new Set(wanted.filter((name) => name.startsWith("-")).map((name) => name.slice(1)));
  const kept = Object.entries(all).filter(([name]) => (whole || wanted.includes(name)) && !left.has(name));
  const head = { id: issue.id, key: issue.key, self: `${url}/rest/api/3/issue/${issue.id}` };
  if (wanted.length === 0 || (wanted.length === 1 && wanted[0] === "id")) return { id: issue.id };
  return kept.length === 0 ? head : { ...head, fields: Object.fromEntries(kept) };
}

function allFields(state: JiraState, issue: JiraIssue): Readonly<Record<string, unknown>> {
  return {
    summary: issue.summary,
    description: null,
    issuetype: typeShown(issue.type),
    project: projectShown(issue.key.split("-")[0] ?? ""),
    status: statusShown(issue.status),
    labels: issue.labels,
    created: timeShown(issue.created),
    updated: timeShown(issue.updated),
    ...issue.others,
    issuelinks: (state.linksOf.get(issue.id) ?? []).map((link) => linkShown(link, issue)),
  };
}

function linkShown(link: JiraLink, issue: JiraIssue): unknown {
  const other = link.from === issue ? link.to : link.from;
  const shown = { id: other.id, key: other.key, fields: { summary: other.summary, status: statusShown(other.status), issuetype: typeShown(other.type) } };
  return { id: link.id, type: link.type, ...(link.from === issue ? { outwardIssue: shown } : { inwardIssue: shown }) };
}

export function typeShown(name: string): unknown {
  return { id: String(10_100 + issueTypes.findIndex((one) => one === name)), name, description: "", subtask: false };
}

export function projectShown(key: string): unknown {
  return { id: String(10_200 + projectKeys.findIndex((one) => one === key)), key, name: key, projectTypeKey: "software" };
}

function statusShown(name: string): unknown {
  const category = doneStates.some((one) => one === name) ? [3, "done", "Done"] : name === "Open" ? [2, "new", "To Do"] : [4, "indeterminate", "In Progress"];
  return { id: stateId(name), name, statusCategory: { id: category[0], key: category[1], name: category[2] } };
}

export function transitionsShown(issue: JiraIssue): unknown {
  return { transitions: nextStates(issue.type, issue.status).map((name) => ({ id: stateId(name), name, to: statusShown(name), isAvailable: true })) };
}

function timeShown(time: number): string {
  return new Date(time).toISOString().replace("Z", "+0000");
}
