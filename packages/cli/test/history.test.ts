// What `merlon log` and `merlon blame` say to people, on a scratch repository with fixed days.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { workplace, type Workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";

async function repository(): Promise<Workplace> {
  const work = await workplace({ "shop/model.yaml": shop["shop/model.yaml"].replace("protocol: http", "protocol: https") });
  let day = 1;
  const commit = (subject: string): void => {
    const at = `2026-05-0${day++}T10:00:00Z`;
    const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_AUTHOR_NAME: "Ana", GIT_AUTHOR_EMAIL: "ana@example.org", GIT_COMMITTER_NAME: "Ana", GIT_COMMITTER_EMAIL: "ana@example.org" };
    for (const words of [["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", subject]]) execFileSync("git", words, { cwd: work.folder, env, stdio: "ignore" });
  };
  commit("Start the shop");
  await work.write(shop);
  commit("Drop TLS");
  await work.write({ "shop/decisions.yaml": `decisions:\n  ${threat}: {state: accept, reason: Only test data passes here., by: ana, owner: bo, until: 2027-01-01}\n` });
  commit("Bear it");
  return work;
}

async function said(work: Workplace, ...words: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await work.merlon(...words, "--at", "2026-06-01");
  expect([code, err]).toEqual([0, ""]);
  return out.trimEnd().replaceAll(/\b[0-9a-f]{7}\b/g, "#").split("\n");
}

test("log tells by commit what came, what went and what was decided", async () => {
  const work = await repository();
  expect(await said(work, "log", "shop", "-n", "2")).toEqual([
    "shop", "",
    "#  2026-05-03 Ana  Bear it", expect.stringMatching(/^ {2}1 change · open: /), `  ● decided: accept by ana, until 2027-01-01  ${threat}`, "",
    "#  2026-05-02 Ana  Drop TLS", expect.stringMatching(/^ {2}1 change · .*open: /), `  + high  ${threat}`, "",
    "1 older commit is not shown.", "See it with merlon log -n 3 shop",
  ]);
  expect(await said(work, "log", "shop", "--since", "2026-05-04")).toEqual(["shop", "", "No commit touched it since."]);
  expect((await work.merlon("log", "shop", "-n", "many")).code).toBe(2);
});

test("blame tells how a threat came and what was decided", async () => {
  expect(await said(await repository(), "blame", threat, "shop")).toEqual([
    `high  Readable data crosses a trust boundary  ${threat}`, "",
    "came in  #  2026-05-02 Ana  Drop TLS", "  because visit › protocol: https → http (shop/model.yaml:13:35)", "",
    "decided  #  2026-05-03 Ana  Bear it", "  accept, by ana, owner bo, until 2027-01-01", "  Only test data passes here.", "", "now accepted",
  ]);
});
