// The questions a pull asks: which fields there are, the pages of a search, and what became of issues that the search did not give.
import type { JiraWords } from "@merlon/formats";
import { AppError } from "../app-error.ts";
import type { JiraClient } from "./jira-client.ts";

export interface JiraFieldList {
  /** What to ask for, by id. */
  readonly ids: readonly string[];
  /** The names of all fields, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** What the map looks for and the site does not have. */
  readonly lacking: readonly string[];
}

interface RawIssue { readonly key: string }

const always = ["summary", "status", "issuetype", "issuelinks", "labels", "components", "priority", "assignee", "duedate", "parent", "security", "created", "updated"];

export async function fieldsOf(client: JiraClient, words: JiraWords, withDescriptions: boolean): Promise<JiraFieldList> {
  const answer = await client.ask("GET", "/field");
  if (!Array.isArray(answer)) throw odd("the list of fields");
  const names = Object.fromEntries(answer.filter(isField).map(({ id, name }) => [id, name]));
  const plain = (text: string) => text.trim().toLowerCase();
  const wanted = [...new Set(Object.values(words.fields).flat())].map((name) => [name, Object.keys(names).filter((id) => id === name || plain(names[id]!) === plain(name))] as const);
  const ids = [...new Set([...always, ...(withDescriptions ? ["description"] : []), ...wanted.flatMap(([, found]) => found)])];
  return { ids, names, lacking: wanted.filter(([name, found]) => found.length === 0 && !ids.includes(plain(name)) && plain(name) !== "due date").map(([name]) => name) };
}

const MOST = 100;

/** Ends at the last page, without a token, and, which is told, with a token that was there before and at an empty page that names a next one. */
export async function* pagesOf(client: JiraClient, jql: string, { ids }: JiraFieldList, tellCut: () => void): AsyncGenerator<readonly RawIssue[]> {
  const known = new Set<string>();
  let token: string | undefined;
  for (;;) {
    const page = await client.ask("POST", "/search/jql", { jql, fields: ids, maxResults: MOST, ...(token === undefined ? {} : { nextPageToken: token }) });
    const issues = issuesOf(page);
    if (issues.length > 0) yield issues;
    const { isLast, nextPageToken } = page as { readonly isLast?: unknown; readonly nextPageToken?: unknown }; // an object, or issuesOf had thrown
    if (isLast === true || typeof nextPageToken !== "string" || nextPageToken === "") return;
    if (issues.length === 0 || known.has(nextPageToken)) {
      tellCut();
      return;
    }
    token = nextPageToken;
    known.add(token);
  }
}

/** moved: keys that an issue had before it got another. lost: keys that there is nothing for. */
export async function issuesAgain(client: JiraClient, keys: readonly string[], { ids }: JiraFieldList): Promise<{ readonly issues: readonly RawIssue[]; readonly moved: readonly string[]; readonly lost: readonly string[] }> {
  const issues: RawIssue[] = [];
  const moved: string[] = [];
  const lost: string[] = [];
  for (let from = 0; from < keys.length; from += MOST) {
    const asked = keys.slice(from, from + MOST);
    const found = issuesOf(await client.ask("POST", "/issue/bulkfetch", { issueIdsOrKeys: asked, fields: ids }));
    issues.push(...found);
    const got = new Set(found.map(({ key }) => key));
    const hasMoved = found.some(({ key }) => !asked.includes(key));
    for (const key of asked.filter((one) => !got.has(one))) {
      const one = hasMoved ? await client.ask("GET", `/issue/${encodeURIComponent(key)}?fields=summary`) : undefined;
      (isIssue(one) ? moved : lost).push(key);
    }
  }
  return { issues, moved, lost };
}

function issuesOf(page: unknown): readonly RawIssue[] {
  if (typeof page !== "object" || page === null || !("issues" in page) || !Array.isArray(page.issues)) throw odd("issues");
  return page.issues.filter(isIssue);
}

function isIssue(value: unknown): value is RawIssue {
  return typeof value === "object" && value !== null && "key" in value && typeof value.key === "string";
}

function isField(value: unknown): value is { readonly id: string; readonly name: string } {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" && "name" in value && typeof value.name === "string";
}

function odd(what: string): AppError {
  return new AppError("A4028", `Jira answered something else when it was asked for ${what}.`, { hint: "Look at the address: it is that of the site, without anything behind it." });
}
