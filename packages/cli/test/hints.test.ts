// What a person is told who typed nearly the right thing: what it is, and the words that work.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { workplace, type Workplace } from "./merlon.ts";
import { shop } from "./shop.ts";

async function told({ merlon }: Workplace, ...args: readonly string[]): Promise<string> {
  const { code, err } = await merlon(...args);
  return `${code} ${err.split("\n").map((line) => line.trim().replace(/^error A\d+ /, "")).join(" ").trim()}`;
}

test("a question is not taken for a threat, and what is not asked can be stated all the same", async () => {
  const place = await workplace(shop);
  const { envelope } = await place.json<{ readonly questions: readonly { readonly id: string }[] }>("analyze", "shop");
  const [{ id: question } = { id: "" }] = envelope.result?.questions ?? [];
  expect(await told(place, "explain", question, "shop")).toBe(`2 \`${question}\` is a question, not a threat. hint: Answer it: \`merlon ask --answer ${question}=…\`.`);
  expect((await place.merlon("ask", "shop", "--dry-run", "--answer", "encryption-at-rest@web=no")).code).toBe(0);
});

test("of many ids those that are like it are named", async () => {
  const place = await workplace(shop);
  expect([await told(place, "rules", "show", "plaintext"), await told(place, "explain", "plaintext-flow@visit", "shop")]).toEqual([
    "2 There is no rule `plaintext`. hint: Like it is: plaintext-flow-across-boundary.", expect.stringMatching(/hint: Like it are: plaintext-flow-across-boundary, /),
  ]);
});

test("folders are named so that nobody looks in another one, and nothing is said of lines that are not there", async () => {
  const place = await workplace({ ...shop, "two/model.yaml": shop["shop/model.yaml"], "notes/README.md": "# Notes\n" });
  expect([await told(place, "explain", "x"), await told(place, "analyze", "notes"), await told(place, "analyze", "notes/README.md"), await told(place, "analyze", "nowhere"), await told(place, "why-not", "plaintext-flow-across-boundary", "shop")]).toEqual([
    "2 There are several models in this folder. hint: Give the path of one: shop, two.",
    "2 There is no model in notes: no model.yaml, and no file or folder that is one. hint: Make a first model there with `merlon init notes`, or give the path of a folder with a model.yaml.",
    "2 notes/README.md is no model: a model is a YAML or JSON file, or a folder with a model.yaml. hint: Give the path of a model.",
    "2 There is no file or folder nowhere. hint: Give the path of a model folder or file that exists.",
    "2 Where? `shop` is a model, and the target is missing. hint: Name an element, a flow or a boundary between them: `why-not plaintext-flow-across-boundary <target> shop`.",
  ]);
});

test("a model is not scattered among the files of a project, nor a picture into a folder that is not there", async () => {
  const place = await workplace({ ...shop, "package.json": "{}" });
  expect(await told(place, "init")).toBe("2 This folder holds a project (package.json), and a model is several files. hint: Give the model a folder: `merlon init models/shop`. Or say that it is to be here: `merlon init .`.");
  expect(await told(place, "diagram", "shop", "-o", "nowhere/x.svg")).toContain("there is no folder");
  expect(await place.files()).toEqual(["package.json", "shop/model.yaml"]);
  expect((await place.merlon("init", ".", "--quiet")).out).toBe("");
});

test("a draft says that it is one", async () => {
  const stable = await readFile(new URL("../../../library/core/plaintext-flow-across-boundary.yaml", import.meta.url), "utf8");
  const place = await workplace({
    "shop/model.yaml": `${shop["shop/model.yaml"]}packs: [default, ./rules]\n`, "shop/rules/pack.yaml": "id: acme\nversion: 1.0.0\ntitle: Acme\n",
    "shop/rules/information-disclosure/our-plaintext.yaml": stable.replace(/^id: .*$/m, "id: our-plaintext").replace(/^status: .*$/m, "status: draft"),
  });
  const { code, err } = await place.merlon("explain", "our-plaintext@visit", "shop");
  expect([code, err]).toEqual([0, "The rule is a draft: `analyze` leaves it out until its status is stable; `explain` and `why-not` try it on any model.\n"]);
});

test("help of a command of a group is its own, and help of a command that is not there names the nearest", async () => {
  const { merlon } = await workplace();
  const [asked, own, twice, none] = [await merlon("help", "pack", "new"), await merlon("pack", "new", "--help"), await merlon("help", "pack", "nex"), await merlon("help", "analyse")];
  expect([asked.code, asked.out, twice.code, twice.err, none.code, none.err]).toEqual([
    0, own.out, 2, expect.stringContaining("Did you mean `pack new`?"), 2, expect.stringContaining("Unknown command `analyse`."),
  ]);
});

test("what is asked for is judged before the model: suggest outside a model, upgrade to no release, paths from nobody", async () => {
  const { merlon, write } = await workplace();
  const suggest = (await merlon("attack", "suggest", "foo")).err;
  await write({ "model.yaml": "merlon: 1\nid: shop\nelements: {customer: {kind: external, type: human.customer}, web: {kind: process}}\n" });
  expect([suggest, (await merlon("attack", "upgrade", "--to", "99")).err, (await merlon("paths", "--from", "nobody")).err]).toEqual([
    expect.stringContaining("`foo` is neither a CWE id nor a threat"), expect.stringContaining("There is no ATT&CK release 99."), expect.not.stringContaining("customer, customer"),
  ]);
});

test("an error of the model that one is in is told of this folder", async () => {
  const place = await workplace({ "model.yaml": "merlon: 1\nid: shop\ncolour: blue\n" });
  expect((await place.merlon("analyze")).err).toContain("\n1 error in this folder. Mend it");
});
