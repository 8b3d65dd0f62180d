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

test("[PIP-5] due fails for what is late only, unless it is only to report, and writes nothing where nothing is due", async () => {
  const { merlon, read, write } = await workplace({ ...shop, "shop/decisions.yaml": `decisions:\n  ${threat}: {state: accept, owner: team-red, reason: Test data., until: 2026-05-20}\n` });
  const at = async (day: string, ...words: readonly string[]) => merlon("due", "shop", "--at", day, ...words);
  expect([(await at("2026-05-20")).code, (await at("2026-05-21")).code, (await at("2026-05-21", "--no-gate")).code, (await at("2026-05-21", "--owner", "team-blue"))]).toEqual([
    0, 1, 0, { code: 0, out: expect.stringContaining("Nothing is due"), err: "Nothing is due for team-blue; something is for team-red.\n" },
  ]);
  expect((await at("2026-05-21")).out.split("\n").slice(0, 5)).toEqual(["shop  as of 2026-05-21", "1 late by 2026-06-20.", "", "team-red  1", "  ✗ expired on 2026-05-20, 1 day ago  plaintext-flow-across-boundary@visit"]);
  expect([(await at("2026-01-01", "-o", "due.md")).code, await read("due.md"), (await at("2026-01-01", "--within", "1y")).err.split("\n")[0]]).toEqual([0, "", "error A4015 `1y` is not a time to look ahead."]);
  await write({ "shop/model.yaml": `${shop["shop/model.yaml"]}colour: blue\n` });
  expect((await at("2026-05-21")).code).toBe(2);
});
