// What people wrote survives: a human threat and decisions on the web shop, through regeneration, renames, a reformat and a new revision of a rule.
import { formatYaml, renameId, type SourceFile } from "@merlon/core";
import type { Analysis, Library, LibraryRule } from "@merlon/schema";
import { expect, test } from "vitest";
import { analyzeFiles, readExample, type ExampleFiles } from "./example-models.ts";

interface Kept { readonly threat: string; readonly status: string; readonly decision: string | undefined; readonly text: string | undefined }

/** How the human threat and the accepted one stand. */
function kept(analysis: Analysis, queue: string): readonly Kept[] {
  const ids = ["courier-learns-address", `sensitive-store-not-encrypted@${queue}`];
  return analysis.threats.filter(({ id }) => ids.includes(id)).map(({ id, status, decision, statement, origin }) => ({
    threat: id, status, decision: decision?.state, text: origin === "person" ? statement : decision?.decision.reason,
  }));
}

const example = await readExample("webshop");
const first = analyzeFiles(example);
const queue = kept(first.analysis, "order-queue");

function texts(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.filter(({ path }) => pattern.test(path)).map(({ text }) => text);
}

test("it stands at the start: one threat of a person, one accepted", () => {
  expect(queue.map(({ threat, status, decision }) => ({ threat, status, decision }))).toEqual([
    { threat: "courier-learns-address", status: "open", decision: undefined },
    { threat: "sensitive-store-not-encrypted@order-queue", status: "accepted", decision: "valid" },
  ]);
});

test("[DEC-7] ten regenerations give the same bytes and write nothing", () => {
  const before = JSON.stringify(example.files);
  for (let run = 0; run < 10; run++) expect(JSON.stringify(analyzeFiles(example).analysis) === JSON.stringify(first.analysis)).toBe(true);
  expect(JSON.stringify(example.files) === before).toBe(true);
});

function rename(from: ExampleFiles, old: string, id: string): ExampleFiles {
  const { files, diagnostics } = renameId(from.files, old, id, { root: from.root });
  expect(diagnostics).toEqual([]);
  return { ...from, files };
}

const stepwise = rename(rename(example, "order-queue", "event-queue"), "book-shipment", "order-shipment");

test("a declared rename takes both along, also for whoever kept the old decision file", () => {
  const after = analyzeFiles(stepwise);
  const expected = queue.map((one) => ({ ...one, threat: one.threat.replace("order-queue", "event-queue") }));
  expect(after.diagnostics).toEqual([]);
  expect(kept(after.analysis, "event-queue")).toEqual(expected);
  expect(after.analysis.threats.find(({ id }) => id === "courier-learns-address")?.target.id).toBe("order-shipment");
  const oldDecisions = stepwise.files.map((file) => (file.path.endsWith("decisions.yaml") ? example.files.find(({ path }) => path === file.path) ?? file : file));
  const late = analyzeFiles({ ...stepwise, files: oldDecisions });
  expect(kept(late.analysis, "event-queue")).toEqual(expected);
});

test("a reformat keeps both, and every word of what was decided", () => {
  const untidy = stepwise.files.map((file) => (file.path.endsWith(".yaml") ? { ...file, text: file.text.replace(/\n( +)/g, "\n$1$1") } : file));
  const tidy = untidy.map((file) => (file.path.endsWith(".yaml") ? formatYaml(file).file : file));
  expect(texts(untidy, /model\/.*yaml$/)).not.toEqual(texts(stepwise.files, /model\/.*yaml$/));
  expect(analyzeFiles({ ...stepwise, files: tidy }).analysis.decisions.map(({ key, decision }) => [key, decision.reason?.trim()]))
    .toEqual(analyzeFiles(stepwise).analysis.decisions.map(({ key, decision }) => [key, decision.reason?.trim()]));
  expect(kept(analyzeFiles({ ...stepwise, files: tidy }).analysis, "event-queue").map(({ status, decision }) => [status, decision])).toEqual([["open", undefined], ["accepted", "valid"]]);
});

test("a new revision of the rule keeps the decision; what it asks in addition does not make it stale", () => {
  const library: Library = { ...example.library, rules: example.library.rules.map(revised) };
  const after = analyzeFiles({ ...stepwise, library });
  expect(after.analysis.threats.find(({ id }) => id === "sensitive-store-not-encrypted@event-queue")?.rule?.revision).toBe(99);
  expect(kept(after.analysis, "event-queue").map(({ status, decision }) => [status, decision])).toEqual([["open", undefined], ["accepted", "valid"]]);
});

/** The same rule with one more condition, which holds. */
function revised(rule: LibraryRule): LibraryRule {
  if (rule.id !== "sensitive-store-not-encrypted") return rule;
  return { ...rule, revision: 99, when: { all: [rule.when, { fact: "element.confidentiality", "at-least": "low", because: "There is something to read." }] } };
}
