// Every public Threat Dragon 2 model: nothing missing, nothing invented, and the same again.
import { describe, expect, test } from "vitest";
import { formats } from "@merlon/formats";
import type { ReadResult } from "@merlon/formats";
import type { ModelDocument } from "@merlon/schema";
import { dragonFiles, hasCorpus } from "./corpus.ts";
import type { CorpusFile } from "./corpus.ts";
import { problemsOf } from "./valid-document.ts";

interface RawCell {
  readonly id: string;
  readonly shape: string;
  readonly source?: { readonly cell?: string };
  readonly target?: { readonly cell?: string };
  readonly data: { readonly isBidirectional?: boolean; readonly threats?: readonly { readonly id: string }[] };
}

interface RawModel {
  readonly detail: { readonly diagrams: readonly { readonly cells?: readonly RawCell[] }[] };
  readonly model?: RawModel;
}

function read({ path, text }: CorpusFile, previous?: ModelDocument): ReadResult & { readonly document: ModelDocument } {
  const result = formats[0]?.read(text, { path, ...(previous === undefined ? {} : { previous }) });
  if (result?.document === undefined) throw new Error(`${path} gave no document.`);
  return { ...result, document: result.document };
}

/** Counted on the file itself, cell by cell. */
function cellsOf({ text }: CorpusFile): readonly RawCell[] {
  const raw = JSON.parse(text) as RawModel;
  return (raw.model ?? raw).detail.diagrams.flatMap((diagram) => diagram.cells ?? []);
}

const isElement = (cell: RawCell): boolean => ["actor", "process", "store"].includes(cell.shape);

function attached(cells: readonly RawCell[]): readonly RawCell[] {
  const elements = new Set(cells.filter(isElement).map((cell) => cell.id));
  return cells.filter((cell) => cell.shape === "flow" && elements.has(cell.source?.cell ?? "") && elements.has(cell.target?.cell ?? ""));
}

const sourcesOf = (objects: Readonly<Record<string, { readonly sources?: readonly { readonly id: string }[] }>> | undefined): readonly string[] =>
  Object.values(objects ?? {}).flatMap((object) => object.sources ?? []).map((source) => source.id.split("/").at(-1) ?? "").sort();

const idsOf = (cells: readonly { readonly id: string }[]): readonly string[] => cells.map((cell) => cell.id).sort();

test.runIf(hasCorpus)("the corpus is there", () => {
  expect(dragonFiles.length).toBeGreaterThanOrEqual(15);
});

describe.each(dragonFiles)("$path", (file) => {
  const cells = cellsOf(file);
  const { document, losses, diagnostics } = read(file);

  test("gives a valid model without errors", () => {
    expect(problemsOf(document)).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("every element, boundary box, attached flow and threat is there, and nothing else", () => {
    expect({
      elements: sourcesOf(document.elements), boundaries: sourcesOf(document.boundaries), flows: sourcesOf(document.flows), threats: sourcesOf(document.threats),
    }).toEqual({
      elements: idsOf(cells.filter(isElement)), boundaries: idsOf(cells.filter((cell) => cell.shape === "trust-boundary-box")),
      flows: idsOf(attached(cells)), threats: idsOf(cells.flatMap((cell) => cell.data.threats ?? [])),
    });
  });

  test("[IMP-1] loose flows and open boundary curves are listed, one line each", () => {
    const dropped = losses.filter((loss) => loss.kind === "dropped" && /\/cells\/\d+$/.test(loss.at));
    const loose = cells.filter((cell) => cell.shape === "flow").length - attached(cells).length;
    const curves = cells.filter((cell) => /^trust-br?oundary-curve$/.test(cell.shape)).length;
    expect([dropped.filter(({ what }) => what.startsWith("flow")).length, dropped.filter(({ what }) => what.startsWith("open boundary")).length]).toEqual([loose, curves]);
  });

  test("[IMP-4] exactly the two-way flows have a response, which is unknown", () => {
    const twoWay = idsOf(attached(cells).filter((cell) => cell.data.isBidirectional === true));
    const responding = Object.entries(document.flows ?? {}).filter(([, flow]) => flow.response !== undefined);
    expect(sourcesOf(Object.fromEntries(responding))).toEqual(twoWay);
    expect(responding.filter(([, flow]) => flow.response !== "unknown")).toEqual([]);
  });

  test("[IMP-2] no characteristic is `no`: an unticked box is not an answer", () => {
    const objects = [...Object.values(document.elements ?? {}), ...Object.values(document.flows ?? {})];
    expect(objects.flatMap((object) => Object.entries(object)).filter(([key, value]) => !key.startsWith("x-") && (value === "no" || value === false))).toEqual([]);
  });

  test("[IMP-3] the same file gives the same bytes, also over the previous import", () => {
    expect(JSON.stringify(read(file))).toBe(JSON.stringify(read(file)));
    expect(JSON.stringify(read(file, document).document)).toBe(JSON.stringify(document));
  });

  test("[IMP-3] with every name changed and the order turned round, a re-import keeps all ids", () => {
    const renamed = file.text.replace(/"name":\s*"([^"]+)"/g, `"name": "New $1"`).replace(/"text":\s*"([^"]+)"/g, `"text": "New $1"`);
    const turned = JSON.stringify(JSON.parse(renamed), (key, value: unknown) => (key === "cells" && Array.isArray(value) ? value.toReversed() as unknown : value));
    const again = read({ path: file.path, text: turned }, document).document;
    expect(["elements", "boundaries", "flows", "threats"].map((map) => Object.keys(again[map as "elements"] ?? {}))).toEqual(
      ["elements", "boundaries", "flows", "threats"].map((map) => Object.keys(document[map as "elements"] ?? {})));
  });
});
