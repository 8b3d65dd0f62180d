// Which request of the REST API version 3 does what to the double's state; a list, tried from the top.
import { fetchIssues, names, searchIssues } from "./jira-search.ts";
import { createIssue, createLink, deleteLink, editIssue, findIssue, JiraRefusal, moveOn, part, type JiraState } from "./jira-state.ts";
import { projectShown, shownIssue, transitionsShown, typeShown } from "./jira-answers.ts";
import { fieldNames, issueTypes, linkTypes, projectKeys } from "./jira-words.ts";

export interface JiraCall {
  readonly state: JiraState;
  readonly url: string;
  readonly email: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The parts of the path that the route left open. */
  readonly path: readonly string[];
}

export interface JiraAnswer {
  readonly status: number;
  readonly body?: unknown;
}

type Route = readonly [method: string, path: RegExp, answer: (call: JiraCall) => JiraAnswer];

const none: JiraAnswer = { status: 204 };

const routes: readonly Route[] = [
  ["GET", /^\/myself$/, ({ email }) => ok({ accountId: "double-1", accountType: "atlassian", emailAddress: email, displayName: "Double", active: true })],
  ["GET", /^\/serverInfo$/, ({ state, url }) => ok({ baseUrl: url, deploymentType: "Cloud", serverTime: new Date(state.now).toISOString() })],
  ["GET", /^\/project$/, () => ok(projectKeys.map(projectShown))],
  ["GET", /^\/project\/search$/, () => ok({ values: projectKeys.map(projectShown), startAt: 0, maxResults: 50, total: projectKeys.length, isLast: true })],
  ["GET", /^\/project\/([^/]+)$/, ({ path }) => ok(projectShown(knownProject(path[0])))],
  ["GET", /^\/issuetype$/, () => ok(issueTypes.map(typeShown))],
  ["GET", /^\/issueLinkType$/, () => ok({ issueLinkTypes: linkTypes })],
  ["GET", /^\/field$/, () => ok(fieldNames.map(([id, name, type]) => ({ id, key: id, name, custom: id.startsWith("customfield"), navigable: true, searchable: true, orderable: true, clauseNames: [id], schema: { type } })))],
  ["GET", /^\/search\/jql$/, ({ state, url, query }) => ok(searchIssues(state, url, { ...Object.fromEntries(query), fields: query.getAll("fields") }))],
  ["POST", /^\/search\/jql$/, ({ state, url, body }) => ok(searchIssues(state, url, body))],
  ["GET", /^\/search$/, () => removed()],
  ["POST", /^\/issue\/bulkfetch$/, ({ state, url, body }) => ok(fetchIssues(state, url, body))],
  ["POST", /^\/issue\/bulk$/, createMany],
  ["POST", /^\/issue$/, (call) => ({ status: 201, body: createOne(call, call.body) })],
  ["GET", /^\/issue\/([^/]+)$/, ({ state, url, query, path }) => ok(shownIssue(state, url, findIssue(state, path[0] ?? ""), query.has("fields") ? query.getAll("fields").flatMap(names) : ["*all"]))],
  ["PUT", /^\/issue\/([^/]+)$/, ({ state, body, path }) => done(editIssue(state, findIssue(state, path[0] ?? ""), object(body["fields"]), object(body["update"])))],
  ["GET", /^\/issue\/([^/]+)\/transitions$/, ({ state, path }) => ok(transitionsShown(findIssue(state, path[0] ?? "")))],
  ["POST", /^\/issue\/([^/]+)\/transitions$/, ({ state, body, path }) => done(moveOn(state, findIssue(state, path[0] ?? ""), part(body["transition"], "id")))],
  ["GET", /^\/issue\/([^/]+)\/properties$/, ({ state, path }) => ok({ keys: Object.keys(findIssue(state, path[0] ?? "").properties).map((key) => ({ key })) })],
  ["GET", /^\/issue\/([^/]+)\/properties\/([^/]+)$/, getProperty],
  ["PUT", /^\/issue\/([^/]+)\/properties\/([^/]+)$/, setProperty],
  ["GET", /^\/issue\/([^/]+)\/remotelink$/, ({ state, path }) => ok(findIssue(state, path[0] ?? "").remoteLinks)],
  ["POST", /^\/issue\/([^/]+)\/remotelink$/, setRemoteLink],
  ["POST", /^\/issueLink$/, ({ state, body }) => (createLink(state, body), { status: 201 })],
  ["DELETE", /^\/issueLink\/([^/]+)$/, ({ state, path }) => done(deleteLink(state, path[0] ?? ""))],
];

export function answerCall(method: string, path: string, call: Omit<JiraCall, "path">): JiraAnswer {
  for (const [wanted, pattern, answer] of routes) {
    const found = wanted === method ? pattern.exec(path) : null;
    if (found !== null) return answer({ ...call, path: found.slice(1).map(decodeURIComponent) });
  }
  throw new JiraRefusal(404, `No endpoint ${method} ${path}.`);
}

function ok(body: unknown): JiraAnswer {
  return { status: 200, body };
}

function done(_: void): JiraAnswer {
  return none;
}

function removed(): never {
  throw new JiraRefusal(410, "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.");
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function knownProject(key: string | undefined): string {
  const found = projectKeys.find((one) => one === key);
  if (found === undefined) throw new JiraRefusal(404, `No project could be found with key '${key}'.`);
  return found;
}

function createOne({ state, url }: JiraCall, body: unknown): unknown {
  const issue = createIssue(state, object(object(body)["fields"]));
  for (const property of asList(object(body)["properties"])) issue.properties[part(property, "key")] = object(property)["value"];
  return { id: issue.id, key: issue.key, self: `${url}/rest/api/3/issue/${issue.id}` };
}

function createMany(call: JiraCall): JiraAnswer {
  const updates = asList(call.body["issueUpdates"]);
  if (updates.length > 50) throw new JiraRefusal(400, "The number of issues to create must not exceed 50.");
  const issues: unknown[] = [];
  const errors: unknown[] = [];
  for (const [index, update] of updates.entries()) {
    try {
      issues.push(createOne(call, update));
    } catch (error) {
      if (!(error instanceof JiraRefusal)) throw error;
      errors.push({ status: error.status, elementErrors: { errorMessages: error.message === "" ? [] : [error.message], errors: error.errors }, failedElementNumber: index });
    }
  }
  return { status: issues.length === 0 ? 400 : 201, body: { issues, errors } };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function getProperty({ state, path }: JiraCall): JiraAnswer {
  const { properties } = findIssue(state, path[0] ?? "");
  const key = path[1] ?? "";
  if (!Object.hasOwn(properties, key)) throw new JiraRefusal(404, "The property with that key does not exist.");
  return ok({ key, value: properties[key] });
}

function setProperty({ state, path, body }: JiraCall): JiraAnswer {
  const { properties } = findIssue(state, path[0] ?? "");
  const key = path[1] ?? "";
  const status = Object.hasOwn(properties, key) ? 200 : 201;
  properties[key] = body;
  return { status };
}

function setRemoteLink({ state, url, path, body }: JiraCall): JiraAnswer {
  const issue = findIssue(state, path[0] ?? "");
  const globalId = part(body, "globalId");
  const before = globalId === "" ? undefined : issue.remoteLinks.find((link) => link.globalId === globalId);
  const id = before?.id ?? (state.count += 1);
  if (before === undefined) issue.remoteLinks.push({ id, globalId, object: body["object"] });
  else before.object = body["object"];
  return { status: before === undefined ? 201 : 200, body: { id, self: `${url}/rest/api/3/issue/${issue.id}/remotelink/${id}` } };
}
