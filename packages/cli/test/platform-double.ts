// Stands in for GitHub and GitLab on this machine: their comments, as far as we ask, and a program that runs the command inside the test's process.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Workplace } from "./merlon.ts";

export interface Comment {
  readonly id: number;
  body: string;
  /** A person, or the program whose token it is. */
  readonly by: "person" | "program";
}

export interface Platform {
  readonly url: string;
  readonly comments: Comment[];
  /** What was asked, without reading: `PATCH 2`. */
  readonly written: string[];
  /** Answer 403 to everything that writes. */
  readonly refuse: { now: boolean };
}

/** Only inside a test, which closes it at its end. */
export async function platform(place: Workplace): Promise<Platform> {
  const state: Platform = { url: "", comments: [], written: [], refuse: { now: false } };
  const server = createServer((request, response) => { void answer(request, response, state, place); });
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  onTestFinished(() => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }));
  return { ...state, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }; // listening on a port
}

async function answer(request: IncomingMessage, response: ServerResponse, state: Platform, place: Workplace): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // without an encoding a request gives bytes
  const sent = Buffer.concat(chunks).toString("utf8");
  const given = (sent === "" ? {} : JSON.parse(sent)) as { readonly body?: string; readonly args?: readonly string[] };
  const [status, value] = request.url === "/merlon" ? [200, await place.merlon(...given.args ?? [])] as const : route(request, given.body ?? "", state);
  response.writeHead(status, { "Content-Type": "application/json" }).end(value === undefined ? "" : JSON.stringify(value));
}

const lists = /^\/(?:repos\/acme\/shop\/issues\/7\/comments|projects\/12\/merge_requests\/7\/notes)$/;
const singles = /^\/(?:repos\/acme\/shop\/issues\/comments|projects\/12\/merge_requests\/7\/notes)\/(\d+)$/;

function route({ method = "", url = "", headers }: IncomingMessage, body: string, state: Platform): readonly [number, unknown] {
  const { pathname, searchParams } = new URL(url, "http://host");
  const isGitlab = headers["private-token"] === "secret";
  if (!isGitlab && headers.authorization !== "Bearer secret") return [401, { message: "Bad credentials" }];
  if (pathname === "/user") return isGitlab ? [200, { id: 99 }] : [403, { message: "Resource not accessible by integration" }];
  if (method === "GET" && lists.test(pathname)) return [200, page(state.comments, Number(searchParams.get("page"))).map(shown)];
  return state.refuse.now ? [403, { message: "Resource not accessible by integration" }] : write(method, pathname, { body, state, edit: isGitlab ? "PUT" : "PATCH" });
}

function write(method: string, path: string, { body, state, edit }: { readonly body: string; readonly state: Platform; readonly edit: string }): readonly [number, unknown] {
  const id = Number(singles.exec(path)?.[1] ?? Number.NaN);
  const found = state.comments.find((comment) => comment.id === id);
  state.written.push(`${method} ${found?.id ?? "new"}`);
  if (method === "POST" && lists.test(path)) return [201, shown(added(state, body))];
  if (!found) return [404, { message: "Not Found" }];
  if (method === "DELETE") state.comments.splice(state.comments.indexOf(found), 1);
  else if (method === edit) found.body = body;
  else return [405, { message: "Not allowed" }];
  return method === "DELETE" ? [204, undefined] : [200, shown(found)];
}

function page(comments: readonly Comment[], number: number): readonly Comment[] {
  return comments.slice((number - 1) * 100, number * 100);
}

function added({ comments }: Platform, body: string): Comment {
  const comment: Comment = { id: (comments.at(-1)?.id ?? 0) + 1, body, by: "program" };
  comments.push(comment);
  return comment;
}

/** As either platform gives it. */
function shown({ id, body, by }: Comment): object {
  return { id, body: body.replaceAll("\n", "\r\n"), user: { login: by, type: by === "program" ? "Bot" : "User" }, author: { id: by === "program" ? 99 : 1 } };
}
