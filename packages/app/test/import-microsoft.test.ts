// A Microsoft model with its template as a model folder with a rule pack beside it, and a template alone as a pack.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { analyzeModels } from "../src/analyze-models.ts";
import { importModel } from "../src/import/import-model.ts";
import { place } from "./place.ts";

/** Two stencils and a flow between them; one threat type about what is not signed. */
function template(types: string, id = "Id"): string {
  const stencil = (key: string, drawn: string): string => `<ElementType><Name>${key}</Name><${id}>${key}</${id}><Representation>${drawn}</Representation><Attributes/></ElementType>`;
  return `<KnowledgeBase><Manifest><Name>Tiny</Name><Version>1.0</Version></Manifest><GenericElements>${stencil("P", "Ellipse")}${stencil("DF", "Line")}</GenericElements><ThreatTypes>${types}</ThreatTypes></KnowledgeBase>`;
}

function type(id: string, include: string): string {
  return `<ThreatType><GenerationFilters><Include>${include}</Include></GenerationFilters><Id>${id}</Id><ShortTitle>Forged {flow.Name}</ShortTitle><Category>Tampering</Category></ThreatType>`;
}

function model(types: string): string {
  const shape = (key: string, kind: string, stencil: string, more = ""): string => `<K><Key>${key}</Key><Value i:type="${kind}"><GenericTypeId>${stencil}</GenericTypeId><Guid>${key}</Guid><TypeId>${stencil}</TypeId>${more}</Value></K>`.replaceAll("K>", "KeyValueOfguidanyType>");
  const flow = shape("f", "Connector", "DF", "<SourceGuid>a</SourceGuid><TargetGuid>b</TargetGuid>");
  return `<ThreatModel xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><DrawingSurfaceList><DrawingSurfaceModel><Guid>s</Guid><Borders>${shape("a", "StencilEllipse", "P")}${shape("b", "StencilEllipse", "P")}</Borders><Lines>${flow}</Lines></DrawingSurfaceModel></DrawingSurfaceList><ThreatGenerationEnabled>true</ThreatGenerationEnabled>${template(types)}</ThreatModel>`;
}

test("[IMP-7] the rules of a model run where they are imported, and those that its source drops go", async () => {
  const { session, write } = await place({ "shop.tm7": model(type("T1", "source is 'P'") + type("T2", "target is 'P'")) });
  const first = await importModel("shop.tm7", { out: "out" }, session);
  expect([first.holds, first.written]).toEqual(["model", ["out/model.yaml", "out/imported/shop.yaml", "out/views.yaml", "out/import-report.json", "out/import-report.md", "out/rules/tmt-tiny"]]);
  const threats = async (): Promise<readonly string[]> => (await analyzeModels("out", session)).models[0]?.analysis.threats.map(({ id }) => id) ?? [];
  expect(await threats()).toEqual(["tmt-tiny.t1@process-a-to-process-b", "tmt-tiny.t2@process-a-to-process-b"]);
  await write({ "shop.tm7": model(type("T1", "source is 'P'")) });
  const again = await importModel("shop.tm7", { out: "out" }, session);
  expect([again.removed, await threats()]).toEqual([["out/rules/tmt-tiny/tampering/tmt-tiny.t2.yaml"], ["tmt-tiny.t1@process-a-to-process-b"]]);
});

test("a model that is there is told how the rules of one laid under it come to run", async () => {
  const { session } = await place({ "shop.tm7": model(type("T1", "source is 'P'")), "out/model.yaml": "merlon: 1\nid: own\nelements:\n  till: {kind: process}\n" });
  const { kept } = await importModel("shop.tm7", { out: "out", existing: "add" }, session);
  expect(kept).toContain("The rules that came with it do not run yet: add `./rules/tmt-tiny` to `packs` in model.yaml.");
});

test("a template becomes a pack; a folder with a model or another pack is refused", async () => {
  const { session, files } = await place({ "tiny.tb7": template(type("T1", "source is 'P'"), "ID"), "shop/model.yaml": "merlon: 1\nid: own\n", "other/pack.yaml": "id: other\nversion: 1.0.0\ntitle: Other\n" });
  const { holds, written, report } = await importModel("tiny.tb7", { out: "tiny" }, session);
  expect([holds, report.model, written]).toEqual(["pack", "tmt-tiny", ["tiny/pack.yaml", "tiny/characteristics/template.yaml", "tiny/tampering/tmt-tiny.t1.yaml", "tiny/import-report.json", "tiny/import-report.md"]]);
  expect(Object.keys(await files()).filter((path) => path.startsWith("tiny/"))).toHaveLength(5);
  await expect(importModel("tiny.tb7", { out: "shop" }, session)).rejects.toMatchObject({ code: "A4008", where: { file: "shop/model.yaml" } });
  await expect(importModel("tiny.tb7", { out: "other" }, session)).rejects.toMatchObject({ code: "A4008", where: { file: "other/pack.yaml" } });
  expect(await importModel("tiny.tb7", { out: "other", existing: "replace" }, session)).toMatchObject({ folder: "other" });
});

const corpus = fileURLToPath(new URL("../../../../shared/corpus/tm7/", import.meta.url));
const hasCorpus = existsSync(fileURLToPath(new URL("../../../../shared/", import.meta.url)));
if (!hasCorpus) console.warn("The shared corpus is not there: Microsoft models are not analysed.");

test.runIf(hasCorpus).each([["misc/mstam2016", 13], ["startleft/test_model", 10], ["startleft/MTMT_nested_tz", 16], ["tm-file-parser/ThreatsEnabledNull", 10], ["misc/tmt-4.3-sample", 4]])("%s analysed gives as many threats as it stores: %i", async (name, stored) => {
  const { session } = await place({ "model.tm7": readFileSync(`${corpus}${name}.tm7`, "utf8") });
  await importModel("model.tm7", { out: "out" }, session);
  const [analysed] = (await analyzeModels("out", session)).models;
  const own = analysed?.analysis.threats.filter(({ origin, rule }) => origin === "person" || rule?.pack.startsWith("tmt-"));
  expect(own).toHaveLength(stored);
});
