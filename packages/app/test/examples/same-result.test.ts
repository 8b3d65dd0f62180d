// What must not matter does not: running again, the order in the files, the names of sensitivity levels.
import { readYaml, type SourceFile } from "@merlon/core";
import type { Analysis } from "@merlon/schema";
import { expect, test } from "vitest";
import { analyzeModels } from "../../src/analyze-models.ts";
import { findModels } from "../../src/model/find-models.ts";
import { analyzeFiles, readExample, session } from "./example-models.ts";

const { places } = await findModels("everything-wrong", session.cwd);
const names = ["one-line", "online-boutique", "webshop", "well-built", ...places.map(({ shown }) => shown)];

test("everything-wrong gives the same bytes twice", async () => {
  const twice = await Promise.all([1, 2].map(async () => JSON.stringify((await analyzeModels("everything-wrong", session)).models.map(({ analysis }) => analysis))));
  expect(twice[0] === twice[1]).toBe(true);
});

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The same document with every map in another order, as JSON. */
function shuffled(file: SourceFile): SourceFile {
  const value = readYaml(file).value as Json;
  return { path: file.path.replace(/\.yaml$/, ".json"), text: JSON.stringify(inOtherOrder(value)) };
}

function inOtherOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOtherOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inOtherOrder(inner as Json)] as const);
  const middle = Math.ceil(entries.length / 2);
  return Object.fromEntries([...entries.slice(middle), ...entries.slice(0, middle).reverse()]);
}

/** Positions are all that may differ. */
function withoutPlaces(analysis: Analysis): unknown {
  return JSON.parse(JSON.stringify(analysis, (key, value: unknown) => (key === "where" ? undefined : value)));
}

test.each(names)("[DOC-5] the order of files, maps and keys changes nothing but positions: %s", async (name) => {
  const example = await readExample(name);
  const kept = example.files.filter(({ path }) => !path.endsWith(".lock"));
  const other = [...kept].reverse().map(shuffled);
  const before = analyzeFiles({ ...example, files: kept });
  const after = analyzeFiles({ ...example, files: other });
  expect(after.diagnostics.map(({ code }) => code)).toEqual(before.diagnostics.map(({ code }) => code));
  expect(withoutPlaces(after.analysis)).toEqual(withoutPlaces(before.analysis));
});

/** Each level of the shop's scale and the level of the same class on the other one, which has one step more and says otherwise. */
const renamed: Readonly<Record<string, string>> = { public: "open", internal: "house", confidential: "need-to-know", secret: "board" };

test("[SCL-3] a scale of five levels with other names and the same classes gives the same threats, states and severities", async () => {
  const example = await readExample("webshop");
  const files = example.files.filter(({ path }) => !path.endsWith(".lock")).map((file) => ({ path: file.path, text: file.text
    .replace("confidentiality: public-internal-confidential-secret", "confidentiality: {levels: [open, house, need-to-know, board, sealed], class: {open: none, house: low, need-to-know: moderate, board: high, sealed: high}}")
    .replace(/confidentiality: (public|internal|confidential|secret)\b/g, (_, level: string) => `confidentiality: ${renamed[level] ?? level}`) }));
  const before = analyzeFiles(example).analysis;
  const after = analyzeFiles({ ...example, files });
  const shape = ({ threats }: Analysis) => threats.map(({ id, status, severity, likelihood, impact }) => ({ id, status, severity, likelihood, impact }));
  expect(after.diagnostics).toEqual([]);
  expect(after.analysis.scales.find(({ id }) => id === "confidentiality")?.levels.map(({ id }) => id)).toEqual(["open", "house", "need-to-know", "board", "sealed"]);
  expect(shape(after.analysis)).toEqual(shape(before));
  expect(after.analysis.mitigated.map(({ id }) => id)).toEqual(before.mitigated.map(({ id }) => id));
  expect(after.analysis.questions.map(({ id }) => id)).toEqual(before.questions.map(({ id }) => id));
});

test("[RUL-10] the insides of an external are never judged: with everything in other hands no element has a threat", async () => {
  const example = await readExample("well-built");
  const everythingWrong = await Promise.all(places.map(({ shown }) => readExample(shown)));
  for (const { files, ...rest } of [example, ...everythingWrong]) {
    const theirs = files.map((file) => ({ path: file.path, text: file.text.replace(/\bkind: (process|store)\b/g, "kind: external") }));
    const { analysis } = analyzeFiles({ ...rest, files: theirs });
    expect(analysis.threats.filter(({ target }) => target.kind === "element").map(({ id }) => id)).toEqual([]);
    expect(analysis.questions.filter(({ target, key }) => target.kind === "element" && !["actor", "in", "type"].includes(key)).map(({ id }) => id)).toEqual([]);
  }
});

test("[SEV-4] severity is absolute: one model judged alone or with another beside it", async () => {
  const alone = await readExample("everything-wrong/record-room.yaml");
  const beside = await readExample("everything-wrong/school-cloud.yaml");
  const other = beside.files.map(({ text }) => text.replace(/^merlon:.*|^id:.*|^title:.*|^stage:.*/gm, "").replace(/^scales:\n(?: .*\n)+/m, "").replaceAll("internet", "schools-internet"));
  const both = { ...alone, root: "", files: [{ path: "model.yaml", text: alone.files[0]?.text ?? "" }, { path: "model/other.yaml", text: other.join("") }] };
  const severities = (analysis: Analysis) => analysis.threats.map(({ id, severity }) => `${severity} ${id}`);
  const expected = severities(analyzeFiles(alone).analysis);
  const found = severities(analyzeFiles(both).analysis);
  expect(found.length).toBeGreaterThan(expected.length);
  expect(expected.filter((line) => !found.includes(line))).toEqual([]);
});
