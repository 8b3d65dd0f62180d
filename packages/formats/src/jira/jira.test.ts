// Exports of Jira as JSON and as CSV, what of them is kept, how mirrors are merged, and what tickets mean in the landscape.
import { JiraMapSchema, type Ticket } from "@merlon/schema";
import { expect, test } from "vitest";
import { jiraWords } from "./jira-words.ts";
import { landTickets } from "./land-tickets.ts";
import { mergeTickets, printTickets, readTickets } from "./mirror.ts";
import { momentOf } from "./moment-of.ts";
import { jiraPresets } from "./presets.ts";
import { readCsv } from "./read-csv.ts";
import { readJiraExport } from "./read-jira-export.ts";

const words = jiraWords({ "jira-map": 1, url: "https://acme.example/", types: { Look: "left-out" }, links: { "needs": "blocks<" }, fields: { level: ["Risk level"] }, places: { "pay-svc": "payment" }, rules: { clear: "plaintext" } });
const read = (text: string, more: { readonly withRestricted?: boolean; readonly withDescriptions?: boolean } = {}) => readJiraExport(text, { path: "export", words, ...more });

const blocks = { name: "Blocks", inward: "is blocked by", outward: "blocks" };
const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text, marks: [{ type: "strong" }] }] });
const issue = (key: string, type: string, fields: object = {}) => ({ key, fields: { summary: `About ${key}`, issuetype: { name: type }, status: { name: "Open", statusCategory: { key: "new" } }, ...fields } });
const page = (...issues: readonly object[]) => ({ isLast: true, names: { customfield_10010: "Risk level" }, issues });

const bug = issue("SEC-2", "Bug", {
  updated: "2026-11-02T09:00:00.000+0100", priority: { name: "High" }, assignee: { emailAddress: "dan@acme.example", displayName: "Dan" }, duedate: "2026-12-24", labels: ["pay-svc", "CWE-319"], components: [{ name: "Payment" }],
  issuelinks: [{ type: blocks, outwardIssue: { key: "SEC-10" } }], description: { type: "doc", version: 1, content: [paragraph("It is sent in clear."), { type: "bulletList", content: [{ type: "listItem", content: [paragraph("See the log.")] }] }] },
});
const other = issue("SEC-10", "Task", { issuelinks: [{ type: blocks, inwardIssue: { key: "SEC-2" } }], parent: { key: "SEC-1" } });
const risk = issue("RISK-1", "Risk", { customfield_10010: { value: "R2" } });

const expected: Ticket = {
  key: "SEC-2", type: "Bug", title: "About SEC-2", status: "Open", category: "new", updated: "2026-11-02T09:00:00.000+0100", priority: "High", owner: "dan@acme.example", due: "2026-12-24",
  labels: ["CWE-319", "pay-svc"], components: ["Payment"], links: [{ type: "Blocks", way: "out", label: "blocks", to: "SEC-10" }],
};

test("[JIR-2] pages of a search, several pages, a list of issues and one issue are read, each in its own words, fields by the names that people see", () => {
  const { tickets, skipped, diagnostics } = read(JSON.stringify([page(bug, other), page(risk)]));
  expect([tickets?.map(({ key }) => key), skipped, diagnostics]).toEqual([["SEC-2", "SEC-10", "RISK-1"], [], []]);
  expect(tickets?.[0]).toEqual(expected);
  expect([tickets?.[1]?.links, tickets?.[1]?.parent, tickets?.[2]?.fields]).toEqual([[{ type: "Blocks", way: "in", label: "is blocked by", to: "SEC-2" }], "SEC-1", { "Risk level": ["R2"] }]);
  expect([JSON.stringify([bug]), JSON.stringify(bug)].map((text) => read(text).tickets)).toEqual([[expected], [expected]]);
});

test("[JIR-3] issues behind a security level and descriptions stay out unless asked for, and what is skipped is told with its reason", () => {
  const secret = issue("SEC-3", "Bug", { security: { name: "Security team" } });
  const text = JSON.stringify([bug, secret, issue("SEC-4", "Look"), issue("SEC-5", "Riddle"), { key: "SEC-6", fields: {} }]);
  const { tickets, skipped, diagnostics } = read(text);
  expect(tickets?.map(({ key, description }) => [key, description])).toEqual([["SEC-2", undefined]]);
  expect(skipped).toEqual([{ key: "SEC-3", why: "restricted" }, { key: "SEC-4", why: "left-out" }, { key: "SEC-5", why: "unknown-type" }, { key: "SEC-6", why: "broken" }]);
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ["F2084", "SEC-6 is left out, since it has no type and no summary and no status."],
    ["F2082", "Nothing is known about the type `Riddle`: 1 left out, the first is SEC-5."], ["F2083", "The map names the field `Risk level`, which no issue of the export has."],
  ]);
  const all = read(text, { withRestricted: true, withDescriptions: true }).tickets ?? [];
  expect(all.map(({ key, restricted, description }) => [key, restricted, description])).toEqual([["SEC-2", undefined, "It is sent in clear.\nSee the log."], ["SEC-3", "Security team", undefined]]);
});

test("[JIR-2] a CSV export gives the same: columns that are there several times, links by type and side, custom fields", () => {
  const csv = [
    "Summary,Issue key,Issue Type,Status,Status Category,Priority,Assignee,Due date,Updated,Labels,Labels,Components,Outward issue link (Blocks),Inward issue link (Blocks),Custom field (Risk level),Description",
    'About SEC-2,SEC-2,Bug,Open,To Do,High,dan@acme.example,24/Dec/26 12:00 AM,2026-11-02T09:00:00.000+0100,pay-svc,CWE-319,Payment,SEC-10,,,"Says ""no"",',
    'twice"', "About RISK-1,RISK-1,Risk,Open,To Do,,,,,,,,,,R2,", "",
  ].join("\r\n");
  const { tickets, diagnostics } = read(csv, { withDescriptions: true });
  expect(diagnostics).toEqual([]);
  expect(tickets?.[0]).toEqual({ ...expected, description: 'Says "no",\r\ntwice', links: [{ type: "Blocks", way: "out", to: "SEC-10" }] });
  expect(tickets?.[1]?.fields).toEqual({ "Risk level": ["R2"] });
  expect(readCsv('a,"b\n1",\n\n"c"')).toEqual([{ line: 1, cells: ["a", "b\n1", ""] }, { line: 4, cells: ["c"] }]);
});

test("[JIR-4] what is no export is refused with what it is", () => {
  const refusals = ["<html>Sign in</html>", "{\"errorMessages\": [\"The value 'X' does not exist.\"]}", "[]", "{", "a,b\n1,2\n", "Issue key,Summary\n", ""].map((text) => {
    const { tickets, diagnostics } = read(text);
    return [tickets, ...diagnostics.map(({ code, message }) => `${code} ${message}`)];
  });
  expect(refusals).toEqual([
    [undefined, "F2080 This is a web page, not an export of Jira."], [undefined, "F2081 There are no issues of Jira in it: Jira says \"The value 'X' does not exist.\"."],
    [undefined, "F2081 There are no issues of Jira in it: the list is empty."], [undefined, expect.stringMatching(/^C1/)],
    [undefined, "F2081 There are no issues of Jira in it: it is no JSON, and as CSV it has no column `Issue key`."], [undefined, "F2081 There are no issues of Jira in it: it has no row."],
    [undefined, "F2081 There are no issues of Jira in it: it is no JSON, and as CSV it has no column `Issue key`."],
  ]);
});

test("[JIR-1] a mirror is one line for each ticket, sorted by project and number; printing what was read gives the same bytes, and a broken line is told", () => {
  const { tickets = [] } = read(JSON.stringify([other, bug, risk]));
  const text = printTickets(tickets);
  const back = readTickets({ path: "tickets.jsonl", text });
  expect([back.tickets.map(({ key }) => key), back.diagnostics, printTickets([...back.tickets].reverse()) === text, back.lines.get("SEC-10")]).toEqual([["RISK-1", "SEC-2", "SEC-10"], [], true, 3]);
  const broken = readTickets({ path: "tickets.jsonl", text: `${text}{"key": "SEC-3"}\n\n${text.split("\n")[0]!}\n` });
  expect(broken.diagnostics.map(({ message, where }) => [where?.line, message])).toEqual([[4, expect.stringMatching(/^This line is no ticket: type: /)], [6, "This line is no ticket: RISK-1 is in line 1 already."]]);
});

test("[JIR-5] what is newer wins, by time also across zones and ways of writing it; what may not stay goes", () => {
  const at = (key: string, title: string, updated?: string): Ticket => ({ key, type: "Bug", title, status: "Open", ...(updated === undefined ? {} : { updated }) });
  const mirror = [at("A-1", "old", "2026-11-02T09:00:00.000+0100"), at("A-2", "same"), at("A-3", "new", "2026-11-02T09:00:00Z"), at("A-4", "secret")];
  const incoming = [at("A-1", "changed", "2026-11-02T08:30:00.000+0000"), at("A-2", "same"), at("A-3", "older", "02/Nov/26 8:59 AM"), at("A-10", "first", "2026-11-02"), at("A-10", "before", "2026-11-01")];
  const { tickets, ...fates } = mergeTickets(mirror, incoming, ["A-4", "A-5"]);
  expect(tickets.map(({ key, title }) => `${key} ${title}`)).toEqual(["A-1 changed", "A-2 same", "A-3 new", "A-10 first"]);
  expect(fates).toEqual({ added: ["A-10"], changed: ["A-1"], unchanged: ["A-2"], older: ["A-3"], removed: ["A-4"] });
  expect(["2026-02-29", "24/Dec/26 12:00 AM", "1/Jan/2027 1:05 PM", "24.12.2026", "2026-13-01"].map((text) => momentOf(text)?.day)).toEqual(["2026-02-29", "2026-12-24", "2027-01-01", undefined, undefined]);
});

test("[JIR-16] what a security level hides is not told by the links or the parent of other issues either, nor by the mirror", () => {
  const secret = issue("SEC-1", "Bug", { security: { name: "Security team" } });
  const hidden = read(JSON.stringify([{ ...bug, fields: { ...bug.fields, issuelinks: [{ type: blocks, outwardIssue: { key: "SEC-1" } }] } }, other, secret]));
  expect(hidden.tickets?.map(({ key, links, parent }) => [key, links, parent])).toEqual([["SEC-2", undefined, undefined], ["SEC-10", [{ type: "Blocks", way: "in", label: "is blocked by", to: "SEC-2" }], undefined]]);
  const { tickets: mirror = [] } = read(JSON.stringify([bug, other]));
  const { tickets, ...fates } = mergeTickets(mirror, [], ["SEC-1"], ["SEC-1"]);
  expect([tickets.map(({ key, parent }) => [key, parent]), fates]).toEqual([[["SEC-2", undefined], ["SEC-10", undefined]], { added: [], changed: ["SEC-10"], unchanged: [], older: [], removed: [] }]);
});

test("[JIR-6] a map's own words come before its preset's, labels before types of links, capitals do not count, and every word of a preset is one that a map may say", () => {
  for (const preset of Object.values(jiraPresets)) expect(JiraMapSchema.safeParse({ "jira-map": 1, ...preset }).error?.issues ?? []).toEqual([]);
  const { tickets: mirror = [] } = read(JSON.stringify([{ ...bug, fields: { ...bug.fields, labels: ["pay-svc", "cwe-319", "t1040", "clear"] } }, other, page(risk)]));
  const landed = landTickets([...mirror, { key: "X-1", type: "Riddle", title: "?", status: "Hm" }, { key: "X-2", type: "task", title: "?", status: "Hm", links: [{ type: "Odd", way: "out", to: "X-1" }, { type: "Odd", way: "in", label: "needs", to: "SEC-2" }] }], words, () => ({ file: "tickets.jsonl", line: 1, column: 1 }));
  expect(landed.tickets[0]).toEqual({
    key: "SEC-2", type: "ticket", title: "About SEC-2", kind: "Bug", state: "open", severity: "high", tags: ["clear", "cwe-319", "pay-svc", "t1040"], day: "2026-12-24", url: "https://acme.example/browse/SEC-2", owner: "dan@acme.example",
    places: ["SEC-2", "Payment", "clear", "cwe-319", "payment", "t1040"], weaknesses: ["CWE-319"], techniques: ["T1040"], threats: ["clear", "cwe-319", "pay-svc", "t1040", "plaintext"],
    links: [{ relation: "blocks", forward: true, to: "SEC-10" }], where: { file: "tickets.jsonl", line: 1, column: 1 },
  });
  expect([landed.tickets[1]?.links, landed.tickets[2]?.kind, landed.tickets[3]?.links]).toEqual([
    [{ relation: "blocks", forward: false, to: "SEC-2" }, { relation: "part-of", forward: true, to: "SEC-1" }], "R2", [{ relation: "blocks", forward: false, to: "SEC-2" }],
  ]);
  expect(landed.unknown).toEqual([{ what: "type", word: "Riddle", count: 1, key: "X-1" }, { what: "status", word: "Hm", count: 1, key: "X-2" }, { what: "link", word: "Odd", count: 1, key: "X-2" }]);
});
