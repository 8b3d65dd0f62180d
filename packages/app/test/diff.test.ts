// What `merlon diff` compares, on scratch repositories: refs, working tree, folders, and everything that can be wrong about them.
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AppError } from "../src/app-error.ts";
import { diffModels } from "../src/diff/diff-models.ts";
import { sarifOfDiff } from "../src/diff/sarif-of-diff.ts";
import type { Session } from "../src/session.ts";
import { scratch, shopText, type Scratch } from "./repository.ts";
import { place } from "./place.ts";

const plain = "plaintext-flow-across-boundary@visit";

interface Asked {
  readonly model?: string;
  readonly force?: true;
}

/** `name: base → head: changes of the one threat`, then notes; or the code and sentence of the fault. */
async function told(session: Session, words: readonly string[], { model, force }: Asked = {}): Promise<readonly string[]> {
  try {
    const { models, notes } = await diffModels({ words, ...(model === undefined ? {} : { model }), force: force ?? false }, session);
    return [...models.map(({ name, impact }) => `${name}: ${impact.base.name} → ${impact.head.name}: ${impact.threats.filter(({ id }) => id === plain).map(({ change }) => change).join() || "-"}`), ...notes];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [`${error.code} ${error.message}`, ...error.diagnostics.map(({ code, where }) => `${code} ${where?.file ?? ""}`)];
  }
}

function here({ session }: Scratch, folder: string): Session {
  return { ...session, cwd: join(session.cwd, folder) };
}

async function branched(): Promise<Scratch> {
  const made = await scratch({ "shop/model.yaml": shopText("https") });
  made.git("checkout", "-q", "-b", "feature");
  await made.commit({ "shop/model.yaml": shopText("http") });
  made.git("checkout", "-q", "main");
  await made.commit({ "shop/model.yaml": shopText("http"), "README.md": "Shop" });
  return made;
}

test("[IMC-12] two dots, three dots, two refs, one ref, and nothing said", async () => {
  const made = await branched();
  const { session, write } = made;
  const model = "shop";
  expect(await told(session, ["main..feature"], { model })).toEqual(["shop: main → feature: -"]);
  expect(await told(session, ["main...feature"], { model })).toEqual(["shop: main (where feature parts from it) → feature: added"]);
  expect(await told(session, ["main~1", "feature"], { model })).toEqual(["shop: main~1 → feature: added"]);
  expect(await told(session, ["main~1..", "shop"])).toEqual(["shop: main~1 → HEAD: added"]);
  await write({ "shop/model.yaml": shopText("https") });
  expect([await told(session, [], { model }), await told(session, ["shop"]), await told(here(made, "shop"), []), await told(session, ["main~1", "shop"])])
    .toEqual([...Array.from({ length: 3 }, () => ["shop: HEAD → working tree: resolved"]), ["shop: main~1 → working tree: -"]]);
});

test("[IMC-12] two folders or files are compared without a repository, and nothing is guessed between a ref and a folder", async () => {
  const { session } = await place({ "before/model.yaml": shopText("https"), "after.yaml": shopText("http") });
  expect(await told(session, ["before", "after.yaml"])).toEqual(["after: before → after.yaml: added"]);
  const made = await branched();
  await made.write({ "feature/model.yaml": shopText("https") });
  expect(await told(made.session, ["main", "feature"], { model: "shop" })).toEqual(["A4015 Both a ref and a folder or file are called feature."]);
  expect(await told(made.session, ["./shop", "./feature"])).toEqual(["feature: ./shop → ./feature: resolved"]);
});

test("[IMC-13] packs by path, names with spaces and other letters, and links are read as they were", async () => {
  const rule = (await readFile(new URL("../../../library/core/plaintext-flow-across-boundary.yaml", import.meta.url), "utf8")).replace(/^id: .*$/m, "id: our-visit");
  const folder = "Läden der Welt/shop";
  const made = await scratch({
    [`${folder}/model.yaml`]: shopText("http", "packs: [default, ../rules]\n"), [`${folder}/model/more.yaml`]: "elements: {extra: {kind: process, in: inside}}\n", [`${folder}/model/.hidden.yaml`]: "x: y\n",
    "Läden der Welt/rules/pack.yaml": "id: ours\nversion: 1.0.0\ntitle: Ours\n", "Läden der Welt/rules/web/our-visit.yaml": rule,
  });
  await symlink("more.yaml", join(made.session.cwd, folder, "model/again.yaml.txt"));
  await made.commit({});
  await made.commit({ "Läden der Welt/rules": null, [`${folder}/model.yaml`]: shopText("http"), [`${folder}/model/more.yaml`]: "elements: {}\n" });
  const { models } = await diffModels({ words: ["HEAD~1..HEAD"], model: folder, force: false }, made.session);
  const [first] = models;
  expect([first?.base.packs.map(({ id }) => id), [...first!.base.model.elements.keys()], first?.base.diagnostics.filter(({ severity }) => severity === "error"), first?.impact.threats.find(({ id }) => id === "our-visit@visit")?.cause.kind])
    .toEqual([["ours"], ["extra", "shopper", "web"], [], "rules"]);
  expect(await made.files()).not.toHaveProperty("Läden der Welt/rules/pack.yaml");
});

test("[IMC-14] a model that one version does not have is all new or all gone, and one that moved is itself", async () => {
  const made = await scratch({ "models/till/model.yaml": shopText("http").replace("id: shop", "id: till"), "models/shop.yaml": shopText("http"), "models/gone.yaml": shopText("http").replace("id: shop", "id: gone") });
  await made.commit({ "models/till": null, "models/counter/model.yaml": shopText("http").replace("id: shop", "id: till"), "models/gone.yaml": null, "models/fresh.yaml": shopText("http").replace("id: shop", "id: fresh") });
  expect((await told(made.session, ["HEAD~1..HEAD"], { model: "models" })).toSorted()).toEqual([
    "counter: HEAD~1 → HEAD: -", "fresh: HEAD~1 → HEAD: added", "gone: HEAD~1 → HEAD: removed", "models/fresh.yaml is not in HEAD~1: everything in it is new.", "models/gone.yaml is not in HEAD: everything in it is gone.", "shop: HEAD~1 → HEAD: -",
  ]);
  expect(await told(made.session, ["HEAD~1..HEAD"], { model: "nothing/here" })).toEqual(["A4002 There is no model at nothing/here, neither in HEAD~1 nor in HEAD."]);
});

test("[IMC-14] models of different ids are refused, unless that is wanted", async () => {
  const { session } = await place({ "shop/model.yaml": shopText("http"), "till/model.yaml": shopText("http").replace("id: shop", "id: till") });
  expect([await told(session, ["shop", "till"]), await told(session, ["shop", "till"], { force: true })]).toEqual([["A4024 shop at shop is the model `shop`, and till at till is `till`."], ["till: shop → till: -"]]);
});

test("[IMC-15] the policy of base judges", async () => {
  const made = await scratch({ "shop/model.yaml": shopText("https"), "shop/policy.yaml": "fail-on: low\n" });
  await made.commit({ "shop/model.yaml": shopText("http"), "shop/policy.yaml": "fail-on: critical\n" });
  const { models } = await diffModels({ words: ["HEAD~1..HEAD"], model: "shop", force: false }, made.session);
  expect(models[0]?.impact.gate.reasons[0]?.text).toMatch(/of severity low or worse$/);
});

test("errors in either version are told with the version", async () => {
  const made = await scratch({ "shop/model.yaml": shopText("https", "colour: blue") });
  await made.write({ "shop/model.yaml": shopText("https", "color: red") });
  expect(await told(made.session, ["main"], { model: "shop" })).toEqual(["A4006 2 errors in shop (main), shop (working tree).", "C1020 main:shop/model.yaml", "C1020 shop/model.yaml"]);
});

test("unknown refs, refs that start with a dash, no repository, no commit, unrelated histories and shallow clones", async () => {
  const made = await branched();
  const { session, git } = made;
  const model = "shop";
  expect([await told(session, ["mian..feature"], { model }), await told(session, ["main..--upload-pack=x"], { model }), await told(session, ["nowhere"], { model })]).toEqual([
    ["A4022 There is no branch, tag or commit mian; did you mean main?"], ["A4022 --upload-pack=x is no branch, tag or commit: none starts with a dash."], ["A4022 There is no branch, tag or commit nowhere."],
  ]);
  git("checkout", "-q", "--orphan", "other");
  await made.commit({});
  expect(await told(session, ["main...other"], { model })).toEqual(["A4023 main and other have no commit in common here."]);
  git("clone", "-q", "--depth", "1", "--no-single-branch", `file://${session.cwd}`, "clone");
  expect([await told(here(made, "clone"), ["origin/main...origin/feature"], { model }), await told(here(made, "clone"), ["feature"], { model }), await told(here(made, "clone"), ["HEAD~1..HEAD"], { model }), await told(session, ["main~9..main"], { model })]).toEqual([
    ["A4023 origin/main and origin/feature have no commit in common here: the clone is shallow, so that older commits are missing."], ["A4022 There is no branch, tag or commit feature; did you mean origin/feature?"],
    ["A4022 HEAD has no commit HEAD~1 here: the clone is shallow, so that older commits are missing."], ["A4022 main has no commit main~9 here."],
  ]);
  const bare = await place({ "shop/model.yaml": shopText("http") });
  expect(await told(bare.session, ["main..feature"], { model })).toEqual(["A4021 shop is not in a git repository."]);
});

test("a detached head is a commit like another; a submodule and a link are said to be none of ours", async () => {
  const made = await branched();
  const { session, git } = made;
  git("checkout", "-q", "--detach", "main~1");
  expect(await told(session, ["HEAD..feature"], { model: "shop" })).toEqual(["shop: HEAD → feature: added"]);
  git("checkout", "-q", "main");
  const inner = await scratch({ "shop/model.yaml": shopText("https") });
  git("submodule", "add", "-q", inner.session.cwd, "vendor");
  await symlink("shop", join(session.cwd, "alias"));
  await made.commit({});
  await made.commit({ "model.yaml": shopText("https") });
  expect(await told(session, ["main~1..main"], { model: "." })).toEqual([expect.stringMatching(/: main~1 → main: resolved$/)]);
  expect(await told(here(made, "vendor"), [], { model: "shop" })).toEqual(["shop: HEAD → working tree: -"]);
  const inSubmodule = ["A4025 vendor/shop lies in the submodule vendor, which is a repository of its own."];
  expect([await told(session, [], { model: "vendor/shop" }), await told(session, ["vendor/shop"]), await told(session, ["HEAD"], { model: "vendor/shop" })]).toEqual([inSubmodule, inSubmodule, inSubmodule]);
  git("submodule", "deinit", "-q", "-f", "vendor");
  expect([await told(session, ["main"], { model: "vendor/shop" }), await told(session, ["main~1..main"], { model: "../elsewhere" })]).toEqual([
    ["A4025 vendor is a submodule at main: its files are in a repository of its own."], [expect.stringMatching(/^A4021 /)],
  ]);
});

test("[IMC-11] places in SARIF start at the repository's root", async () => {
  const made = await branched();
  const session = here(made, "shop");
  const [run] = sarifOfDiff(await diffModels({ words: ["main~1..feature"], force: false }, session), session).runs;
  const result = run?.results.find(({ partialFingerprints }) => partialFingerprints["merlonThreatId/v1"] === plain);
  expect([result?.baselineState, result?.locations[0]?.physicalLocation.artifactLocation.uri]).toEqual(["new", "shop/model.yaml"]);
});
