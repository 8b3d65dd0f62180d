// Keeps one comment in a pull request of GitHub or a merge request of GitLab: writes it, edits it in place, and takes it away when there is nothing to say.
// Called by pipeline.sh with the file that holds the text; plain JavaScript on Node's own modules. It talks to the platform that runs it, and to nobody else.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const MOST_PAGES = 100;
const SECONDS = 30;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { name: { type: "string", default: "" } } });
const [file] = positionals;
if (file === undefined) stop("Which file holds the comment? keep-comment.mjs <file> [--name <name>]");

try {
  const host = hostOf(process.env);
  if (typeof host === "string") say(host);
  else say(await keep(host, textOf(readFileSync(file, "utf8").trim(), values.name)));
} catch (error) {
  stop(`The comment could not be written: ${error.message}${error.cause?.message === undefined ? "" : ` (${error.cause.message})`}`);
}

/** By the marker on its first line the comment is found again. Nothing in a name can end it. */
function textOf(text, name) {
  const marker = `<!-- merlon-comment: ${name.replace(/[^\w./-]/g, "_").replaceAll("--", "__")} -->`;
  return { marker, body: text === "" ? "" : `${marker}\n${text}\n` };
}

async function keep(host, { marker, body }) {
  const [first, ...others] = (await host.comments()).filter((comment) => comment.isOurs && comment.body.split(/\r?\n/, 1)[0] === marker);
  // Two runs at a time may have written one each.
  for (const { id } of body === "" ? [first, ...others].filter(Boolean) : others) await host.remove(id);
  if (body === "") return first ? "The comment is gone: there is nothing to say any more." : "There is nothing to say, so there is no comment.";
  if (!first) {
    await host.create(body);
    return "The comment is written.";
  }
  if (first.body.replaceAll("\r\n", "\n").trim() === body.trim()) return "The comment says it already.";
  await host.update(first.id, body);
  return "The comment is brought up to date.";
}

/** A sentence where no comment can be kept. */
function hostOf(env) {
  const token = env.MERLON_TOKEN;
  const number = env.GITLAB_CI === "true" ? env.CI_MERGE_REQUEST_IID : env.GITHUB_ACTIONS === "true" ? pullRequestOf(env.GITHUB_EVENT_PATH) : undefined;
  if (number === undefined || !/^\d+$/.test(String(number))) return "This is no pull request, so there is no comment.";
  if (!token) return "There is no MERLON_TOKEN to write a comment with.";
  return env.GITLAB_CI === "true" ? gitlab(env, number, token) : github(env, number, token);
}

function pullRequestOf(path) {
  return path ? JSON.parse(readFileSync(path, "utf8")).pull_request?.number : undefined;
}

function github({ GITHUB_API_URL: api = "https://api.github.com", GITHUB_REPOSITORY: repository }, number, token) {
  const ask = asker(api, { Accept: "application/vnd.github+json", Authorization: `Bearer ${token}`, "X-GitHub-Api-Version": "2022-11-28" });
  const of = `/repos/${repository}/issues`;
  return {
    /** The token of a workflow may not ask who it is; then whatever a program wrote under our marker is ours. What people write is never edited. */
    async comments() {
      const me = await ask("GET", "/user", { mayFail: true });
      const all = await pages((page) => ask("GET", `${of}/${number}/comments?per_page=100&page=${page}`));
      return all.map(({ id, body, user }) => ({ id, body: body ?? "", isOurs: me?.login === undefined ? user?.type === "Bot" : user?.login === me.login }));
    },
    create: (body) => ask("POST", `${of}/${number}/comments`, { json: { body } }),
    update: (id, body) => ask("PATCH", `${of}/comments/${id}`, { json: { body } }),
    remove: (id) => ask("DELETE", `${of}/comments/${id}`),
  };
}

function gitlab({ CI_API_V4_URL: api, CI_PROJECT_ID: project }, number, token) {
  const ask = asker(api, { "PRIVATE-TOKEN": token });
  const of = `/projects/${encodeURIComponent(project)}/merge_requests/${number}/notes`;
  return {
    async comments() {
      const me = await ask("GET", "/user");
      const all = await pages((page) => ask("GET", `${of}?per_page=100&page=${page}&sort=asc&order_by=created_at`));
      return all.map(({ id, body, author }) => ({ id, body: body ?? "", isOurs: author?.id === me.id }));
    },
    create: (body) => ask("POST", of, { json: { body } }),
    update: (id, body) => ask("PUT", `${of}/${id}`, { json: { body } }),
    remove: (id) => ask("DELETE", `${of}/${id}`),
  };
}

/** The token goes to the platform's own address and is never sent on to another one. */
function asker(api, headers) {
  const { protocol, hostname } = new URL(api);
  if (protocol !== "https:" && !["127.0.0.1", "localhost"].includes(hostname)) throw new Error(`${api} is not a safe address for a token`);
  return async function ask(method, path, { json, mayFail = false } = {}) {
    const answer = await fetch(api.replace(/\/$/, "") + path, {
      method, redirect: "error", signal: AbortSignal.timeout(SECONDS * 1000),
      headers: { ...headers, "User-Agent": "merlon", ...(json === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    if (answer.ok) return text === "" ? undefined : JSON.parse(text);
    if (mayFail && answer.status < 500) return undefined;
    throw new Error(`${answer.status} to ${method} ${path.split("?")[0]}${answer.status === 403 ? "; the token may not write here, as in pull requests of forks" : ""}`);
  };
}

async function pages(get) {
  const all = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const some = await get(page);
    all.push(...some);
    if (some.length < 100) break;
  }
  return all;
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
