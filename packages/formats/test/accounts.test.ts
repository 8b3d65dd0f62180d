// Every value of every public file is accounted for: carried, layout, worked out by the tool, or on the loss list.
import { describe, expect, test } from "vitest";
import { readYaml } from "@merlon/core";
import { detectFormat } from "@merlon/formats";
import type { ReadResult } from "@merlon/formats";
import type { ModelDocument } from "@merlon/schema";
import { dragonFiles, hasCorpus, otmFiles } from "./corpus.ts";
import type { CorpusFile } from "./corpus.ts";
import { fateBy, judge, leavesOf } from "./leaves.ts";
import type { Fate, Leaf, Tables, Verdict } from "./leaves.ts";

const root = "/detail/diagrams/*";
const cell = `${root}/cells/*`;
const data = `${cell}/data`;
const threat = `${data}/threats/*`;

const dragon: Tables = {
  carried: [
    "/version", "/summary/title", "/summary/owner", "/summary/description", "/model/version", "/model/summary/title", `${root}/title`, `${root}/id`,
    `${cell}/id`, `${cell}/shape`, `${cell}/source/cell`, `${cell}/target/cell`, `${cell}/label`, `${cell}/attrs/text/text`, `${cell}/attrs/label/text`,
    `${cell}/labels/*`, `${cell}/labels/*/attrs/labelText/text`, `${cell}/labels/*/attrs/label/text`, `${cell}/labels/*/attrs/text/text`,
    `${data}/type`, `${data}/name`, `${data}/description`, `${data}/outOfScope`, `${data}/reasonOutOfScope`, `${data}/isBidirectional`, `${data}/isEncrypted`, `${data}/isALog`, `${data}/protocol`, `${data}/containedElements/*`,
    `${threat}/id`, `${threat}/title`, `${threat}/description`, `${threat}/mitigation`, `${threat}/status`, `${threat}/type`, `${threat}/modelType`,
  ],
  layout: [
    "/detail/diagramTop", "/detail/threatTop", "/summary/id", "/model/detail/diagramTop", "/model/detail/threatTop", `${root}/thumbnail`, `${root}/placeholder`, `${root}/version`,
    `${cell}/attrs/**`, `${cell}/labels/**`, `${cell}/ports/**`, `${cell}/tools/**`, `${cell}/vertices/**`, `${cell}/zIndex`, `${cell}/visible`, `${cell}/connector`, `${cell}/width`, `${cell}/height`,
    `${cell}/source/port`, `${cell}/target/port`, `${data}/isTrustBoundary`, `${threat}/new`,
  ],
  computed: [`${data}/hasOpenThreats`, `${data}/threatFrequency/*`, `${data}/crossingFlows/*`, `${data}/trustBoundaryIds/*`],
};

/** What new shapes are called; a drawn label that still says so says nothing. */
const newName = /^(?:Arbitrary Text|Data Flow)$/;

/** Boxes say by their place and size what is inside; elements have a place in a view; of text blocks neither is carried. */
function dragonFate(value: unknown): (pointer: string, value: Leaf["value"]) => Fate {
  const values = new Map(leavesOf(value).map((leaf) => [leaf.pointer, leaf.value]));
  const byTable = fateBy(dragon);
  return (pointer, leaf) => {
    const [, owner = "", part] = /^(.*\/cells\/\d+)\/(position|size|labels|data\/name)\b/.exec(pointer) ?? [];
    if (part === "labels" && newName.test(String(leaf)) && values.get(`${owner}/data/name`) !== leaf) return "layout";
    if (part === undefined || part === "labels" || part === "data/name") return byTable(pointer);
    const shape = values.get(`${owner}/shape`);
    return shape === "trust-boundary-box" || (part === "position" && shape !== "td-text-block") ? "carried" : "layout";
  };
}

/** Texts of the file that a model has in another form: names of kinds and states, ids of references, and what new text blocks say. */
const translated = /\/(?:type|modelType|shape|status|version|id|cell|protocol|states?|parent\/\w+|categories\/\d+|representation|threat|mitigation)$|: Arbitrary Text$/;

const entry = { component: "/components/*", flow: "/dataflows/*", zone: "/trustZones/*", asset: "/assets/*" };

const otm: Tables = {
  carried: [
    "/otmVersion", "/project/**", "/representations/*/name", "/representations/*/id", "/representations/*/type", "/representations/*/repository/url",
    ...Object.values(entry).flatMap((place) => [`${place}/id`, `${place}/name`, `${place}/description`, `${place}/tags/*`]),
    `${entry.component}/parent/*`, `${entry.zone}/parent/*`, `${entry.component}/assets/*/*`, `${entry.flow}/assets/*`, `${entry.flow}/source`, `${entry.flow}/destination`, `${entry.flow}/bidirectional`,
    ...[entry.component, entry.flow].flatMap((place) => [`${place}/threats/*/threat`, `${place}/threats/*/state`, `${place}/threats/*/mitigations/*/mitigation`]),
    ...[entry.component, entry.zone].flatMap((place) => [`${place}/representations/*/representation`, `${place}/representations/*/position/*`]),
    "/threats/*/id", "/threats/*/name", "/threats/*/description", "/threats/*/categories/*", "/threats/*/cwes/*", "/threats/*/tags/*", "/mitigations/*/id", "/mitigations/*/name", "/mitigations/*/description",
  ],
  layout: [entry.component, entry.zone].flatMap((place) => ["id", "name"].map((key) => `${place}/representations/*/${key}`).concat(`${place}/representations/*/size/*`)).concat("/representations/*/size/*"),
  computed: [],
};

function imported({ path, text }: CorpusFile): ReadResult & { readonly document: ModelDocument } {
  const result = detectFormat(path, text).format?.read(text, { path });
  if (result?.document === undefined) throw new Error(`${path} gave no document.`);
  return { ...result, document: result.document };
}

function verdictOf(file: CorpusFile, result: ReadResult & { readonly document: ModelDocument }): Verdict {
  const value = readYaml({ path: file.text.startsWith("{") ? "raw.json" : "raw.yaml", text: file.text }).value;
  const fateOf = result.format === "otm" ? fateBy(otm) : dragonFate(value);
  const verdict = judge(leavesOf(value), fateOf, result.losses, result.document);
  return { ...verdict, missing: verdict.missing.filter((line) => !translated.test(line) && !translated.test(line.split(": ")[0] ?? "")) };
}

function reported(result: ReadResult, start: string): number {
  return Number(/\d+/.exec(result.losses.find(({ what }) => what.startsWith(start))?.what ?? "0")?.[0]);
}

describe.each([...dragonFiles, ...otmFiles])("$path", (file) => {
  const result = imported(file);

  test("[IMP-1] every value is accounted for, and the numbers in the report are right", () => {
    expect(verdictOf(file, result)).toEqual({ forgotten: [], missing: [], layout: reported(result, "layout"), computed: reported(result, "values") });
  });
});

test.runIf(hasCorpus)("a loss that is not listed would be noticed", () => {
  const [file] = dragonFiles;
  if (file === undefined) throw new Error("The corpus has no Threat Dragon model.");
  const result = imported(file);
  expect(verdictOf(file, { ...result, losses: [] }).forgotten.length).toBeGreaterThan(100);
  expect(verdictOf(file, { ...result, document: { merlon: 1, id: "empty" } }).missing.length).toBeGreaterThan(30);
});
