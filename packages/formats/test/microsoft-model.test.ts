// What becomes of a small Microsoft model: objects, characteristics of its template's pack, crossings, stored threats, and the loss report.
import { expect, test } from "vitest";
import { detectFormat } from "@merlon/formats";
import { readYaml } from "@merlon/core";
import { lossLines } from "./dragon-model.ts";
import { importMicrosoft, line, modelXml, shape, templateXml, threat } from "./microsoft-model.ts";

const two = [shape("external", "user", [0, 0]), shape("web", "shop", [100, 0], { log: "No" })] as const;
const visit = line("flow", "visit", ["user", "shop"], [10, 5, 100, 5], { tls: "Yes" });
const sent = { id: "T1", title: "{source.Name} forges {flow.Name}", include: "target is 'GE.P' and flow.tls is 'Yes'", exclude: "target.log is 'Yes'" };
const template = templateXml([sent]);

test("objects, their stencils and attributes, boxes by where they stand, and what a line is drawn across", () => {
  const { document } = importMicrosoft(modelXml([...two, shape("box", "inside", [90, -10, 40, 40]), line("line", "edge", ["", ""], [50, -10, 50, 20]), visit], { template }));
  expect(document).toEqual({
    merlon: 1, id: "shop", title: "Shop", owners: ["Ann"], packs: ["./rules/tmt-tiny"],
    boundaries: { inside: { type: "network", title: "inside", sources: [{ system: "microsoft-tm7", id: "inside" }], "x-microsoft-tm7": { stencil: "Box" } } },
    elements: {
      shop: { "kind": "process", "title": "shop", "in": "inside", "tmt-tiny.has-log": ["no"], "tmt-tiny.stencil": ["process.web-server"], "sources": [{ system: "microsoft-tm7", id: "shop" }] },
      user: { "kind": "external", "title": "user", "tmt-tiny.stencil": ["external"], "sources": [{ system: "microsoft-tm7", id: "user" }] },
    },
    flows: {
      visit: {
        "title": "visit", "from": "user", "to": "shop", "tmt-tiny.crosses": ["box", "line"], "tmt-tiny.flow-stencil": ["flow"], "tmt-tiny.has-tls": ["yes"], "sources": [{ system: "microsoft-tm7", id: "visit" }],
      },
    },
    views: { "page-s1": { title: "Page s1", shows: "dfd", positions: { shop: { x: 105, y: 5 }, user: { x: 5, y: 5 } } } },
  });
});

test("[IMP-1] an open line, a loose flow, a text and what nobody chose are listed", () => {
  const shapes = [...two, visit, line("line", "edge", ["", ""], [50, -10, 50, 20]), line("flow", "loose", ["user", ""], [0, 0, 9, 9]), shape("note", "remark", [0, 200])];
  const { losses, document } = importMicrosoft(modelXml(shapes, { template: templateXml([]) }));
  const entry = "/DrawingSurfaceList/DrawingSurfaceModel";
  expect(lossLines(losses, "dropped")).toEqual([
    `${entry}/Lines/KeyValueOfguidanyType/2/Value flow "loose" from external "user" to nothing`,
    `${entry}/Lines/KeyValueOfguidanyType/1/Value boundary line "edge" drawn across visit`,
  ]);
  expect(lossLines(losses, "kept")).toEqual([`${entry}/Borders/KeyValueOfguidanyType/2/Value text note "remark"`]);
  expect(document).toMatchObject({ "x-microsoft-tm7": { texts: { remark: "remark" } } });
});

test("[IMP-7] what a condition could ask of an object that does not have it is stated as empty; what its stencil settles is not", () => {
  const types = [{ id: "A", include: "source.log is 'No'" }, { id: "B", include: "target is 'GE.DS' and target.log is 'No'" }];
  const { document } = importMicrosoft(modelXml([shape("process", "p", [0, 0]), shape("store", "s", [100, 0])], { template: templateXml(types) }));
  const asked = Object.values(document.elements ?? {}).map((element) => (element as unknown as Record<string, unknown>)["tmt-tiny.has-log"]);
  expect(asked).toEqual([[], []]);
  const [guarded] = types.slice(1);
  const other = importMicrosoft(modelXml([shape("process", "p", [0, 0]), shape("store", "s", [100, 0])], { template: templateXml(guarded ? [guarded] : []) }));
  expect(Object.values(other.document.elements ?? {}).map((element) => Object.keys(element).filter((key) => key.endsWith("has-log")))).toEqual([[], ["tmt-tiny.has-log"]]);
});

const ends = ["user", "shop"] as const;

test("[IMP-8] a stored threat that a rule gives again is not copied; what people did with it is a decision; written ones are human threats; stale ones are listed", () => {
  const threats = [
    threat("T1", "visit", ends, { Title: "someone forges an old name", State: "NotApplicable", StateInformation: "Signed.", ChangedBy: "ann", ModifiedAt: "2026-02-03T10:00:00", UserThreatDescription: "My own words" }),
    threat("own", "visit", ends, { Title: "A &amp;lt;b&amp;gt;courier&amp;lt;/b&amp;gt; looks", UserThreatCategory: "Abuse", UserThreatDescription: "At the label", Priority: "Low", State: "NeedsInvestigation" }),
    threat("T1", "gone", ends, { Title: "Old" }),
  ];
  const { document, losses, counts } = importMicrosoft(modelXml([...two, visit], { template, threats }));
  expect(document.decisions).toEqual({
    "tmt-tiny.t1@visit": { state: "not-applicable", reason: "Signed.", by: "ann", at: "2026-02-03", "x-microsoft-tm7": { UserThreatDescription: "My own words" } },
    "a-courier-looks": { state: "open" },
  });
  expect(document.threats).toEqual({
    "a-courier-looks": { title: "A courier looks", description: "At the label", at: "visit", sources: [{ system: "microsoft-tm7", id: "ownuservisitshop" }], "x-microsoft-tm7": { type: "own", category: "Abuse", Priority: "Low" } },
  });
  expect(lossLines(losses, "dropped")).toEqual([`/ThreatInstances/KeyValueOfstringThreatpc_P0_PhOB/2 the stored threat "Old" (AutoGenerated)`]);
  expect(counts).toMatchObject({ "stored threats": 3, "stored threats that rules give again": 1 });
});

test("[IMP-8] a stored threat that nobody touched leaves no decision; one of a flow out of scope is stale", () => {
  const stored = { template, threats: [threat("T1", "visit", ends, { Title: "user forges visit" })] };
  expect(importMicrosoft(modelXml([...two, visit], stored)).document).not.toHaveProperty("decisions");
  const out = line("flow", "visit", ends, [10, 5, 100, 5], { "tls": "Yes", "71f3d9aa-b8ef-4e54-8126-607a1d903103": "true" });
  const { document, losses } = importMicrosoft(modelXml([...two, out], stored));
  expect(document.flows?.["visit"]?.["out-of-scope"]).toBe("Out of scope in the Microsoft tool, which gave no reason.");
  expect(losses.find(({ what }) => what.startsWith("the stored threat"))?.why).toBe("Its flow is out of scope. The Microsoft tool would not generate it now.");
});

test.each(["false", ""])("[IMP-8] with generation %j no rule runs and the stored threats are kept", (generation) => {
  const { document, pack } = importMicrosoft(modelXml([...two, visit], { template, generation, threats: [threat("T1", "visit", ends, { Title: "user forges visit", UserThreatCategory: "Tampering" })] }));
  expect(document).toMatchObject({ packs: [], threats: { "user-forges-visit": { title: "user forges visit", at: "visit", stride: ["T"], tags: ["generated-elsewhere"] } } });
  expect(pack?.rules.size).toBe(1);
});

test("without a template the rules that come with Merlon run", () => {
  const { document, pack } = importMicrosoft(modelXml([...two, visit]));
  expect([document.packs, pack]).toEqual([undefined, undefined]);
});

test("[IMP-3] renamed and moved things keep their ids; a copied surface gets its own", () => {
  const first = importMicrosoft(modelXml([...two, visit], { template })).document;
  const renamed = [shape("external", "user", [0, 0], {}, "Customer"), shape("web", "shop", [300, 0])];
  const again = importMicrosoft(modelXml([...renamed, visit], { template, surfaces: [[...two, visit]] }), first).document;
  expect(again.elements).toMatchObject({ user: { title: "Customer", sources: [{ id: "s1/user" }] }, shop: {} });
  expect(Object.keys(again.elements ?? {}).sort()).toEqual(["shop", "shop-process", "user", "user-external"]);
});

test("[IMP-7] a template becomes a pack: conditions folded and split, categories as folders, what can never be and what cannot be said left out", () => {
  const types = [
    sent, { id: "T2", include: "source is 'ROOT'" }, { id: "T3", include: "source is" }, { id: "T4", include: "" },
    { id: "0d6c1234-aaaa-bbbb-cccc-000000000000", category: "X", title: "Odd", include: "flow crosses 'GE.TB.L' or not source is 'ROOT'" },
  ];
  const text = templateXml(types, "own");
  const { format } = detectFormat("tiny.tb7", text);
  const read = format?.read(text, { path: "tiny.tb7" });
  const files = new Map(read?.pack?.files.map(({ path, text: file }) => [path, readYaml({ path, text: file }).value]));
  expect([...files.keys()]).toEqual(["pack.yaml", "characteristics/template.yaml", "tampering/tmt-tiny.t1.yaml", "abuse/tmt-tiny.0d6c1234.yaml"]);
  expect(files.get("pack.yaml")).toMatchObject({ id: "tmt-tiny", version: "1.2.3+4", title: "Tiny" });
  expect(files.get("tampering/tmt-tiny.t1.yaml")).toMatchObject({
    title: "Source forges flow", scope: "flow", stride: ["T"], why: "About the flow",
    applies: { fact: "target.tmt-tiny.stencil", is: "process" },
    when: { fact: "flow.tmt-tiny.has-tls", is: "yes", because: "Include: target is 'GE.P' and flow.tls is 'Yes'" },
    unless: { fact: "target.tmt-tiny.has-log", is: "yes" }, threat: { action: `bring about "{source} forges {flow}"`, consequence: `what the template describes as "About {flow}"` },
  });
  expect(files.get("abuse/tmt-tiny.0d6c1234.yaml")).toMatchObject({ stride: [], threat: { impact: 2 }, when: { fact: "source.kind", in: ["process", "store", "external"] } });
  expect(read?.losses.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
    "dropped the threat type T3", "dropped threat types that no interaction can have (1): T2", "dropped threat types without a condition (1): T4",
    "guessed no STRIDE letter for the threat types of the category Abuse (1)", "defaulted source, prerequisite and goal of the threat types (5)",
  ]);
  expect(read?.diagnostics.map(({ code }) => code)).toEqual(["F2063"]);
});
