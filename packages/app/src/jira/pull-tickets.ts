// `merlon jira pull`: what Jira has now, page by page, into the mirror beside a model. What was read is written as it goes, so that a pull that is cut off loses little.
import { nearest } from "@merlon/core";
import { readJiraExport, type JiraWords } from "@merlon/formats";
import type { Diagnostic, Ticket } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { Session } from "../session.ts";
import type { ImportedTickets, TicketImportOptions } from "./import-tickets.ts";
import { jiraClient, onNetwork, type JiraClient, type JiraPort } from "./jira-client.ts";
import { fieldsOf, issuesAgain, pagesOf, type JiraFieldList } from "./jira-questions.ts";
import { jiraSite, type Environment } from "./jira-site.ts";
import { joinMirror, placeOfTickets } from "./join-mirror.ts";
import { mirrorOf, type Mirror } from "./tickets-beside.ts";

export interface PullOptions extends TicketImportOptions {
  readonly url?: string;
  readonly jql?: string;
  readonly env: Environment;
  readonly port?: JiraPort;
}

export interface PulledTickets extends ImportedTickets {
  /** In the mirror, but Jira does not show them to this account any more: deleted, or no right. */
  readonly lost: readonly string[];
  /** The search went in a circle or stopped before its last page, so that new tickets may be missing. */
  readonly isCut: boolean;
}

/** Pages between two writes. */
const OFTEN = 10;

export async function pullTickets(model: string | undefined, options: PullOptions, session: Session): Promise<{ readonly pulled: PulledTickets; readonly diagnostics: readonly Diagnostic[] }> {
  const place = await placeOfTickets(model, session.cwd);
  const mirror = await mirrorOf(place, session.builtIn.library, session);
  const jql = options.jql ?? projectsOf(mirror.tickets);
  const site = await jiraSite(options.url ?? mirror.words.url, options.env, session.cwd);
  const client = jiraClient(site, options.port ?? onNetwork);
  const fields = await fieldsOf(client, mirror.words, options.withDescriptions);
  assertKnown(mirror.words, fields, site.url);
  const read = reader(mirror, fields, options, site.url, session);
  const write = () => joinMirror(place, mirror, read);
  const found = await readAll(client, { jql, fields, read, write, mirror }, session);
  return { pulled: { mirror: mirror.path, ...await write(), skipped: read.skipped, ...found }, diagnostics: read.problems() };
}

interface Reading {
  readonly jql: string;
  readonly fields: JiraFieldList;
  readonly read: Reader;
  readonly write: () => Promise<unknown>;
  readonly mirror: Mirror;
}

async function readAll(client: JiraClient, { jql, fields, read, write, mirror }: Reading, session: Session): Promise<Pick<PulledTickets, "lost" | "isCut">> {
  const seen = new Set<string>();
  let pages = 0;
  let isCut = false;
  for await (const issues of pagesOf(client, jql, fields, () => { isCut = true; })) {
    for (const { key } of issues) seen.add(key);
    read.page(issues);
    session.progress(`Reading issues: ${seen.size}`);
    if (++pages % OFTEN === 0) await write();
  }
  // A search may miss what was written just now, and it does not tell what moved or went.
  const { issues, moved, lost } = await issuesAgain(client, mirror.tickets.map(({ key }) => key).filter((key) => !seen.has(key)), fields);
  read.page(issues);
  read.moved.push(...moved);
  return { lost, isCut };
}

interface RawPage { readonly key: string }

interface Reader {
  readonly tickets: Ticket[];
  readonly moved: string[];
  readonly skipped: ImportedTickets["skipped"];
  readonly page: (issues: readonly RawPage[]) => void;
  readonly problems: () => readonly Diagnostic[];
}

function reader(mirror: Mirror, { names }: JiraFieldList, options: TicketImportOptions, url: string, session: Session): Reader {
  const tickets: Ticket[] = [];
  const moved: string[] = [];
  const skipped = new Map<string, ImportedTickets["skipped"][number]>();
  const odd: RawPage[] = [];
  const words = { ...mirror.words, ownFields: [] };
  const readIssues = (issues: readonly RawPage[]) => session.limit(() => readJiraExport(JSON.stringify({ names, issues }), { path: url, words, withRestricted: options.withRestricted, withDescriptions: options.withDescriptions }));
  return {
    tickets, moved,
    get skipped() { return [...skipped.values()]; },
    page: (issues) => {
      if (issues.length === 0) return;
      const read = readIssues(issues);
      tickets.push(...read.tickets ?? []);
      for (const one of read.skipped) {
        skipped.set(one.key, one);
        if (one.why !== "restricted" && one.why !== "left-out") odd.push(...issues.filter(({ key }) => key === one.key));
      }
    },
    // Told once for all pages.
    problems: () => (odd.length === 0 ? [] : readIssues(odd).diagnostics.map(({ where: _line, ...rest }) => rest)),
  };
}

function projectsOf(tickets: readonly Ticket[]): string {
  const projects = [...new Set(tickets.map(({ key }) => key.slice(0, key.lastIndexOf("-"))))].sort();
  if (projects.length === 0) throw new AppError("A4027", "Nothing says which issues to read.", { hint: "Say it the first time: --jql 'project in (SEC, RISK)'. Later the projects of the mirror are read." });
  return `project in (${projects.map((project) => JSON.stringify(project)).join(", ")})`;
}

function assertKnown({ ownFields }: JiraWords, { names, lacking }: JiraFieldList, url: string): void {
  const [field] = lacking.filter((name) => ownFields.includes(name));
  if (field === undefined) return;
  const close = nearest(field, Object.values(names));
  throw new AppError("A4028", `jira.map.yaml names the field \`${field}\`, which ${url} does not have.`, { hint: close === undefined ? "Look at the name under `fields`." : `Did you mean \`${close}\`?` });
}
