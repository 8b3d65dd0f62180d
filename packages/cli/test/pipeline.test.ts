// What pipelines and hooks call: the formats they read, and checks of what changed only.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { workplace, type Workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";

const secure = shop["shop/model.yaml"].replace("protocol: http,", "protocol: https,");

/** The shop with an encrypted visit on main, in a folder of the repository, and nothing changed. */
async function repository(): Promise<Workplace> {
  const place = await workplace({ "shop/model.yaml": secure });
  for (const words of [["init", "-q", "-b", "main"], ["add", "-A"], ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "commit", "-q", "-m", "shop"]]) execFileSync("git", words, { cwd: place.folder });
  return place;
}

test("[PIP-4] check --since says when there is nothing to check, and checks what changed", async () => {
  const { merlon, json, write } = await repository();
  expect([await merlon("check", "--since", "main"), (await json<{ readonly models: readonly unknown[] }>("check", "--since", "main")).envelope.result]).toEqual([
    { code: 0, out: "", err: "Nothing to check: no model changed since main.\n" }, { models: [] },
  ]);
  await write({ "shop/model.yaml": `${secure}colour: blue\n` });
  const { code, out } = await merlon("check", "--since", "main");
  expect([code, out.split("\n")[0]]).toEqual([2, expect.stringMatching(/^shop\/model\.yaml:14:1 error C1020 /)]);
});

test("[PIP-1] [PIP-2] check as test results and as annotations, with paths from the repository's root", async () => {
  const { merlon, write, read } = await repository();
  await write({ "shop/model.yaml": `${secure}colour: blue\n` });
  expect(await merlon("check", "shop", "-o", "out.xml")).toEqual({ code: 2, out: "", err: "Written: out.xml\n" });
  expect((await read("out.xml")).split("\n").slice(2, 4)).toEqual(['  <testsuite name="shop" tests="1" failures="1" errors="0" skipped="0">', expect.stringContaining('file="shop/model.yaml" line="14"')]);
  expect((await merlon("check", "shop", "--format", "annotations")).out).toMatch(/^::error file=shop\/model\.yaml,line=14,col=1,title=C1020 .*::.*\n$/);
  expect((await merlon("check", "shop", "-o", "out.pdf")).err.split("\n")[0]).toBe("error A4015 It is not clear in which form out.pdf should be.");
});

test("[PIP-1] [PIP-2] [PIP-3] diff as test results, annotations and a code quality report", async () => {
  const { merlon, write, read } = await repository();
  await write(shop);
  expect((await merlon("diff", "main", "--model", "shop", "-o", "out.xml")).code).toBe(1);
  expect((await read("out.xml")).split("\n").filter((line) => line.includes(`name="${threat}"`))).toHaveLength(1);
  const { code, out } = await merlon("diff", "main", "--model", "shop", "--format", "annotations");
  expect([code, out.split("\n").filter((line) => line.startsWith("::error file=shop/model.yaml,line=13,") && line.includes(threat)).length]).toEqual([1, 1]);
  expect((await merlon("diff", "main", "--model", "shop", "--format", "annotations", "--no-gate")).out).not.toContain("::error");
  const rules = async (...words: readonly string[]) => (JSON.parse((await merlon("diff", ...words, "--model", "shop", "--format", "code-quality")).out) as readonly { readonly check_name: string }[]).map((entry) => entry.check_name);
  expect([await rules("HEAD", "HEAD"), await rules("HEAD")]).toEqual([[], ["plaintext-flow-across-boundary"]]);
});
