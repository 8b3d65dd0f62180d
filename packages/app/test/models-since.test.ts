import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { checkModels } from "../src/check-models.ts";
import type { Session } from "../src/session.ts";
import { place } from "./place.ts";
import { scratch, shopText } from "./repository.ts";

async function checked(session: Session, since: string, path?: string): Promise<readonly string[]> {
  return (await checkModels(path, session, { since })).map((model) => model.path);
}

const two = { "shop/model.yaml": shopText("https"), "deep/er/till/model.yaml": shopText("https").replace("id: shop", "id: till"), "ml/model.yaml": "layers: 3\n" };

test("[PIP-4] only models that changed since the branch left are checked, wherever they lie", async () => {
  const { session, git, commit, write } = await scratch(two);
  git("checkout", "-q", "-b", "feature");
  expect(await checked(session, "main")).toEqual([]);
  await commit({ "deep/er/till/decisions.yaml": "decisions: {}\n", "ml/model.yaml": "layers: 4\n", "README.md": "# Notes\n" });
  expect(await checked(session, "main")).toEqual(["deep/er/till"]);
  await write({ "shop/model/more.yaml": "elements: {}\n" });
  expect([await checked(session, "main"), await checked(session, "HEAD"), await checked(session, "main", "deep/er/till")]).toEqual([["deep/er/till", "shop"], ["shop"], ["deep/er/till"]]);
});

test("[PIP-4] what main did since does not count, a pack that the model names by path does, and a file that is gone does", async () => {
  const pack = { "rules/pack.yaml": "id: acme\nversion: 1.0.0\ntitle: Acme\n", "shop/model.yaml": shopText("https", "packs: [default, ../rules]"), "shop/model/extra.yaml": "elements: {}\n" };
  const { session, git, commit } = await scratch(pack);
  git("checkout", "-q", "-b", "feature");
  git("checkout", "-q", "main");
  await commit({ "shop/views.yaml": "views: {}\n" });
  git("checkout", "-q", "feature");
  expect(await checked(session, "main")).toEqual([]);
  await commit({ "rules/pack.yaml": "id: acme\nversion: 1.0.1\ntitle: Acme\n" });
  expect(await checked(session, "main")).toEqual(["shop"]);
  await commit({ "shop/model/extra.yaml": null });
  expect(await checked(session, "HEAD~1")).toEqual(["shop"]);
});

test("[PIP-4] names of any kind are found, a model in one file too; a hidden folder is not looked into", async () => {
  const { session, write } = await scratch({ "README.md": "# Notes\n" });
  await write({ "modèles/le  café.yaml": shopText("https"), ".cache/model.yaml": shopText("https"), "node_modules/x/model.yaml": shopText("https") });
  expect(await checked(session, "HEAD")).toEqual(["modèles/le  café.yaml"]);
});

test("[PIP-4] before the first commit everything is new; outside of a repository, and for no such ref, that is told", async () => {
  const { session, write } = await place({ "shop/model.yaml": shopText("https") });
  await expect(checked(session, "main")).rejects.toMatchObject({ code: "A4021" });
  execFileSync("git", ["init", "-q", "-b", "main", session.cwd]);
  await write({ "till.yaml": shopText("https").replace("id: shop", "id: till") });
  expect(await checked(session, "HEAD")).toEqual(["shop", "till.yaml"]);
  await expect(checked(session, "nowhere")).rejects.toMatchObject({ code: "A4022" });
  await expect(checked(session, "--all")).rejects.toMatchObject({ code: "A4022" });
});
