// What a file laid over a model changes, and where it says what is wrong.
import { expect, test } from "vitest";
import { modelOfSources, readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { withOverlay } from "./with-overlay.ts";

const base = [
  { path: "model.yaml", text: "merlon: 1\nid: shop\ndata: {card: {levels: {confidentiality: secret, integrity: high}}}\n" },
  { path: "model/web.yaml", text: "elements:\n  web: {kind: process, technology: [nodejs], input-validation: {value: yes, source: observed, ref: scan}}\n" },
  { path: "imported/cloud.yaml", text: "elements: {db: {kind: store, encryption-at-rest: no}}\n" },
];

function overlaid(text: string) {
  const { documents, diagnostics } = readModel(base, testingLibrary);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { sources, ...rest } = withOverlay(documents, { path: "plan.yaml", text }, testingLibrary);
  return { ...rest, model: modelOfSources(sources, testingLibrary).model };
}

test("[WIF-3] new objects join, and what is said of those that are there takes the place of what was said, wherever that is", () => {
  const { model, added, changed, diagnostics } = overlaid(`
elements:
  api: {kind: process}
  web:
    technology: [react]
    input-validation: no
  db: {encryption-at-rest: yes}
data: {card: {levels: {confidentiality: public}}}
`);
  expect([added, diagnostics, changed.map(({ file, path, where }) => `${file} ${path} ${where.file}:${where.line}`)]).toEqual([["api"], [], [
    "model/web.yaml elements.web.technology plan.yaml:5", "model/web.yaml elements.web.input-validation plan.yaml:6", "imported/cloud.yaml elements.db.encryption-at-rest plan.yaml:7", "model.yaml data.card.levels.confidentiality plan.yaml:8",
  ]]);
  const web = model.elements.get("web");
  expect([model.elements.get("api")?.where.file, web?.technology, web?.characteristics.get("input-validation")?.value, web?.characteristics.get("input-validation")?.provenance, model.elements.get("db")?.characteristics.get("encryption-at-rest")?.value, model.data.get("card")?.levels])
    .toEqual(["plan.yaml", ["react"], "no", "declared", "yes", { confidentiality: "public", integrity: "high" }]);
});

test("[WIF-3] what says the same changes nothing", () => {
  const { added, changed, diagnostics } = overlaid("elements: {web: {kind: process, technology: [nodejs]}}\n");
  expect({ added, changed, diagnostics }).toEqual({ added: [], changed: [], diagnostics: [] });
});

test.each([
  ["- a", "C1009 plan.yaml:1:1"], ["elements: {", "C1003 plan.yaml:1:12"], ["id: other", "C1016 plan.yaml:1:1"],
  ["elements:\n  web: {knd: process}", "C1020 plan.yaml:2:9"], ["elements:\n  new: {technology: [x]}", "C1022 plan.yaml:2:3"], ["elements:\n  web: yes", "C1021 plan.yaml:2:3"],
])("what %j says wrongly is told at its place in the overlay", (text, expected) => {
  expect(overlaid(text).diagnostics.map(({ code, where }) => `${code} ${where?.file ?? ""}:${where?.line ?? ""}:${where?.column ?? ""}`)).toEqual([expected]);
});
