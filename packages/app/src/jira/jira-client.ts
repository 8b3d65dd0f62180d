// One question to Jira at a time, asked again where that may help: after the time that the site names, or after longer and longer waits.
import { AppError } from "../app-error.ts";
import type { JiraSite } from "./jira-site.ts";
import { noAnswer, refusal } from "./jira-refusal.ts";

export interface JiraPort {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 to 1. */
  readonly chance: () => number;
}

export interface JiraClient {
  /** The path begins below /rest/api/3. undefined: there is no such thing (404). */
  readonly ask: (method: "GET" | "POST", path: string, body?: unknown) => Promise<unknown>;
}

export const onNetwork: JiraPort = {
  fetch: (url, init) => fetch(url, init), now: () => Date.now(),
  sleep: (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); }), chance: () => Math.random(),
};

const TRIES = 4;
/** What a whole command may take. */
const WHOLE = 30 * 60_000;
const ONE = 60_000;
/** Between questions to an endpoint that said it is asked too often. */
const GAP = 200;

export function jiraClient(site: JiraSite, port: JiraPort = onNetwork, whole = WHOLE): JiraClient {
  const end = port.now() + whole;
  const gaps = new Map<string, number>();
  const wait = async (milliseconds: number) => {
    if (port.now() + milliseconds > end) throw new AppError("A4028", `${site.url} asks to wait longer than a command may take.`, { hint: "Run the same command again later: it goes on from what is there." });
    await port.sleep(milliseconds);
  };
  async function ask(method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> {
    const endpoint = `${method} ${path.split("/").slice(0, 3).join("/")}`;
    for (let attempt = 1; ;) {
      await wait(gaps.get(endpoint) ?? 0);
      const answer = await once(site, port, { method, path, body });
      if (answer.kind === "answer") return answer.value;
      const isQuota = answer.reason.startsWith("jira-quota");
      if (answer.reason === "jira-burst-based") gaps.set(endpoint, GAP);
      // A quota is over at a time that is known; waiting for it is no failed try.
      if (!isQuota && attempt >= TRIES) throw answer.error;
      await wait(answer.after ?? 1000 * 2 ** attempt * (0.7 + 0.6 * port.chance()));
      if (!isQuota) attempt += 1;
    }
  }
  return { ask };
}

type Once =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "again"; readonly reason: string; readonly after?: number; readonly error: AppError };

async function once({ url, authorization }: JiraSite, port: JiraPort, { method, path, body }: { readonly method: string; readonly path: string; readonly body: unknown }): Promise<Once> {
  let response: Response;
  let text: string;
  try {
    response = await port.fetch(`${url}/rest/api/3${path}`, {
      method, redirect: "manual", signal: AbortSignal.timeout(ONE),
      headers: { authorization, accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (cause) {
    const { error, isFinal } = noAnswer(url, cause);
    if (isFinal) throw error;
    return { kind: "again", reason: "", error };
  }
  if (response.status === 404) return { kind: "answer", value: undefined };
  const error = refusal(url, path, response, text);
  if (response.status === 429 || response.status >= 500) return { kind: "again", reason: response.headers.get("ratelimit-reason") ?? "", ...afterOf(response, port), error: error! }; // no such status is fine
  if (error) throw error;
  const value = parsed(text);
  return value === undefined ? { kind: "again", reason: "", error: new AppError("A4028", `The answer of ${url} to ${path} breaks off or is no JSON.`) } : { kind: "answer", value };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The header counts seconds or names a time; the other one names the time when a quota starts anew. */
function afterOf({ headers }: Response, port: JiraPort): { readonly after?: number } {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  if (Number.isFinite(seconds)) return { after: Math.max(0, seconds * 1000) };
  const until = Date.parse(headers.get("retry-after") ?? headers.get("x-ratelimit-reset") ?? "");
  return Number.isNaN(until) ? {} : { after: Math.max(0, until - port.now()) };
}
