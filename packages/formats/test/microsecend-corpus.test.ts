// Every public microSecEnD file, in both forms: nothing missing, nothing invented, and the same ids again.
import { describe, expect, test } from "vitest";
import { formats } from "@merlon/formats";
import type { ReadResult } from "@merlon/formats";
import type { ModelDocument } from "@merlon/schema";
import { hasCorpus, microsecendFiles } from "./corpus.ts";
import type { CorpusFile } from "./corpus.ts";
import { problemsOf } from "./valid-document.ts";

interface RawEntry { readonly name: string; readonly sender: string; readonly receiver: string }
type Raw = Readonly<Record<"services" | "external_entities" | "information_flows", readonly RawEntry[]>>;

function read({ path, text }: CorpusFile, previous?: ModelDocument): ReadResult & { readonly document: ModelDocument } {
  const result = formats.find(({ id }) => id === "microsecend")?.read(text, { path, ...(previous === undefined ? {} : { previous }) });
  if (result?.document === undefined) throw new Error(`${path} gave no document.`);
  return { ...result, document: result.document };
}

function sourcesOf(objects: Readonly<Record<string, { readonly sources?: readonly { readonly id: string }[] }>> | undefined): readonly string[] {
  return Object.values(objects ?? {}).flatMap(({ sources }) => sources ?? []).map(({ id }) => id).sort();
}

test.runIf(hasCorpus)("the corpus is there", () => {
  expect(microsecendFiles.length).toBeGreaterThanOrEqual(160);
});

describe.each(microsecendFiles)("$path", (file) => {
  const { document, diagnostics, losses } = read(file);

  test("gives a valid model, with every entry of the file or a word about it, and no field overlooked", () => {
    expect(problemsOf(document)).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { services, external_entities: externals, information_flows: flows } = rawOf(file);
    const found = [...sourcesOf(document.elements), ...sourcesOf(document.flows).map((id) => id.replace(/\/[0-9a-f]{8}$/, ""))];
    const written = [...[...services, ...externals].map(({ name }) => name), ...flows.map(({ sender, receiver }) => `${sender} -> ${receiver}`)];
    const told = losses.filter(({ kind }) => kind === "dropped").length;
    expect(found.filter((name) => !written.includes(name))).toEqual([]);
    expect(written.filter((name) => !found.includes(name)).length).toBeLessThanOrEqual(told);
    expect(losses.filter(({ why }) => why === "The reader does not know this field.")).toEqual([]);
  });

  test("[IMP-3] gives the same bytes and the same ids when it is read again", () => {
    expect(JSON.stringify(read(file, document).document)).toBe(JSON.stringify(document));
  });
});

/** Of the text form by the simplest reading there is: a line with an arrow is a flow, another with a label an entry. */
function rawOf({ text }: CorpusFile): Raw {
  if (text.trimStart().startsWith("{")) return JSON.parse(text) as Raw;
  const lines = text.split("\n").filter((line) => line.includes("[label"));
  const entry = (line: string): RawEntry => ({ name: line.trim().split(" ")[0] ?? "", sender: "", receiver: "" });
  const flow = (line: string): RawEntry => ({ name: "", sender: line.split("->")[0]!.trim(), receiver: line.split("->")[1]!.split("[")[0]!.trim() });
  const boxes = lines.filter((line) => !line.includes("->"));
  return {
    services: boxes.filter((line) => !line.includes("External Entity")).map(entry), external_entities: boxes.filter((line) => line.includes("External Entity")).map(entry),
    information_flows: lines.filter((line) => line.includes("->")).map(flow),
  };
}
