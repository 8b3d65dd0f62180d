// A pull against answers that a test makes: pages, waits, refusals, moved and lost issues, and a pull that is cut off anywhere.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openSession } from "../session.ts";
import type { JiraPort } from "./jira-client.ts";
import { pullTickets, type PullOptions } from "./pull-tickets.ts";

const session = await openSession();
const env = { MERLON_JIRA_EMAIL: "ana@acme.example", MERLON_JIRA_TOKEN: "s3cret" };
const map = "jira-map: 1\nurl: https://acme.example\nfields: {level: [Risk level]}\n";
const model = "merlon: 1\nid: shop\ntitle: Shop\nelements:\n  web: {kind: process}\n";

interface Issue { readonly key: string; readonly fields: object }
const issue = (key: string, more: object = {}): Issue => ({ key, fields: { summary: `About ${key}`, issuetype: { name: "Task" }, status: { name: "Open" }, ...more } });

type Answer = (path: string, body: Readonly<Record<string, unknown>>) => Response;
const json = (value: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(value), { headers: { "content-type": "application/json" }, ...init });

/** A site that holds issues and pages by two. `formerly`: old keys of moved issues. `hidden`: what a search misses. */
function siteOf(issues: readonly Issue[], { formerly = {}, hidden = [], perPage = 2 }: { readonly formerly?: Readonly<Record<string, string>>; readonly hidden?: readonly string[]; readonly perPage?: number } = {}): Answer {
  const byKey = (key: string) => issues.find((one) => one.key === (formerly[key] ?? key));
  return (path, body) => {
    if (path === "/field") return json([{ id: "customfield_1", name: "Risk level" }, { id: "labels", name: "Labels" }]);
    if (path === "/issue/bulkfetch") return json({ issues: (body["issueIdsOrKeys"] as string[]).flatMap((key) => byKey(key) ?? []) });
    if (path.startsWith("/issue/")) {
      const found = byKey(/^\/issue\/([^?]+)/.exec(path)![1]!);
      return found ? json(found) : json({ errorMessages: ["Issue does not exist"] }, { status: 404 });
    }
    const start = Number(body["nextPageToken"] ?? 0);
    const shown = issues.filter(({ key }) => !hidden.includes(key));
    const isLast = start + perPage >= shown.length;
    return json({ issues: shown.slice(start, start + perPage), isLast, ...(isLast ? {} : { nextPageToken: String(start + perPage) }) });
  };
}

async function shopWith(files: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "merlon-pull-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ "model.yaml": model, "jira.map.yaml": map, ...files })) await writeFile(join(folder, name), text);
  const asked: string[] = [];
  const waits: number[] = [];
  const pull = (answer: Answer, more: Partial<PullOptions> = {}) => {
    let clock = 0;
    const port: JiraPort = {
      fetch: async (url, { body, headers }) => {
        asked.push(`${url.replace("https://acme.example/rest/api/3", "")} ${String(body ?? "")} ${new Headers(headers).get("authorization") ?? ""}`);
        return answer(url.replace("https://acme.example/rest/api/3", ""), JSON.parse(String(body ?? "{}")) as Readonly<Record<string, unknown>>);
      },
      now: () => clock, sleep: async (time) => { clock += time; if (time > 0) waits.push(time); }, chance: () => 0.5,
    };
    return pullTickets(".", { env, port, jql: "project = SEC", withRestricted: false, withDescriptions: false, ...more }, { ...session, cwd: folder });
  };
  return { folder, asked, waits, pull, mirror: () => readFile(join(folder, "tickets.jsonl"), "utf8") };
}

const failure = async (work: Promise<unknown>) => work.then(() => "fine", (error: unknown) => (error as Error).message);
const keysOf = (text: string) => text.split("\n").filter((line) => line !== "").map((line) => (JSON.parse(line) as Issue).key);
const three = [issue("SEC-1", { customfield_1: { value: "R3" } }), issue("SEC-2"), issue("SEC-3")];

test("[JIR-10] a pull reads all pages with the fields that the map looks for, twice gives the same bytes, and the token goes only to the site", async () => {
  const { pull, mirror, asked, folder } = await shopWith();
  const { pulled, diagnostics } = await pull(siteOf([...three, issue("SEC-4", { security: { name: "Team" } })]));
  expect([pulled, diagnostics]).toEqual([{ mirror: "tickets.jsonl", count: 3, added: ["SEC-1", "SEC-2", "SEC-3"], changed: [], unchanged: [], older: [], removed: [], lost: [], isCut: false, skipped: [{ key: "SEC-4", why: "restricted" }] }, []]);
  const first = await mirror();
  expect(JSON.parse(first.split("\n")[0]!)).toEqual({ fields: { "Risk level": ["R3"] }, key: "SEC-1", status: "Open", title: "About SEC-1", type: "Task" });
  expect([asked.length, asked[1]?.includes("description"), asked.every((one) => one.endsWith(`Basic ${btoa("ana@acme.example:s3cret")}`))]).toEqual([3, false, true]);
  await pull(siteOf(three));
  expect([await mirror(), (await readdir(folder)).sort()]).toEqual([first, ["jira.map.yaml", "model.yaml", "tickets.jsonl"]]);
});

test("[JIR-16] what is behind a security level is not told by a link from another page either", async () => {
  const { pull, mirror } = await shopWith();
  const link = { type: { name: "Blocks", inward: "is blocked by", outward: "blocks" }, outwardIssue: { key: "SEC-4" } };
  await pull(siteOf([issue("SEC-1", { issuelinks: [link] }), issue("SEC-2"), issue("SEC-3"), issue("SEC-4", { security: { name: "Team" } })]));
  expect([keysOf(await mirror()), (await mirror()).includes("SEC-4")]).toEqual([["SEC-1", "SEC-2", "SEC-3"], false]);
});

test("[JIR-11] a repeated token ends the search, what a search misses is asked for by key, what moved leaves its old key, and what is lost is told and kept", async () => {
  const { pull, mirror } = await shopWith();
  await pull(siteOf(three));
  const after = siteOf([issue("SEC-1", { labels: ["new"] }), issue("OPS-7")], { formerly: { "SEC-2": "OPS-7" }, hidden: ["SEC-1"] });
  const { pulled } = await pull((path, body) => (path === "/search/jql" ? json({ issues: [issue("SEC-9")], nextPageToken: "same" }) : after(path, body)));
  expect([pulled.added, pulled.changed, pulled.removed, pulled.lost, pulled.isCut, keysOf(await mirror())]).toEqual([["OPS-7", "SEC-9"], ["SEC-1"], ["SEC-2"], ["SEC-3"], true, ["OPS-7", "SEC-1", "SEC-3", "SEC-9"]]);
});

test("[JIR-12] a quota is waited for until it is over, other refusals are tried four times with the wait that the site names or longer and longer ones", async () => {
  const limited = (reason: string, headers: Readonly<Record<string, string>>, times: number): Answer => {
    let left = times;
    return (path, body) => (path === "/search/jql" && left-- > 0 ? json({}, { status: 429, headers: { "ratelimit-reason": reason, ...headers } }) : siteOf(three)(path, body));
  };
  const run = async (answer: Answer) => {
    const { pull, waits } = await shopWith();
    return [await failure(pull(answer)), waits];
  };
  expect(await run(limited("jira-quota-tenant-based", { "x-ratelimit-reset": "1970-01-01T00:10:00Z" }, 1))).toEqual(["fine", [600_000]]);
  expect(await run(limited("jira-quota-global-based", { "retry-after": "60" }, 6))).toEqual(["fine", [60_000, 60_000, 60_000, 60_000, 60_000, 60_000]]);
  expect(await run(limited("jira-quota-global-based", { "retry-after": "7200" }, 1))).toEqual(["https://acme.example asks to wait longer than a command may take.", []]);
  expect(await run(limited("jira-burst-based", { "retry-after": "1" }, 1))).toEqual(["fine", [1000, 200, 200]]);
  expect(await run(limited("", {}, 9))).toEqual(["https://acme.example refuses /search/jql (429).", [2000, 4000, 8000]]);
});

test("[JIR-13] what is wrong is told in words, without the token, and a mirror that is there stays", async () => {
  const { pull, mirror } = await shopWith();
  await pull(siteOf(three));
  const before = await mirror();
  const refused = (code: string): Answer => () => { throw Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("x"), { code }) }); };
  const page = new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } });
  const wrong = (path: string, response: () => Response): Answer => (asked, body) => (asked === path ? response() : siteOf(three)(asked, body));
  expect(await Promise.all([
    failure(pull(() => json({}, { status: 401 }))), failure(pull(() => json({ errorMessages: ["No."] }, { status: 403 }))), failure(pull(() => page)), failure(pull(refused("ECONNREFUSED"))), failure(pull(refused("ENOTFOUND"))), failure(pull(refused("CERT_NOT_YET_VALID"))),
    failure(pull(wrong("/search/jql", () => json({ errorMessages: ["The value 'SEC' does not exist for the field 'project'."] }, { status: 400 })))), failure(pull(wrong("/search/jql", () => new Response('{"issues": [{"ke')))),
    failure(pull(wrong("/field", () => json([{ id: "customfield_1", name: "Risk levels" }])))), failure(pull(wrong("/field", () => json({})))), failure(pull(() => json({}, { status: 302 }))),
    failure(pull(siteOf(three), { env: {} })), failure(pull(siteOf(three), { env: { MERLON_JIRA_EMAIL: "a@b.example" } })), failure(pull(siteOf(three), { url: "http://acme.example" })),
  ])).toEqual([
    "https://acme.example does not know the e-mail address with this token (401).", "https://acme.example does not let this token ask for /field (403). It says: No.", "https://acme.example answers with a web page (200), not with data.",
    "There is no answer from https://acme.example: nothing listens there.", "There is no answer from https://acme.example: its name is not known.", "There is no answer from https://acme.example: its certificate is not valid at the time of this machine.",
    "https://acme.example refuses /search/jql (400). It says: The value 'SEC' does not exist for the field 'project'.", "The answer of https://acme.example to /search/jql breaks off or is no JSON.",
    "jira.map.yaml names the field `Risk level`, which https://acme.example does not have.", "Jira answered something else when it was asked for the list of fields.", "https://acme.example sends on to another address (302).",
    "There is no MERLON_JIRA_EMAIL in the environment.", "There is no token: neither MERLON_JIRA_TOKEN nor MERLON_JIRA_TOKEN_FILE in the environment.", "The address of Jira is none that a token may be sent to.",
  ]);
  expect(await mirror()).toBe(before);
});

test("[JIR-14] a pull that is cut off at any question leaves a whole mirror, and the next one ends as one that was not", async () => {
  const many = Array.from({ length: 60 }, (_, i) => issue(`SEC-${i + 1}`));
  const whole = await shopWith();
  await whole.pull(siteOf(many));
  const end = await whole.mirror();
  const cut = await shopWith();
  const kept: number[] = [];
  for (let at = 1; at <= whole.asked.length; at += 1) {
    let count = 0;
    await failure(cut.pull((path, body) => { if (++count >= at) throw Object.assign(new Error("cut"), { code: "ECONNREFUSED" }); return siteOf(many)(path, body); }));
    kept.push(keysOf(await cut.mirror().catch(() => "")).length);
  }
  expect([...new Set(kept)]).toEqual([0, 20, 40]);
  await cut.pull(siteOf(many), {});
  expect(await cut.mirror()).toBe(end);
});
