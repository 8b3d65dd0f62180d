// `merlon diff` from words to exit codes: the same change in every form, the gate, and silence.
import { execFileSync } from "node:child_process";
import type { Impact } from "@merlon/schema";
import { expect, test } from "vitest";
import { workplace, type Workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";

/** The shop with an encrypted visit, and the plain one in the working tree. */
async function changed(): Promise<Workplace> {
  const secure = shop["shop/model.yaml"].replace("protocol: http,", "protocol: https,");
  const place = await workplace({ "shop/model.yaml": secure });
  for (const words of [["init", "-q", "-b", "main"], ["add", "-A"], ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "commit", "-q", "-m", "shop"]]) execFileSync("git", words, { cwd: place.folder });
  await place.write(shop);
  return place;
}

test("[IMC-8] a severe threat that the change brings fails the gate, unless that is switched off", async () => {
  const { merlon, json, write } = await changed();
  const { code, envelope } = await json<Impact>("diff", "--model", "shop");
  expect([code, envelope.schema, envelope.ok, envelope.result?.gate.reasons.flatMap(({ ids }) => ids).includes(threat)]).toEqual([1, "merlon/diff/1", false, true]);
  expect((await merlon("diff", "--model", "shop", "--no-gate")).code).toBe(0);
  await write({ "shop/model.yaml": shop["shop/model.yaml"].replace("protocol: http,", "protocol: https,") });
  expect(await merlon("diff", "main", "shop")).toEqual({ code: 0, out: expect.stringMatching(/^shop {2}main \(\w{7}\) → working tree, as of .*\nNothing changed\.\n$/), err: "" });
});

test("[IMC-9] Markdown is written to a file, empty where there is nothing to say", async () => {
  const { merlon, read, write } = await changed();
  expect(await merlon("diff", "--model", "shop", "-o", "comment.md")).toEqual({ code: 1, out: "", err: "Written: comment.md\n" });
  const comment = await read("comment.md");
  expect([comment.split("\n")[0], comment.includes(`\`${threat}\``), comment.includes("- because: visit › protocol: https → http (shop/model.yaml:")]).toEqual(["<!-- merlon:shop -->", true, true]);
  await write({ "shop/model.yaml": shop["shop/model.yaml"].replace("protocol: http,", "protocol: https,").replace("title: Shop", "title: The shop") });
  expect([(await merlon("diff", "--model", "shop", "-o", "comment.md")).code, await read("comment.md")]).toEqual([0, ""]);
});

test("a folder of models is compared model by model", async () => {
  const { json, merlon } = await changed();
  const { envelope } = await json<{ readonly models: Readonly<Record<string, Impact>> }>("diff", "--model", ".");
  expect([envelope.schema, Object.keys(envelope.result?.models ?? {})]).toEqual(["merlon/diff-set/1", ["shop"]]);
  expect((await merlon("diff", "--model", ".", "--format", "markdown")).out.split("\n").slice(0, 2)).toEqual(["<!-- merlon -->", "<!-- merlon:shop -->"]);
});

test("[IMC-21] a folder of models has a picture for each that changed, in a folder, and one page", async () => {
  const { merlon, files, read, write } = await changed();
  expect((await merlon("diff", "--model", ".", "-o", "one.svg")).err).toBe("Written: one.svg\n");
  await write({ "till/model.yaml": shop["shop/model.yaml"].replace("id: shop", "id: till").replace("title: Shop", "title: Till") });
  expect(await merlon("diff", "--model", ".", "--format", "svg", "-o", "pictures")).toEqual({ code: 1, out: "", err: "till is not in HEAD: everything in it is new.\nWritten: pictures/shop.svg\nWritten: pictures/till.svg\n" });
  expect((await files()).filter((path) => path.startsWith("pictures/"))).toEqual(["pictures/shop.svg", "pictures/till.svg"]);
  expect((await merlon("diff", "--model", ".", "-o", "all.html")).code).toBe(1);
  const page = await read("all.html");
  expect(["Shop: At a glance", "Shop: Picture of both versions", "Till: Picture of both versions", "All of this is new."].filter((words) => !page.includes(words))).toEqual([]);
  expect((await merlon("diff", "--model", ".", "-o", "all.svg")).err.split("\n")[0]).toBe("error A4015 A picture shows one model, and this is a folder of models.");
});

test("[IMC-22] a comment has the picture of a small change, folded, and none of a large one", async () => {
  const { merlon, write } = await changed();
  const comment = async () => (await merlon("diff", "--model", "shop", "--format", "markdown")).out;
  expect((await comment()).split("#### What changed, as a picture\n")[1]).toMatch(/^\n<details><summary>.*<\/summary>\n\n```mermaid\n[\s\S]*flowchart[\s\S]*\n```\n\n<\/details>\n$/);
  const many = Array.from({ length: 40 }, (_, n) => `  worker-${n}: {kind: process, in: inside}\n`).join("");
  await write({ "shop/model.yaml": shop["shop/model.yaml"].replace("flows:\n", `${many}flows:\n`) });
  const large = await comment();
  expect([large.includes("mermaid"), large.trimEnd().split("\n").at(-1)]).toEqual([false, "The picture of both versions is too large for a comment: `merlon diff -o impact.svg --model shop`"]);
});

test("words that do not fit are told", async () => {
  const { merlon } = await changed();
  expect((await merlon("diff", "mian..feature", "--model", "shop")).code).toBe(2);
  const told = async (...words: readonly string[]) => (await merlon("diff", "--model", "shop", ...words)).err.split("\n")[0];
  expect(await told("--format", "svg", "-o", "a.svg", "-o", "b.svg")).toBe("error A4015 --format says the form of one file.");
  expect([await told("-o", "impact.pdf"), await told("--format", "markdown", "--max-chars", "10"), await told("main..feature", "x")]).toEqual([
    "error A4015 It is not clear in which form impact.pdf should be.", "error A4015 --max-chars takes a number from 4000 up.", "error A4015 A range says both versions, so x is one too many.",
  ]);
});

test("[IDT-9] what was decided about an element that was split is to confirm at its parts, and not told as decided there", async () => {
  const store = (more: string) => `kind: store, in: inside, type: datastore.sql, holds: [order], encryption-at-rest: no${more}`;
  const model = (elements: string) => `merlon: 1
id: shop
scales: {confidentiality: [public, secret]}
data: {order: {kind: business.order, levels: {confidentiality: secret}}}
boundaries: {inside: {type: network, trust: internal}}
elements: {${elements}}
decisions: {sensitive-store-not-encrypted@orders: {state: accept, reason: Until the move., owner: ana, until: 2099-01-01}}
`;
  const { merlon } = await workplace({ "a/model.yaml": model(`orders: {${store("")}}`), "b/model.yaml": model(`left: {${store(", split-from: orders")}}, right: {${store(", split-from: orders")}}`) });
  const { out } = await merlon("diff", "a", "b", "--format", "markdown");
  const [, toConfirm = ""] = out.split("#### Decisions to look at again\n");
  expect(toConfirm.split("\n####")[0]?.match(/`merlon decide \S+ --confirm`/g)).toEqual(["`merlon decide sensitive-store-not-encrypted@left --confirm`", "`merlon decide sensitive-store-not-encrypted@right --confirm`"]);
});
