// Every public OTM file: nothing missing, nothing invented, and the same again.
import { describe, expect, test } from "vitest";
import { readYaml } from "@merlon/core";
import { formats } from "@merlon/formats";
import type { ReadResult } from "@merlon/formats";
import type { ModelDocument } from "@merlon/schema";
import { hasCorpus, otmFiles } from "./corpus.ts";
import type { CorpusFile } from "./corpus.ts";
import { problemsOf } from "./valid-document.ts";

interface RawEntry {
  readonly id: string;
  readonly source?: string;
  readonly destination?: string;
  readonly bidirectional?: boolean;
  readonly threats?: readonly { readonly threat: string; readonly mitigations?: readonly { readonly mitigation: string }[] }[] | null;
}

type RawModel = Readonly<Partial<Record<"trustZones" | "components" | "dataflows" | "assets" | "threats" | "mitigations", readonly RawEntry[]>>>;

function read({ path, text }: CorpusFile, previous?: ModelDocument): ReadResult & { readonly document: ModelDocument } {
  const result = formats[1]?.read(text, { path, ...(previous === undefined ? {} : { previous }) });
  if (result?.document === undefined) throw new Error(`${path} gave no document.`);
  return { ...result, document: result.document };
}

function raw({ text }: CorpusFile): RawModel {
  return readYaml({ path: text.startsWith("{") ? "raw.json" : "raw.yaml", text }).value as RawModel;
}

const sourcesOf = (objects: Readonly<Record<string, { readonly sources?: readonly { readonly id: string }[] }>> | undefined): readonly string[] =>
  Object.values(objects ?? {}).flatMap((object) => object.sources ?? []).map((source) => source.id).sort();

const idsOf = (entries: readonly RawEntry[] | undefined): readonly string[] => (entries ?? []).map((entry) => entry.id).sort();

/** Ids without what tells the states of one definition apart, each once. */
const definitions = (ids: readonly string[]): readonly string[] => [...new Set(ids.map((id) => id.split("#")[0] ?? ""))].sort();

test.runIf(hasCorpus)("the corpus is there", () => {
  expect(otmFiles.length).toBeGreaterThanOrEqual(13);
});

describe.each(otmFiles)("$path", (file) => {
  const model = raw(file);
  const { document, diagnostics } = read(file);

  test("gives a valid model; the only problems of the file are references to nothing", () => {
    expect(problemsOf(document)).toEqual([]);
    expect(diagnostics.filter(({ code, severity }) => severity !== "info" && code !== "F2005")).toEqual([]);
  });

  test("every component, zone, asset, attached flow and threat is there, and nothing else", () => {
    const components = new Set(idsOf(model.components));
    const flows = (model.dataflows ?? []).filter((flow) => components.has(flow.source ?? "") && components.has(flow.destination ?? ""));
    expect({
      elements: sourcesOf(document.elements), boundaries: sourcesOf(document.boundaries), data: sourcesOf(document.data), flows: sourcesOf(document.flows), threats: definitions(sourcesOf(document.threats)),
    }).toEqual({ elements: idsOf(model.components), boundaries: idsOf(model.trustZones), data: idsOf(model.assets), flows: idsOf(flows), threats: idsOf(model.threats) });
  });

  test("every attached mitigation that is defined is a control at its place", () => {
    const defined = new Set(idsOf(model.mitigations));
    const threats = new Set(idsOf(model.threats));
    const used = [...(model.components ?? []), ...(model.dataflows ?? [])].flatMap((entry) => entry.threats ?? []).filter(({ threat }) => threats.has(threat))
      .flatMap(({ mitigations }) => mitigations ?? []).map(({ mitigation }) => mitigation).filter((id) => defined.has(id));
    expect(definitions(sourcesOf(document.controls))).toEqual(definitions(used));
  });

  test("[IMP-4] exactly the two-way flows have a response, which is unknown", () => {
    const twoWay = idsOf((model.dataflows ?? []).filter((flow) => flow.bidirectional === true));
    const responding = Object.entries(document.flows ?? {}).filter(([, flow]) => flow.response !== undefined);
    expect(sourcesOf(Object.fromEntries(responding))).toEqual(twoWay);
    expect(responding.filter(([, flow]) => flow.response !== "unknown")).toEqual([]);
  });

  test("[IMP-3] the same file gives the same bytes, also over the previous import", () => {
    expect(JSON.stringify(read(file))).toBe(JSON.stringify(read(file)));
    expect(JSON.stringify(read(file, document).document)).toBe(JSON.stringify(document));
  });

  test("[IMP-3] with every name changed, a re-import keeps all ids", () => {
    const value = JSON.stringify(model, (key, part: unknown) => (key === "name" ? `New ${String(part)}` : part));
    const again = read({ path: file.path, text: value }, document).document;
    const maps = ["elements", "boundaries", "data", "flows", "threats", "controls"] as const;
    expect(maps.map((map) => Object.keys(again[map] ?? {}))).toEqual(maps.map((map) => Object.keys(document[map] ?? {})));
  });
});
