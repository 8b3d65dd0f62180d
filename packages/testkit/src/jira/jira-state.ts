// The issues and links of the double and every change to them, on a clock that only the test moves. Links do not touch `updated`, as in the real one.
import type { JiraFaults, JiraIssue, JiraLink } from "./jira-issue.ts";
import { fieldNames, issueTypes, linkTypes, nextStates, projectKeys, stateId } from "./jira-words.ts";
import { seedIssues } from "./seed-issues.ts";

export interface JiraState {
  now: number;
  faults: JiraFaults;
  readonly issues: Map<string, JiraIssue>;
  readonly byKey: Map<string, JiraIssue>;
  readonly links: Map<string, JiraLink>;
  readonly linksOf: Map<string, JiraLink[]>;
  readonly lastKey: Map<string, number>;
  count: number;
}

export class JiraRefusal extends Error {
  readonly status: number;
  readonly errors: Readonly<Record<string, string>>;

  constructor(status: number, message: string, errors: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

type Fields = Readonly<Record<string, unknown>>;

export function newState(seed: number, start: number): JiraState {
  const state: JiraState = { now: start, faults: {}, issues: new Map(), byKey: new Map(), links: new Map(), linksOf: new Map(), lastKey: new Map(), count: 10_000 };
  const seeds = seedIssues(seed);
  const made = seeds.map((one) => createIssue(state, { project: { key: one.project }, issuetype: { name: one.type }, summary: one.summary, labels: one.labels }));
  for (const [index, one] of seeds.entries())
    for (const link of one.links) createLink(state, { type: { name: link.outward }, inwardIssue: { key: made[index]?.key }, outwardIssue: { key: made[link.to]?.key } });
  for (const issue of made) issue.seenFrom = start;
  return state;
}

export function findIssue(state: JiraState, keyOrId: string): JiraIssue {
  const issue = state.byKey.get(keyOrId.toUpperCase()) ?? state.issues.get(keyOrId);
  if (issue === undefined || state.faults.hidden?.includes(issue.key)) throw new JiraRefusal(404, "Issue does not exist or you do not have permission to see it.");
  return issue;
}

export function createIssue(state: JiraState, fields: Fields): JiraIssue {
  const project = part(fields["project"], "key");
  const type = part(fields["issuetype"], "name") || issueTypes[Number(part(fields["issuetype"], "id")) - 10_100] || "";
  const errors: Record<string, string> = {};
  if (!projectKeys.some((key) => key === project)) errors["project"] = "valid project is required";
  if (!issueTypes.some((name) => name === type)) errors["issuetype"] = "Specify a valid issue type";
  if (typeof fields["summary"] !== "string" || fields["summary"] === "") errors["summary"] = "You must specify a summary of the issue.";
  checkFields(fields, errors);
  state.count += 1;
  const number = (state.lastKey.get(project) ?? 0) + 1;
  state.lastKey.set(project, number);
  const issue: JiraIssue = {
    id: String(state.count), key: `${project}-${number}`, oldKeys: [], type, status: "Open", summary: "", labels: [], others: {},
    created: state.now, updated: state.now, seenFrom: 0, linkWords: [], properties: {}, remoteLinks: [],
  };
  writeFields(state, issue, fields);
  state.issues.set(issue.id, issue);
  state.byKey.set(issue.key, issue);
  return issue;
}

export function editIssue(state: JiraState, issue: JiraIssue, fields: Fields, update: Fields): void {
  const next: Record<string, unknown> = { ...fields };
  for (const [name, operations] of Object.entries(update)) next[name] = updated(name === "labels" ? issue.labels : issue.others[name], operations);
  checkFields(next, {});
  writeFields(state, issue, next);
}

function updated(value: unknown, operations: unknown): unknown {
  let now = value;
  for (const operation of Array.isArray(operations) ? operations : []) {
    const { set, add, remove } = operation as { readonly set?: unknown; readonly add?: unknown; readonly remove?: unknown };
    const before = Array.isArray(now) ? now : [];
    if (set !== undefined) now = set;
    if (add !== undefined) now = [...before.filter((one) => one !== add), add];
    if (remove !== undefined) now = before.filter((one) => one !== remove);
  }
  return now;
}

function checkFields(fields: Fields, errors: Record<string, string>): void {
  for (const name of Object.keys(fields))
    if (["status", "created", "updated", "issuelinks"].includes(name) || !fieldNames.some(([id]) => id === name))
      errors[name] = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
  for (const label of Array.isArray(fields["labels"]) ? fields["labels"] : []) if (/\s/.test(String(label))) errors["labels"] = `The label '${label}' contains spaces which is invalid.`;
  if (typeof fields["description"] === "string") errors["description"] = "Operation value must be an Atlassian Document (see the Atlassian Document Format)";
  if (Object.keys(errors).length > 0) throw new JiraRefusal(400, "", errors);
}

function writeFields(state: JiraState, issue: JiraIssue, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    if (name === "summary") issue.summary = String(value);
    else if (name === "labels") issue.labels = Array.isArray(value) ? value.map(String) : [];
    else if (name !== "project" && name !== "issuetype") issue.others[name] = value;
  }
  touch(state, issue);
}

function touch(state: JiraState, issue: JiraIssue): void {
  issue.updated = state.now;
  issue.seenFrom = state.now + (state.faults.lateMs ?? 0);
}

export function moveOn(state: JiraState, issue: JiraIssue, transition: string): void {
  const to = nextStates(issue.type, issue.status).find((name) => stateId(name) === transition);
  if (to === undefined) throw new JiraRefusal(400, "It seems that you have tried to perform an illegal workflow operation.");
  issue.status = to;
  touch(state, issue);
}

/** What a person does in Jira who moves an issue to another project: the old key still finds it. */
export function moveIssue(state: JiraState, key: string, project: string): string {
  const issue = findIssue(state, key);
  const number = (state.lastKey.get(project) ?? 0) + 1;
  state.lastKey.set(project, number);
  issue.oldKeys.push(issue.key);
  issue.key = `${project}-${number}`;
  state.byKey.set(issue.key, issue);
  touch(state, issue);
  return issue.key;
}

export function createLink(state: JiraState, body: Fields): void {
  const type = linkTypes.find((one) => one.name === part(body["type"], "name") || one.id === part(body["type"], "id"));
  if (type === undefined) throw new JiraRefusal(404, `No issue link type with name '${part(body["type"], "name")}' found.`);
  const from = findIssue(state, part(body["inwardIssue"], "key") || part(body["inwardIssue"], "id"));
  const to = findIssue(state, part(body["outwardIssue"], "key") || part(body["outwardIssue"], "id"));
  for (let times = state.faults.duplicateLinks ? 2 : 1; times > 0; times -= 1) {
    state.count += 1;
    const link: JiraLink = { id: String(state.count), type, from, to };
    state.links.set(link.id, link);
    for (const issue of new Set([from, to])) state.linksOf.set(issue.id, [...(state.linksOf.get(issue.id) ?? []), link]);
  }
  relink(state, [from, to]);
}

export function deleteLink(state: JiraState, id: string): void {
  const link = state.links.get(id);
  if (link === undefined) throw new JiraRefusal(404, "No issue link with that id exists.");
  state.links.delete(id);
  for (const issue of [link.from, link.to]) state.linksOf.set(issue.id, (state.linksOf.get(issue.id) ?? []).filter((one) => one !== link));
  relink(state, [link.from, link.to]);
}

function relink(state: JiraState, issues: readonly JiraIssue[]): void {
  for (const issue of issues) issue.linkWords = (state.linksOf.get(issue.id) ?? []).map((link) => (link.from === issue ? link.type.outward : link.type.inward));
}

/** A text inside an object of a request's body. */
export function part(value: unknown, name: string): string {
  const found = typeof value === "object" && value !== null ? (value as Fields)[name] : undefined;
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
}
