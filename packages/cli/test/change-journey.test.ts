// A change from the branch to the decision, as reviewers and authors live through it: the webshop's administration goes to the internet, and a mail provider gets personal data.
import { execFileSync } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { Impact } from "@merlon/schema";
import { expect, test } from "vitest";
import { workplace, type Ran, type Workplace } from "./merlon.ts";

const [operations, shop] = ["shop/model/operations.yaml", "shop/model/shop.yaml"];
const strangers = ["administration-open-to-strangers@administer", "administration-open-to-strangers@open-shell"];

interface Branch extends Workplace {
  readonly commit: () => void;
  /** Each text must be there. */
  readonly edit: (path: string, ...edits: readonly (readonly [string, string])[]) => Promise<void>;
  readonly diff: (words: string, ...more: readonly string[]) => Promise<Ran>;
}

async function webshop(): Promise<Branch> {
  const place = await workplace();
  const git = (...words: readonly string[]): void => { execFileSync("git", ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", ...words], { cwd: place.folder, stdio: "pipe" }); };
  const commit = (): void => { git("add", "-A"); git("commit", "-q", "-m", "change"); };
  await cp(join(import.meta.dirname, "../../../examples/webshop"), join(place.folder, "shop"), { recursive: true });
  git("init", "-q", "-b", "main");
  commit();
  git("checkout", "-q", "-b", "feature");
  return {
    ...place, commit,
    async edit(path, ...edits) {
      let text = await place.read(path);
      for (const [from, to] of edits) {
        expect(text).toContain(from);
        text = text.replace(from, to);
      }
      await place.write({ [path]: text });
    },
    diff: (words, ...more) => place.merlon("diff", words, "--model", "shop", "--at", "2026-11-20", ...more),
  };
}

/** Exposes the administration, and adds a provider that gets personal data. */
async function exposed(): Promise<Branch> {
  const branch = await webshop();
  await branch.edit(operations,
    ["administrator: {title: Administrator, kind: external, type: human.administrator, in: office}", "administrator: {title: Administrator, kind: external, type: human.administrator, in: internet}"],
    ["    type: web.application.admin\n    in: admin-subnet\n", "    type: web.application.admin\n    in: edge-subnet\n    internet-facing: yes\n"]);
  await branch.edit(shop, ["  carrier: {", "  newsletter: {title: Newsletter provider, kind: external, type: saas.mail, in: internet}\n  carrier: {"], ["  book-shipment: {", "  send-newsletter: {title: Send newsletter, from: notifier, to: newsletter, protocol: https, carries: [customer, purchase], authentication: static-key}\n  book-shipment: {"]);
  branch.commit();
  return branch;
}

/** The part of a comment below one heading. */
function below(comment: string, title: string): string {
  const [, after = ""] = comment.split(`#### ${title}\n`);
  return after.split("\n####")[0] ?? "";
}

test("[IMC-8] [IMC-9] a reviewer sees what got worse and why, and the gate fails until it is accepted, and again when what that rests on changes", async () => {
  const { diff, merlon, edit, commit } = await exposed();
  const opened = await diff("main..feature", "--format", "markdown");
  const [gate = "", ...rest] = opened.out.split("\n#### ");
  expect([opened.code, gate.includes("the gate fails"), strangers.every((id) => gate.includes(`\`${id}\``)), rest[0]?.split("\n")[0], opened.out.length < 12_000]).toEqual([1, true, true, "What got worse", true]);
  const worse = below(opened.out, "What got worse").trim().split("\n");
  expect(worse.slice(0, 5)).toEqual([
    "- ◆ critical, new: **Administration is open to strangers, 2 times**", "  - at:", `    - flow Administer the shop \`${strangers[0]}\``, `    - flow Open a shell \`${strangers[1]}\``,
    expect.stringMatching(/^ {2}- because: Administrator › in: office → internet \(shop\/model\/operations\.yaml:\d+:\d+\)$/),
  ]);
  expect(worse.filter((line) => line.startsWith("- ")).slice(1)).toContain("- ▲ high, new: **Somebody gets personal data whom nobody named** `unnamed-party-gets-personal-data@send-newsletter`");
  expect([below(opened.out, "What is more exposed"), below(opened.out, "Think of")]).toEqual([expect.stringContaining("**Newsletter provider, outside, gets personal data (Customer profile and Order)**"), expect.stringContaining("SPF, DKIM and DMARC")]);

  for (const id of [...strangers, "unnamed-party-gets-personal-data@send-newsletter"]) expect((await merlon("decide", id, "shop", "--state", "accept", "--reason", "Until the gateway is there in March; the console is watched.", "--owner", "head-of-shop@acme.example", "--approved", "security@acme.example", "--until", "2027-03-31", "--at", "2026-11-20")).code).toBe(0);
  commit();
  const accepted = await diff("main..feature", "--format", "markdown");
  expect([accepted.code, accepted.out.includes("the gate lets it pass"), accepted.out.includes("critical, new, accepted: **Administration is open to strangers**"), accepted.out.includes("until 2027-03-31")]).toEqual([0, true, true, true]);

  await edit(operations, ["    multi-factor: code\n", "    multi-factor: no\n"]);
  commit();
  const [later, whole] = [await diff("feature~1..feature", "--format", "markdown"), await diff("main..feature")];
  expect([later.code, whole.code]).toEqual([1, 1]);
  expect(below(later.out, "Decisions to look at again")).toMatch(/^\n- stale: \*\*Accepted on 2026-11-20.*`administration-open-to-strangers@administer`\n {2}- it rests on: flow\.multi-factor was code, is no \(shop\/model\/operations\.yaml:\d+:\d+\)\n {2}- its reason: Until the gateway/);
  expect(later.out).toContain("**1 decision made stale**: `administration-open-to-strangers@administer`. Look again: confirm with `merlon decide administration-open-to-strangers@administer --confirm`, or decide anew.");
});

test("[IMC-21] [IMC-23] one comparison is written in every form that files tell by their names, and the picture shows what came and what moved", async () => {
  const { diff, files, read } = await exposed();
  const names = ["a.svg", "a.png", "a.mmd", "a.dot", "a.html", "a.md", "a.txt", "a.json", "a.sarif", "a.xml"];
  const { code, out, err } = await diff("main..feature", ...names.flatMap((name) => ["-o", name]));
  expect([code, out, err.split("\n").filter((line) => line.startsWith("Written: ")), (await files()).filter((path) => path.startsWith("a."))]).toEqual([1, "", names.map((name) => `Written: ${name}`), names.toSorted()]);
  const [svg, png, mermaid, dot, html] = await Promise.all(names.slice(0, 5).map((name) => read(name)));
  expect([svg?.startsWith("<?xml") || svg?.startsWith("<svg"), png?.slice(1, 4), mermaid?.includes("\nflowchart "), dot?.includes("digraph"), html?.startsWith("<!doctype html>")]).toEqual([true, "PNG", true, true, true]);
  for (const picture of [svg, mermaid, dot, html]) expect(["Newsletter provider", "1 new", "now in Edge subnet"].filter((words) => !picture?.replace(/1 of them new/g, "1 new").replace(/<\/?tspan[^>]*>/g, "").includes(words))).toEqual([]);
  const impact = JSON.parse(await read("a.json")) as Impact;
  expect([impact.gate.failed, impact.operations.map(({ kind, object }) => `${kind} ${object}`)]).toEqual([true, ["move admin-console", "set admin-console", "move administrator", "add newsletter", "add send-newsletter"]]);
});
