// A Jira Cloud that keeps state, on a port of this machine, for tests of what talks to Jira: no sleeping, no chance, faults switched on by the test.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { JiraFaults } from "./jira-issue.ts";
import { answerCall } from "./jira-routes.ts";
import { JiraRefusal, moveIssue, newState, type JiraState } from "./jira-state.ts";

export interface JiraDoubleOptions {
  /** So many issues of a security team are there from the start. */
  readonly seed?: number;
  readonly faults?: JiraFaults;
  /** What the clock says at first. */
  readonly now?: string;
}

export interface JiraDouble {
  readonly url: string;
  readonly email: string;
  readonly token: string;
  /** Every request that came, in order, as "METHOD /path status". */
  readonly requests: readonly string[];
  readonly issues: () => readonly string[];
  /** Every link as "FROM outward TO", sorted. */
  readonly links: () => readonly string[];
  readonly advance: (ms: number) => void;
  readonly setFaults: (faults: JiraFaults) => void;
  readonly move: (key: string, project: string) => string;
  readonly close: () => Promise<void>;
}

interface Door {
  readonly state: JiraState;
  readonly requests: string[];
  url: string;
  count: number;
  writes: number;
}

const email = "double@example.org";
const token = "double-token";
const api = "/rest/api/3";
const secret = `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`;

export async function startJiraDouble(options: JiraDoubleOptions = {}): Promise<JiraDouble> {
  const state = newState(options.seed ?? 0, Date.parse(options.now ?? "2026-11-01T00:00:00Z"));
  state.faults = options.faults ?? {};
  const door: Door = { state, requests: [], url: "", count: 0, writes: 0 };
  const server = createServer((request, response) => void receive(door, request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  door.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: door.url, email, token, requests: door.requests,
    issues: () => [...state.issues.values()].map((issue) => issue.key),
    links: () => [...state.links.values()].map((link) => `${link.from.key} ${link.type.outward} ${link.to.key}`).sort(),
    advance: (ms) => void (state.now += ms),
    setFaults: (faults) => void (state.faults = faults),
    move: (key, project) => moveIssue(state, key, project),
    close: () => new Promise((closed) => { server.close(() => closed()); server.closeAllConnections(); }),
  };
}

async function receive(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const { method = "GET", url: address = "/" } = request;
  const { pathname, searchParams } = new URL(address, door.url);
  const { faults } = door.state;
  door.count += 1;
  const write = method !== "GET" && !/\/(?:search\/jql|bulkfetch)$/.test(pathname);
  if (write) door.writes += 1;
  const cut = write && faults.cut !== undefined && door.writes % faults.cut.every === 0 ? faults.cut.when : undefined;
  const note = (status: number | string): void => void door.requests.push(`${method} ${pathname} ${status}`);
  const send = (status: number, body: unknown, type = "application/json"): void => {
    note(status);
    response.writeHead(status, { "content-type": type, date: new Date(door.state.now + (faults.skewMs ?? 0)).toUTCString() });
    response.end(body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body));
  };
  if (cut === "before") return note("cut before"), void request.socket.destroy();
  if (faults.html !== undefined && door.count % faults.html.every === 0) return send(faults.html.status, "<html><body>Sign in to the network</body></html>", "text/html");
  if (limited(door, response)) return send(429, { errorMessages: ["Rate limit exceeded."], errors: {} });
  if (request.headers.authorization !== secret) return send(401, "Client must be authenticated to access this resource.", "text/plain");
  const answer = answered(door, method, pathname, searchParams, text);
  if (cut === "after") return note("cut after"), void request.socket.destroy();
  send(answer.status, answer.body);
}

function answered(door: Door, method: string, pathname: string, query: URLSearchParams, text: string): { readonly status: number; readonly body?: unknown } {
  try {
    if (!pathname.startsWith(`${api}/`)) throw new JiraRefusal(404, "Not found.");
    return answerCall(method, pathname.slice(api.length), { state: door.state, url: door.url, email, query, body: parsed(text) });
  } catch (error) {
    if (!(error instanceof JiraRefusal)) return { status: 500, body: { errorMessages: [String(error)], errors: {} } };
    return { status: error.status, body: { errorMessages: error.message === "" ? [] : [error.message], errors: error.errors } };
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  if (text === "") return {};
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw new JiraRefusal(400, "There was an error parsing JSON. Check that your request body is valid.");
  }
}

function limited(door: Door, response: ServerResponse): boolean {
  const { limits } = door.state.faults;
  if (limits === undefined || door.count % limits.every !== 0) return false;
  const reason = limits.reasons[(door.count / limits.every - 1) % limits.reasons.length] ?? "jira-burst-based";
  const seconds = reason.includes("quota") ? 60 : 1;
  response.setHeader("Retry-After", String(seconds));
  response.setHeader("RateLimit-Reason", reason);
  response.setHeader("X-RateLimit-Limit", "100");
  response.setHeader("X-RateLimit-Remaining", "0");
  response.setHeader("X-RateLimit-Reset", new Date(door.state.now + seconds * 1_000).toISOString());
  return true;
}
