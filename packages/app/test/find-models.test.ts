import { join } from "node:path";
import { expect, test } from "vitest";
import { findModel, findModels } from "../src/model/find-models.ts";
import { place } from "./place.ts";

const model = "merlon: 1\nid: shop\n";
const files = {
  "set/b/model.yaml": model, "set/a.yaml": model, "set/a/model.json": '{"merlon": 1, "id": "a"}', "set/notes.yaml": "hello: you\n", "set/empty/README.md": "",
  "one/model.yaml": model, "one/model/more.yaml": "",
};

async function found(path: string | undefined, from = "") {
  const { session: { cwd } } = await place(files);
  const { places, set } = await findModels(path, join(cwd, from));
  return { set, places: places.map(({ kind, shown, name }) => `${kind} ${shown.replace(cwd, "<cwd>")} ${name}`) };
}

test("a folder, its model.yaml and any file are one model each", async () => {
  expect([await found("one"), await found("one/model.yaml"), await found("set/a.yaml")]).toEqual([
    { set: false, places: ["folder one one"] }, { set: false, places: ["folder one one"] }, { set: false, places: ["file set/a.yaml a"] },
  ]);
});

test("a folder of models is a set, each by a name of its own; what is no model is left out", async () => {
  expect(await found("set")).toEqual({ set: true, places: ["folder set/a a", "file set/a.yaml a.yaml", "folder set/b b"] });
});

test("without a path it is the model that one is in, from however deep", async () => {
  expect([await found(undefined, "one"), await found(undefined, "one/model")]).toEqual([
    { set: false, places: ["folder . one"] }, { set: false, places: ["folder .. one"] },
  ]);
});

test("one of several must be named", async () => {
  const { session: { cwd } } = await place(files);
  await expect(findModel("set", cwd)).rejects.toMatchObject({ code: "A4015", hint: "Give the path of one: set/a, set/a.yaml, set/b." });
});
