// A scratch repository for tests: files, commits and branches, in the folder of a place.
import { execFileSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { place, type Place } from "./place.ts";

export interface Scratch extends Place {
  readonly git: (...words: readonly string[]) => string;
  /** Writes the files, removes those that are null, and commits everything. */
  readonly commit: (files: Readonly<Record<string, string | null>>, subject?: string) => Promise<void>;
}

/** On branch main, with a first commit of the files. */
export async function scratch(files: Readonly<Record<string, string>>): Promise<Scratch> {
  const made = await place();
  const { cwd } = made.session;
  const git = (...words: readonly string[]): string => execFileSync("git", ["-c", "protocol.file.allow=always", "-c", "advice.addEmbeddedRepo=false", ...words], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  git("init", "-q", "-b", "main");
  git("config", "user.name", "Ana");
  git("config", "user.email", "ana@example.org");
  const commit: Scratch["commit"] = async (changed, subject = "change") => {
    for (const [path, text] of Object.entries(changed)) await (text === null ? rm(join(cwd, path), { recursive: true }) : made.write({ [path]: text }));
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", subject);
  };
  await commit(files);
  return { ...made, git, commit };
}

/** A shop of two elements; `more`: lines at its end. */
export function shopText(protocol: string, more = ""): string {
  return [
    "merlon: 1", "id: shop", "title: Shop", "data:", "  order: {title: Order, levels: {confidentiality: confidential}, personal: {subjects: [customers]}}",
    "boundaries:", "  internet: {type: network, trust: untrusted}", "  inside: {type: network, trust: internal}",
    "elements:", "  shopper: {kind: external, type: human.customer, in: internet}", "  web: {kind: process, type: web.application, in: inside}",
    "flows:", `  visit: {from: shopper, to: web, protocol: ${protocol}, carries: [order], response: []}`, more,
  ].join("\n");
}
