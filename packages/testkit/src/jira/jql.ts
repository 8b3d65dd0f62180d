// A part of JQL, enough for a mirror: compares, lists, and/or/not, relative times, order. What it does not know it refuses as the real one does, with messages.
import type { JiraIssue } from "./jira-issue.ts";

export interface Jql {
  readonly matches: (issue: JiraIssue) => boolean;
  readonly order: readonly { readonly field: string; readonly down: boolean }[];
}

export interface JqlWorld {
  readonly now: number;
  readonly projects: readonly string[];
}

export class JqlError extends Error {}

type Test = (issue: JiraIssue) => boolean;

const fields: Readonly<Record<string, (issue: JiraIssue) => readonly string[]>> = {
  project: (issue) => [issue.key.split("-")[0] ?? ""],
  issuetype: (issue) => [issue.type],
  status: (issue) => [issue.status],
  labels: (issue) => issue.labels,
  key: (issue) => [issue.key, ...issue.oldKeys],
  issuekey: (issue) => [issue.key, ...issue.oldKeys],
  summary: (issue) => [issue.summary],
  issuelinktype: (issue) => issue.linkWords,
  updated: (issue) => [String(issue.updated)],
  created: (issue) => [String(issue.created)],
};

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

export function parseJql(text: string, world: JqlWorld): Jql {
  const [, condition = "", orderText = ""] = /^([\s\S]*?)(?:\border\s+by\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  if (condition.trim() === "") throw new JqlError("Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
  const words = condition.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[()]|,|!=|>=|<=|!~|[=<>~]|[^\s(),=<>!~]+/g) ?? [];
  const reader = { words, at: 0, world };
  const matches = either(reader);
  if (reader.at < words.length) throw new JqlError(`Error in the JQL Query: Expecting either 'OR' or 'AND' but got '${words[reader.at]}'.`);
  return { matches, order: orderText.split(",").filter((part) => part.trim() !== "").map(orderOf) };
}

interface Reader {
  readonly words: readonly string[];
  at: number;
  readonly world: JqlWorld;
}

function orderOf(part: string): Jql["order"][number] {
  const [field = "", direction = "asc"] = part.trim().toLowerCase().split(/\s+/);
  knownField(field);
  return { field, down: direction === "desc" };
}

function isNext(reader: Reader, word: string): boolean {
  const found = reader.words[reader.at]?.toLowerCase() === word;
  if (found) reader.at += 1;
  return found;
}

function either(reader: Reader): Test {
  const tests = [both(reader)];
  while (isNext(reader, "or")) tests.push(both(reader));
  return (issue) => tests.some((test) => test(issue));
}

function both(reader: Reader): Test {
  const tests = [single(reader)];
  while (isNext(reader, "and")) tests.push(single(reader));
  return (issue) => tests.every((test) => test(issue));
}

function single(reader: Reader): Test {
  if (isNext(reader, "not")) {
    const test = single(reader);
    return (issue) => !test(issue);
  }
  if (!isNext(reader, "(")) return clause(reader);
  const test = either(reader);
  if (!isNext(reader, ")")) throw new JqlError("Error in the JQL Query: Expecting ')'.");
  return test;
}

function clause(reader: Reader): Test {
  const field = bare(take(reader)).toLowerCase();
  const values = knownField(field);
  const negated = isNext(reader, "not");
  const operator = take(reader).toLowerCase();
  if (operator === "is") return empty(reader, values);
  const wanted = operator === "in" ? list(reader) : [bare(take(reader))];
  checkProjects(field, wanted, reader.world);
  if (field === "updated" || field === "created") return timeTest(operator, momentOf(wanted[0] ?? "", reader.world.now), values);
  const low = wanted.map((value) => value.toLowerCase());
  const found: Test = (issue) => values(issue).some((value) => low.includes(value.toLowerCase()));
  if (operator === "=" || operator === "in") return negated ? (issue) => !found(issue) : found;
  if (operator === "!=") return (issue) => values(issue).length > 0 && !found(issue);
  if (operator === "~") return (issue) => values(issue).some((value) => value.toLowerCase().includes(low[0] ?? ""));
  throw new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);
}

function empty(reader: Reader, values: (issue: JiraIssue) => readonly string[]): Test {
  const negated = isNext(reader, "not");
  take(reader);
  return (issue) => (values(issue).length === 0) !== negated;
}

function timeTest(operator: string, moment: number, values: (issue: JiraIssue) => readonly string[]): Test {
  const tests: Readonly<Record<string, (time: number) => boolean>> = { ">=": (time) => time >= moment, ">": (time) => time > moment, "<=": (time) => time <= moment, "<": (time) => time < moment };
  const test = tests[operator];
  if (test === undefined) throw new JqlError(`The operator '${operator}' is not supported by a date field.`);
  return (issue) => test(Number(values(issue)[0]));
}

function momentOf(text: string, now: number): number {
  const [, sign, count, unit = "m"] = /^([+-]?)(\d+)([mhdw])$/.exec(text) ?? [];
  if (count !== undefined) return now + (sign === "-" ? -1 : 1) * Number(count) * (unitMs[unit] ?? 0);
  const [, day, hour = "00:00"] = /^(\d{4}[-/]\d\d[-/]\d\d)(?: (\d\d:\d\d))?$/.exec(text) ?? [];
  if (day === undefined) throw new JqlError(`Date value '${text}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`);
  return Date.parse(`${day.replaceAll("/", "-")}T${hour}:00Z`);
}

function list(reader: Reader): readonly string[] {
  if (!isNext(reader, "(")) throw new JqlError("Error in the JQL Query: Expecting '(' after IN.");
  const values = [bare(take(reader))];
  while (isNext(reader, ",")) values.push(bare(take(reader)));
  if (!isNext(reader, ")")) throw new JqlError("Error in the JQL Query: Expecting ')'.");
  return values;
}

function checkProjects(field: string, wanted: readonly string[], world: JqlWorld): void {
  for (const value of field === "project" ? wanted : [])
    if (!world.projects.includes(value.toUpperCase())) throw new JqlError(`The value '${value}' does not exist for the field 'project'.`);
}

function knownField(field: string): (issue: JiraIssue) => readonly string[] {
  const values = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (values === undefined) throw new JqlError(`Field '${field}' does not exist or you do not have permission to view it.`);
  return values;
}

function take(reader: Reader): string {
  const word = reader.words[reader.at];
  if (word === undefined) throw new JqlError("Error in the JQL Query: The query ends too early.");
  reader.at += 1;
  return word;
}

function bare(word: string): string {
  return /^["']/.test(word) ? word.slice(1, -1).replaceAll(/\\(.)/g, "$1") : word;
}
