import { expect, test } from "vitest";
import { importModel } from "../src/import/import-model.ts";
import { place } from "./place.ts";

/** A Threat Dragon file with one process and one mitigated threat at it. */
function dragon(name: string, more: readonly object[] = []): string {
  const threat = { id: "t1", title: "Forged orders", status: "Mitigated", severity: "High", type: "Spoofing", description: "Somebody forges orders.", mitigation: "Signed." };
  const web = { id: "a1", shape: "process", position: { x: 0, y: 0 }, size: { width: 80, height: 80 }, data: { type: "tm.Process", name, threats: [threat] } };
  return JSON.stringify({ version: "2.3.0", summary: { title: "Shop" }, detail: { diagrams: [{ id: 0, title: "Main", diagramType: "STRIDE", cells: [web, ...more] }] } });
}

test("[IMP-1] an import writes a header, what the source says, decisions, views and the loss report", async () => {
  const { session, files } = await place({ "shop.json": dragon("Web") });
  const { written, report } = await importModel("shop.json", { out: "out" }, session);
  expect(written).toEqual(["out/model.yaml", "out/imported/shop.yaml", "out/decisions.yaml", "out/views.yaml", "out/import-report.json", "out/import-report.md"]);
  expect(JSON.parse((await files())["out/import-report.json"] ?? "")).toEqual(report);
});

test("[IMP-3] the same source again keeps ids, the header and people's decisions, whatever it calls things now", async () => {
  const { session, files, write } = await place({ "shop.json": dragon("Web") });
  await importModel("shop.json", { out: "out" }, session);
  const before = await files();
  const decided = `${before["out/decisions.yaml"] ?? ""}# looked at\n`;
  await write({ "shop.json": dragon("Web server"), "out/model.yaml": `${before["out/model.yaml"] ?? ""}owners: [me]\n`, "out/decisions.yaml": decided });
  const again = await importModel("shop.json", { out: "out" }, session);
  const after = await files();
  expect([after["out/imported/shop.yaml"]?.includes("  web:\n"), after["out/decisions.yaml"], after["out/model.yaml"]?.endsWith("owners: [me]\n"), again.kept, again.problems])
    .toEqual([true, decided, true, ["model.yaml is left as it is.", "1 decision is left as people wrote them.", "views.yaml is left as it is."], []]);
});

test("a folder with another model is refused, laid under with add, and replaced on demand", async () => {
  const own = { "out/model.yaml": "merlon: 1\nid: own\nelements:\n  till: {kind: process}\n", "out/decisions.yaml": "decisions:\n  S@till: {state: accept}\n" };
  const { session, files } = await place({ "shop.json": dragon("Web"), ...own });
  const before = await files();
  await expect(importModel("shop.json", { out: "out" }, session)).rejects.toMatchObject({ code: "A4008", where: { file: "out/model.yaml" } });
  expect(await files()).toEqual(before);
  const added = await importModel("shop.json", { out: "out", existing: "add" }, session);
  expect([added.written.slice(0, 2), added.problems, (await files())["out/model.yaml"]]).toEqual([["out/imported/shop.yaml", "out/decisions/shop.yaml"], [], own["out/model.yaml"]]);
  await importModel("shop.json", { out: "out", existing: "replace" }, session);
  expect(await files()).toMatchObject({ "out/model.yaml": expect.stringContaining("id: shop\n"), "out/decisions.yaml": own["out/decisions.yaml"] });
});

test("a failed import writes nothing", async () => {
  const { session, files } = await place({ "shop.json": '{"version": "2.3.0"' });
  await expect(importModel("shop.json", { out: "out" }, session)).rejects.toMatchObject({ code: "A4010" });
  await expect(importModel("shop.json", { out: "shop.json" }, session)).rejects.toMatchObject({ code: "A4010" });
  expect(Object.keys(await files())).toEqual(["shop.json"]);
});
