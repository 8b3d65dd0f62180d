// The landscape between two days, two folders and two refs, in every form, and what people get wrong.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { workplace, type Workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";

const model = shop["shop/model.yaml"];
const decided = (until: string): string => `decisions:\n  ${threat}: {state: accept, reason: Only test data passes here., by: ana, owner: bo, until: ${until}}\n`;
const tested = `${model}evidence:\n  pen: {kind: pentest, ref: {uri: "https://example.org/pen", date: 2026-05-20}, about: [web]}\nrisks:\n  leak: {title: Orders leak, level: high, owner: cia, at: [web], from: [${threat}, pen]}\n`;

async function repository(): Promise<Workplace> {
  const work = await workplace({ "shop/model.yaml": model, "shop/decisions.yaml": decided("2026-05-15") });
  const commit = (day: string): void => {
    const at = `${day}T22:30:00Z`;
    const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_AUTHOR_NAME: "Ana", GIT_AUTHOR_EMAIL: "ana@example.org", GIT_COMMITTER_NAME: "Ana", GIT_COMMITTER_EMAIL: "ana@example.org" };
    for (const words of [["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", day]]) execFileSync("git", words, { cwd: work.folder, env, stdio: "ignore" });
  };
  commit("2026-05-01");
  await work.write({ "shop/model.yaml": tested });
  commit("2026-05-20");
  return work;
}

interface Result { readonly base: { readonly name: string }; readonly head: { readonly name: string }; readonly at: unknown; readonly brokenDecisions: readonly string[]; readonly objects: readonly { readonly change: string; readonly object: { readonly id: string } }[] }

async function found(work: Workplace, ...words: readonly string[]): Promise<readonly unknown[]> {
  const { code, envelope } = await work.json<Result>("landscape", "diff", ...words, "--at", "2026-05-10");
  const { result } = envelope;
  return [code, result?.base.name, result?.head.name, result?.at, result?.brokenDecisions, result?.objects.filter(({ change }) => change === "added").map(({ object }) => object.id)];
}

test("[LND-5] a day is its last commit or the one before it, and its expiries; other words are what diff takes", async () => {
  const work = await repository();
  const fresh = ["evidence:pen", "risk:leak", "person:cia"];
  const broken = [`decision:${threat}`];
  expect(await found(work, "2026-05-02..2026-05-20", "web", "--model", "shop")).toEqual([0, "2026-05-02", "2026-05-20", { base: "2026-05-02", head: "2026-05-20" }, broken, fresh]);
  expect(await found(work, "2026-05-02..2026-05-19", "web", "--model", "shop")).toEqual([0, "2026-05-02", "2026-05-19", { base: "2026-05-02", head: "2026-05-19" }, broken, []]);
  expect(await found(work, "2026-05-02", "web", "--model", "shop")).toEqual([0, "2026-05-02", "working tree", { base: "2026-05-02", head: "2026-05-10" }, [], fresh]);
  expect(await found(work, "HEAD~1..main", "web", "--model", "shop")).toEqual([0, "HEAD~1", "main", { base: "2026-05-10", head: "2026-05-10" }, [], fresh]);
  await work.write({ "before/model.yaml": model, "after/model.yaml": tested });
  expect(await found(work, "before..after")).toEqual([0, "before", "after", { base: "2026-05-10", head: "2026-05-10" }, [], fresh]);
  expect((await work.merlon("landscape", "diff", "--model", "shop", "--format", "markdown")).out).toBe("");
});

test("[LND-5] two views in time are compared too", async () => {
  const work = await workplace({ "shop/model.yaml": `${model}controls:\n  guard: {type: rate-limiter, at: web, state: planned, lifecycle: {state: planned, since: 2027-01}}\n`.replace(", lifecycle: {state: planned, since: 2027-01}", "") });
  expect(await found(work, "-", "web", "--model", "shop", "--view", "live..target")).toEqual([0, "live", "target", { base: "2026-05-10", head: "2026-05-10" }, [], ["control:guard"]]);
  expect((await work.merlon("landscape", "diff", "main", "--model", "shop", "--view", "live..target")).err.split("\n")[0]).toBe("error A4015 Two views are of one version of a model.");
});

test("[LND-8] each form is given, several at once", async () => {
  const work = await repository();
  const names = ["a.dot", "a.json", "a.md", "a.mmd", "a.png", "a.svg", "a.txt"];
  const { code, err } = await work.merlon("landscape", "diff", "2026-05-02..2026-05-20", "web", "--model", "shop", ...names.flatMap((name) => ["-o", name]));
  expect([code, err]).toEqual([0, names.map((name) => `Written: ${name}\n`).join("")]);
  expect((await work.read("a.svg")).match(/data-change="added"/g)).toHaveLength(3);
  expect((await work.read("a.txt")).split("\n").slice(0, 10).map((line) => line.replaceAll(/\b[0-9a-f]{7}\b/g, "#"))).toEqual([
    "Shop  Landscape of web, 2026-05-02 (#) → 2026-05-20 (#)", expect.stringMatching(/^Of the things 3 came and 2 changed;/), "", "What risks add up to", "           high", "  ─────  ──────", "  risks  1 (+1)", "", "Decisions that hold no more", expect.stringContaining("valid → expired"),
  ]);
});

test("[LND-5] a slip is told, and what is called diff is still asked for by its type", async () => {
  const work = await repository();
  execFileSync("git", ["tag", "2026-05-05"], { cwd: work.folder });
  const slips = [["2026-04-30..2026-05-20"], ["2026-05-05..2026-05-20"], ["2026-05-02..2026-05-20", "wbe"], ["nowhere..main"], ["main", "web", "--depth", "far"]];
  const errors = await Promise.all(slips.map(async (words) => {
    const { code, err } = await work.merlon("landscape", "diff", ...words, "--model", "shop");
    return [code, err.split("\n")[0]];
  }));
  expect(errors).toEqual([
    [2, "error A4022 There is no commit of 2026-04-30 or before it."], [2, "error A4015 2026-05-05 is a day, and a branch or tag is called the same."], [2, "error A4009 There is no thing of the model `wbe`."],
    [2, "error A4022 There is no branch, tag or commit nowhere."], [2, "error A4015 --depth takes a number from 0 to 99."],
  ]);
  await work.write({ "other/model.yaml": model.replace("id: shop", "id: other") });
  expect([(await work.merlon("landscape", "diff", "shop..other", "web")).code, (await work.merlon("landscape", "diff", "shop..other", "web", "--force")).code]).toEqual([2, 0]);
  await work.write({ "named/model.yaml": model.replaceAll("web", "diff").replace("type: diff.application", "type: web.application") });
  expect((await work.merlon("landscape", "element:diff", "named")).out).toMatch(/Landscape of /);
  expect((await work.merlon("landscape", "diff", "--help")).out).toMatch(/^Usage: merlon landscape diff /);
  expect((await work.merlon("help", "landscape", "diff")).out).toMatch(/^Usage: merlon landscape diff /);
});
