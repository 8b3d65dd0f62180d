// Where a Jira site is and who asks: the token comes from the environment or a file, is sent nowhere but there, and is never printed or written.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { AppError } from "../app-error.ts";

export interface JiraSite {
  /** Without a slash at its end. */
  readonly url: string;
  readonly authorization: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export async function jiraSite(url: string | undefined, env: Environment, cwd: string): Promise<JiraSite> {
  if (url === undefined) throw new AppError("A4027", "Nothing says where Jira is.", { hint: "Say `url: https://…` in jira.map.yaml beside the model, or --url." });
  const mail = env["MERLON_JIRA_EMAIL"]?.trim() ?? "";
  const token = await tokenOf(env, cwd);
  if (mail === "" || token === "") throw new AppError("A4027", `There is no ${mail === "" ? "MERLON_JIRA_EMAIL" : "token: neither MERLON_JIRA_TOKEN nor MERLON_JIRA_TOKEN_FILE"} in the environment.`);
  return { url: soundUrl(url), authorization: `Basic ${Buffer.from(`${mail}:${token}`, "utf8").toString("base64")}` };
}

async function tokenOf(env: Environment, cwd: string): Promise<string> {
  const said = env["MERLON_JIRA_TOKEN"]?.trim() ?? "";
  const file = env["MERLON_JIRA_TOKEN_FILE"] ?? "";
  if (said !== "" || file === "") return said;
  const text = await readFile(resolve(cwd, file), "utf8").catch((cause: unknown) => { throw new AppError("A4027", `The file ${file} that MERLON_JIRA_TOKEN_FILE names cannot be read.`, { cause }); });
  return text.trim();
}

/** A token goes over the network in clear only inside one machine. */
function soundUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url !== undefined && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (url === undefined || (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal)) || url.username !== "" || url.password !== "") throw new AppError("A4027", "The address of Jira is none that a token may be sent to.", { hint: "It begins with https:// and holds no name and no password." });
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
