import { expect, test } from "vitest";
import { formatFiles } from "../src/format/format-files.ts";
import { renameObject } from "../src/rename/rename-object.ts";
import { place } from "./place.ts";

const model = "merlon: 1\nid: shop\nelements:\n  web: {kind: process} # front\n  db: {kind: store}\nflows:\n  f: {from: web, to: db}\n";

test("[EDT-3] a rename reaches every file and nothing else", async () => {
  const here = await place({ "model.yaml": model, "decisions.yaml": "decisions:\n  S@web: {state: open}\n", "notes.txt": "web" });
  const { files } = await renameObject("web", "front", ".", here.session);
  expect(files.map(({ path }) => path)).toEqual(["model.yaml", "decisions.yaml"].sort());
  expect(await here.files()).toEqual({
    "decisions.yaml": "decisions:\n  S@front: {state: open}\n", "model.yaml": model.replace("web: {kind: process}", "front: {kind: process, formerly: [web]}").replace("from: web", "from: front"), "notes.txt": "web",
  });
});

test("a rename that cannot be leaves everything", async () => {
  const here = await place({ "model.yaml": model });
  const refused = async (from: string, to: string) => renameObject(from, to, ".", here.session).then(() => "done", (error: { readonly code?: string; readonly diagnostics?: readonly { readonly code: string }[] }) => [error.code, ...error.diagnostics?.map(({ code }) => code) ?? []].join(" "));
  expect([await refused("wep", "x"), await refused("web", "db"), await refused("web", "web"), await refused("web", "Web")]).toEqual(["A4009 C1093", "A4009 C1092", "A4015", "A4009 C1092"]);
  await here.write({ "model.yaml": `${model}  g: {from: web, to: nowhere}\n` });
  expect(await refused("web", "front")).toBe("A4006 C1040");
  await renameObject("db", "store", ".", { ...here.session }, { dryRun: true }).catch(() => undefined);
  expect((await here.files())["model.yaml"]).toBe(`${model}  g: {from: web, to: nowhere}\n`);
});

test("[EDT-4] formatting tidies people's files, once; imported ones and the lock are left", async () => {
  const here = await place({ "model.yaml": "merlon: 1\nid: shop\nelements:\n    web:\n        kind: process\n        rate-limiting: true   \n", "imported/x.yaml": "elements:\n    a: {kind: process}\n", "model/bad.yaml": "elements: {a: [}\n" });
  const first = await formatFiles([], here.session, { dryRun: true });
  expect([first.files, first.changes.map(({ path }) => path), first.diagnostics.map(({ code }) => code)]).toEqual([["model.yaml", "model/bad.yaml"], ["model.yaml"], ["C1003"]]);
  await formatFiles(["."], here.session);
  expect((await here.files())["model.yaml"]).toBe("merlon: 1\nid: shop\nelements:\n  web:\n    kind: process\n    rate-limiting: yes\n");
  expect((await formatFiles(["model.yaml", "imported/x.yaml"], here.session)).changes.map(({ path }) => path)).toEqual(["imported/x.yaml"]);
  await expect(formatFiles(["nowhere"], here.session)).rejects.toThrow(expect.objectContaining({ code: "A4001" }));
});
