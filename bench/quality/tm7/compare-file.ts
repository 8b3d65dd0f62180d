// One Microsoft model through our own importer and engine, held against what the Microsoft tool stored in it.
import { readModel } from "@merlon/core";
import { analyze, assembleLibrary, readPacks } from "@merlon/engine";
import { detectFormat } from "@merlon/formats";
import type { Library, ModelDocument } from "@merlon/schema";
import { storedIn } from "./stored-threats.ts";

export interface Compared {
  readonly file: string;
  readonly generation: "on" | "off" | "not said";
  /** Threat types that became rules. */
  readonly rules: number;
  readonly stored: number;
  /** With the template's rules switched on, whatever the file says. */
  readonly generated: number;
  readonly reproduced: number;
  /** Generated and not stored, as `rule@flow`. */
  readonly extra: readonly string[];
  /** Stored and not generated, as type and flow. */
  readonly missing: readonly string[];
  /** Questions that rules of the template leave open; the Microsoft tool knows no unknown, so there should be none. */
  readonly open: number;
  /** Stored threats that the import keeps as they are, since generation is off. */
  readonly kept: number;
  readonly losses: number;
  /** Flows whose line meets a boundary, by the id that the file gives them. */
  readonly crossing: ReadonlyMap<string, boolean>;
}

/** A file that cannot be imported: why. */
export interface Refused {
  readonly file: string;
  readonly refused: string;
}

export function compareFile(file: string, text: string, vocabulary: Library): Compared | Refused {
  const { format, diagnostics } = detectFormat(file, text);
  const read = format?.read(text, { path: file });
  const errors = [...diagnostics, ...(read?.diagnostics ?? [])].filter(({ severity }) => severity === "error");
  if (read?.document === undefined) return { file, refused: errors.map(({ code, message }) => `${code}: ${message}`).join(" ") };
  const { library } = assembleLibrary(readPacks(read.pack?.files ?? []), { ...vocabulary, rules: [] });
  const { model } = readModel([{ path: "model.json", text: JSON.stringify(read.document) }], library);
  const { analysis } = analyze(model, library, { at: "2026-01-01" });
  const rules = read.pack?.rules ?? new Map<string, string>();
  const generated = new Set(analysis.threats.filter(({ rule }) => rule !== undefined).map(({ id }) => id));
  const { generation, stored } = storedIn(text);
  const flows = flowsOf(read.document);
  const wanted = stored.map(({ type, flow }) => ({ type, flow, id: `${rules.get(type) ?? "?"}@${flows.get(flow) ?? "?"}` }));
  const expected = new Set(wanted.map(({ id }) => id));
  return {
    file, generation, rules: rules.size, stored: stored.length, generated: generated.size,
    reproduced: wanted.filter(({ id }) => generated.has(id)).length,
    extra: [...generated].filter((id) => !expected.has(id)).sort(),
    missing: wanted.filter(({ id }) => !generated.has(id)).map(({ type, flow }) => `${type} at ${flow}`),
    open: analysis.questions.filter(({ decides }) => decides.length > 0).length,
    kept: Object.keys(read.document.threats ?? {}).length, losses: read.losses.length,
    crossing: new Map(Object.values(read.document.flows ?? {}).map((flow) => [sourceOf(flow.sources), meetsBoundary(flow, read.pack?.id)])),
  };
}

/** Our ids by the guids of the file. */
function flowsOf(document: ModelDocument): ReadonlyMap<string, string> {
  return new Map(Object.entries(document.flows ?? {}).map(([id, { sources }]) => [sourceOf(sources), id]));
}

/** A shape of a copied surface has the surface's guid in front. */
function sourceOf(sources: readonly { readonly id: string }[] | undefined): string {
  return sources?.[0]?.id.split("/").at(-1) ?? "";
}

function meetsBoundary(flow: object, pack: string | undefined): boolean {
  const met: unknown = (flow as Readonly<Record<string, unknown>>)[`${pack ?? ""}.crosses`];
  return Array.isArray(met) && met.length > 0;
}
