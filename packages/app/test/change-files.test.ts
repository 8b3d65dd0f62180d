// Edits of a model's files: where they go, what is refused, and that nobody's work is lost.
import { expect, test } from "vitest";
import { AppError } from "../src/app-error.ts";
import { findModel } from "../src/model/find-models.ts";
import { loadSoundModel } from "../src/model/load-model.ts";
import { homeOf, objectEdits, writtenAt } from "../src/write/home.ts";
import { planChange, type Edit } from "../src/write/plan-change.ts";
import { writeChange } from "../src/write/write-change.ts";
import { place, type Place } from "./place.ts";

const header = "merlon: 1\nid: shop\n";
const model = `${header}elements:\n  web: {kind: process} # front\n`;

async function load({ session }: Place, path = ".") {
  return loadSoundModel(await findModel(path, session.cwd), session);
}

function outcome(run: () => unknown): string {
  try {
    run();
    return "fine";
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${[error.message, ...error.diagnostics.map(({ code }) => code)].join(" ")}` : String(error);
  }
}

test("[EDT-1] an edit goes into the file that has the object; a new file is made where there is none", async () => {
  const here = await place({ "model.yaml": header, "model/web.yaml": "elements:\n  web: {kind: process} # front\n" });
  const loaded = await load(here);
  const change = planChange(loaded, [
    ...objectEdits(loaded, { map: "elements", id: "web", path: ["input-validation"] }, "yes"), { file: "decisions.yaml", path: ["decisions", "S@web"], value: { state: "open" } },
  ], here.session);
  await writeChange(change);
  expect(await here.files()).toEqual({
    "decisions.yaml": "decisions:\n  S@web: {state: open}\n", "model.yaml": header, "model/web.yaml": "elements:\n  web: {kind: process, input-validation: yes} # front\n",
  });
  expect([homeOf(loaded, "elements"), homeOf(loaded, "threats"), writtenAt(loaded, "elements", "web", ["kind"])]).toEqual(["model/web.yaml", "model.yaml", "process"]);
});

test("[DOC-6] what is imported is not edited: people's word lies over it, nested values whole", async () => {
  const here = await place({ "model.yaml": header, "imported/x.yaml": "elements:\n  web: {kind: process, levels: {availability: low}}\n" });
  const loaded = await load(here);
  const edits = [["input-validation"], ["levels", "confidentiality"]].flatMap((path) => objectEdits(loaded, { map: "elements", id: "web", path: path as [string] }, path.length === 1 ? "yes" : "secret"));
  const { after, files } = planChange(loaded, edits, here.session);
  expect(files.map(({ path }) => path)).toEqual(["model.yaml"]);
  expect([after.model.elements.get("web")?.levels, after.model.elements.get("web")?.characteristics.get("input-validation")?.value]).toEqual([{ availability: "low", confidentiality: "secret" }, "yes"]);
});

test("a model in one file is edited there", async () => {
  const here = await place({ "shop.yaml": model });
  const loaded = await load(here, "shop.yaml");
  await writeChange(planChange(loaded, objectEdits(loaded, { map: "elements", id: "web", path: ["input-validation"] }, "yes"), here.session));
  expect((await here.files())["shop.yaml"]).toBe(`${header}elements:\n  web: {kind: process, input-validation: yes} # front\n`);
});

test("nothing is written that would break the model", async () => {
  const here = await place({ "model.yaml": model });
  const loaded = await load(here);
  const edit = (path: Edit["path"], value: unknown) => outcome(() => planChange(loaded, [{ file: "model.yaml", path, value }], here.session));
  expect([edit(["elements", "web", "in"], "nowhere"), edit(["elements", "web", "kind", "x"], 1), edit(["elements", "web", "description"], "fine")]).toEqual([
    "A4006 This would bring an error into the model. C1040", "A4006 This cannot be written into the file; nothing was changed. C1090", "fine",
  ]);
  expect(await here.files()).toEqual({ "model.yaml": model });
});

test("what somebody else wrote meanwhile is not overwritten", async () => {
  const here = await place({ "model.yaml": model });
  const change = planChange(await load(here), [{ file: "model.yaml", path: ["title"], value: "Shop" }], here.session);
  await here.write({ "model.yaml": `${model}# mine\n` });
  await expect(writeChange(change)).rejects.toThrow(expect.objectContaining({ code: "A4016", message: "model.yaml was changed by somebody else meanwhile." }));
  expect(await here.files()).toEqual({ "model.yaml": `${model}# mine\n` });
});
