// The double itself: what a client of it may rely on.
import { afterEach, expect, test } from "vitest";
import { startJiraDouble, type JiraDouble, type JiraDoubleOptions } from "./start-jira-double.ts";

let double: JiraDouble;

afterEach(() => double.close());

interface Said {
  readonly status: number;
  readonly body: unknown;
}

async function start(options: JiraDoubleOptions = {}): Promise<void> {
  double = await startJiraDouble(options);
}

async function call(method: string, path: string, body?: unknown, token = double.token): Promise<Said> {
  const authorization = `Basic ${Buffer.from(`${double.email}:${token}`).toString("base64")}`;
  const response = await fetch(`${double.url}/rest/api/3${path}`, { method, headers: { authorization }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, body: /^[[{]/.test(text) ? JSON.parse(text) : text };
}

function search(jql: string, more: object = {}): Promise<Said> {
  return call("POST", "/search/jql", { jql, ...more });
}

const vuln = { fields: { project: { key: "VULN" }, issuetype: { name: "Vulnerability" }, summary: "Open door", labels: ["T1190"] } };

test("a seeded Jira is paged through to its end, every issue once, without a total", async () => {
  await start({ seed: 400 });
  const keys: string[] = [];
  for (let token: string | undefined, last = false; !last; ) {
    const page = (await search("project is not empty order by key", { fields: ["summary"], maxResults: 100, nextPageToken: token })).body as { issues: { key: string }[]; nextPageToken?: string; isLast: boolean };
    keys.push(...page.issues.map((issue) => issue.key));
    ({ nextPageToken: token, isLast: last } = page);
  }
  expect([keys.length, new Set(keys).size]).toEqual([400, 400]);
});

test("search shows ids only unless it is asked for more, and refuses what has no bounds or is unknown", async () => {
  await start({ seed: 2 });
  expect(await search("project = VULN")).toEqual({ status: 200, body: { issues: [{ id: "10002" }], isLast: true } });
  const refused = async (jql: string): Promise<unknown> => (await search(jql)).body;
  expect([await refused("order by key"), await refused("project = NONE"), await refused("colour = red")]).toEqual(
    ["Unbounded JQL queries are not allowed here. Please add a search restriction to your query.", "The value 'NONE' does not exist for the field 'project'.", "Field 'colour' does not exist or you do not have permission to view it."]
      .map((message) => ({ errorMessages: [message], errors: {} })));
});

test("JQL compares, lists, joins and knows relative times", async () => {
  await start({ seed: 10 });
  double.advance(3_600_000);
  await call("POST", "/issue", vuln);
  const found = async (jql: string): Promise<unknown> => ((await search(jql, { fields: ["summary"] })).body as { issues: { key: string }[] }).issues.map((issue) => issue.key).sort();
  expect([
    await found('project = VULN and updated >= -30m'), await found("labels in (R0, R1) or key = IA-1"), await found('issuetype = "IT Asset" and not status = Closed'),
    await found('issueLinkType = "VULN affects"'), await found('project = VULN and updated < "2026-11-01 00:30"'),
  ]).toEqual([["VULN-2"], ["IA-1", "RISK-4", "RISK-5"], ["IA-1"], ["VULN-1"], ["VULN-1"]]);
});

test("an issue shows one side of a link, and a link changes no time", async () => {
  await start();
  for (const body of [vuln, { fields: { ...vuln.fields, project: { key: "IA" }, issuetype: { name: "IT Asset" } } }]) await call("POST", "/issue", body);
  double.advance(60_000);
  expect(await call("POST", "/issueLink", { type: { name: "VULN affects" }, inwardIssue: { key: "VULN-1" }, outwardIssue: { key: "IA-1" } })).toEqual({ status: 201, body: "" });
  const { body } = await call("GET", "/issue/VULN-1?fields=issuelinks,updated");
  const { fields } = body as { fields: { updated: string; issuelinks: { id: string; outwardIssue?: { key: string }; inwardIssue?: object }[] } };
  expect([fields.updated, fields.issuelinks.map((link) => [link.outwardIssue?.key, link.inwardIssue])]).toEqual(["2026-11-01T00:00:00.000+0000", [["IA-1", undefined]]]);
  expect(double.links()).toEqual(["VULN-1 VULN affects IA-1"]);
  await call("DELETE", `/issueLink/${fields.issuelinks[0]?.id}`);
  expect(double.links()).toEqual([]);
});

test("writes are checked: fields by name, rich text as a document, transitions by the workflow", async () => {
  await start({ seed: 3 });
  expect(await call("POST", "/issue", { fields: { ...vuln.fields, description: "words", colour: "red" } })).toEqual({ status: 400, body: { errorMessages: [], errors: {
    colour: "Field 'colour' cannot be set. It is not on the appropriate screen, or unknown.", description: "Operation value must be an Atlassian Document (see the Atlassian Document Format)" } } });
  const { transitions } = (await call("GET", "/issue/RISK-1/transitions")).body as { transitions: { id: string; name: string }[] };
  expect(transitions.map((one) => one.name)).toEqual(["In Progress", "Closed"]);
  expect((await call("POST", "/issue/RISK-1/transitions", { transition: { id: transitions[0]?.id } })).status).toBe(204);
  expect((await call("POST", "/issue/RISK-1/transitions", { transition: { id: transitions[0]?.id } })).status).toBe(400);
});

test("a remote link with a global id is made once, and a property is read back", async () => {
  await start({ seed: 1 });
  const link = { globalId: "attack:T1190", object: { url: "https://attack.mitre.org/techniques/T1190/", title: "T1190" } };
  expect([(await call("POST", "/issue/IA-1/remotelink", link)).status, (await call("POST", "/issue/IA-1/remotelink", link)).status]).toEqual([201, 200]);
  expect((await call("PUT", "/issue/IA-1/properties/merlon", { ref: "r@e" })).status).toBe(201);
  expect((await call("GET", "/issue/IA-1/properties/merlon")).body).toEqual({ key: "merlon", value: { ref: "r@e" } });
});

test("late search misses a write that reading by key sees", async () => {
  await start({ faults: { lateMs: 60_000 } });
  await call("POST", "/issue/bulk", { issueUpdates: [vuln] });
  expect((await search("project = VULN")).body).toEqual({ issues: [], isLast: true });
  expect((await call("POST", "/issue/bulkfetch", { issueIdsOrKeys: ["VULN-1", "VULN-9"] })).body).toEqual({ issues: [{ id: "10001" }], issueErrors: [{ id: "VULN-9", errorMessage: "Issue does not exist or you do not have permission to see it." }] });
  double.advance(60_000);
  expect((await search("project = VULN")).body).toEqual({ issues: [{ id: "10001" }], isLast: true });
});

test("faults come as they are switched on", async () => {
  await start({ seed: 20, faults: { limits: { every: 1, reasons: ["jira-burst-based"] } } });
  expect((await call("GET", "/myself")).status).toBe(429);
  double.setFaults({ html: { every: 1, status: 502 } });
  expect(await call("GET", "/myself")).toEqual({ status: 502, body: "<html><body>Sign in to the network</body></html>" });
  double.setFaults({ hidden: ["IA-1"], shortPages: true });
  expect([(await call("GET", "/issue/IA-1")).status, ((await search("project = RISK", { maxResults: 6 })).body as { issues: object[] }).issues.length]).toEqual([404, 2]);
  double.setFaults({ repeatedToken: true });
  const first = (await search("project = RISK", { maxResults: 6 })).body as { nextPageToken: string };
  expect((await search("project = RISK", { maxResults: 6, nextPageToken: first.nextPageToken })).body).toMatchObject({ nextPageToken: first.nextPageToken, isLast: false });
  expect((await call("GET", "/myself", undefined, "wrong")).status).toBe(401);
});

test("a cut connection took effect or did not, as the fault says", async () => {
  await start({ faults: { cut: { every: 1, when: "before" } } });
  await expect(call("POST", "/issue", vuln)).rejects.toThrow("fetch failed");
  expect(double.issues()).toEqual([]);
  double.setFaults({ cut: { every: 1, when: "after" } });
  await expect(call("POST", "/issue", vuln)).rejects.toThrow("fetch failed");
  expect(double.issues()).toEqual(["VULN-1"]);
});

test("a moved issue is found by its old key and shows its new one", async () => {
  await start({ seed: 2 });
  expect(double.move("VULN-1", "SEC")).toBe("SEC-1");
  expect((await call("GET", "/issue/VULN-1?fields=summary")).body).toMatchObject({ key: "SEC-1" });
});
