// Three versions of small models: what is united, what is a conflict, and what stays as it is written.
import { expect, test } from "vitest";
import { codes } from "../codes.ts";
import { mergeCodes } from "../codes/merge.ts";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { mergeModels, type ModelMerge } from "./merge-models.ts";

type Files = string | Readonly<Record<string, string>>;

function filesOf(files: Files) {
  return Object.entries(typeof files === "string" ? { "model.yaml": `merlon: 1\nid: shop\n${files}` } : files).map(([path, text]) => ({ path, text }));
}

function merge(base: Files, ours: Files, theirs: Files): ModelMerge {
  return mergeModels({ base: filesOf(base), ours: filesOf(ours), theirs: filesOf(theirs) }, testingLibrary);
}

function text({ files }: ModelMerge): string {
  return files.length === 1 ? files[0]!.text.replace("merlon: 1\nid: shop\n", "") : files.map((file) => `== ${file.path}\n${file.text}`).join("");
}

function told({ conflicts }: ModelMerge): readonly string[] {
  return conflicts.map(({ kind, object, key, suggestion, where }) => [kind, object, key, suggestion === undefined ? undefined : JSON.stringify(suggestion), where?.line].filter((part) => part !== undefined).join(" "));
}

const base = `# The shop.
data:
  order: {title: Order, levels: {confidentiality: internal}}
boundaries:
  net: {type: network, trust: internal}   # ours
  dmz: {type: network, trust: edge}
elements:
  # the front
  web:
    kind: process
    in: net
    technology:
      - nodejs   # since 2020
    input-validation: no
  db: {kind: store, in: net, holds: [order]}
flows:
  query: {from: web, to: db, carries: [order]}
`;

const mail = "  # a provider\n  mail:\n    kind: external   # not ours\n    title: Mail\nflows:";

test("[MRG-1] both sides' edits are in the merge, and every other byte of ours stays", () => {
  const ours = base.replace("input-validation: no", "input-validation: no\n    rate-limiting: yes   # new").replace("  # the front", "  # the very front");
  const theirs = base.replace("in: net\n", "in: dmz\n").replace("holds: [order]}", "holds: [order], encryption-at-rest: yes}").replace("trust: edge", "trust: untrusted")
    .replace("flows:", mail).concat("  send: {from: web, to: mail} # new\n");
  const merged = merge(base, ours, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(text(merged)).toBe(ours.replace("in: net\n", "in: dmz\n").replace("holds: [order]}", "holds: [order], encryption-at-rest: yes}").replace("trust: edge", "trust: untrusted")
    .replace("flows:", mail).concat("  send: {from: web, to: mail} # new\n"));
});

test("[MRG-2] sets are united item by item, with the comments between them", () => {
  const ours = base.replace("# since 2020", "# since 2020\n      - redis      # cache");
  const theirs = base.replace("      - nodejs   # since 2020\n", "      - java\n").replace("carries: [order]", "carries: []");
  const merged = merge(base, ours, theirs);
  expect([merged.conflicts, text(merged)]).toEqual([[], ours.replace("      - nodejs   # since 2020\n", "").replace("# cache\n", "# cache\n      - java\n").replace("carries: [order]", "carries: []")]);
  const both = merge(base, base.replace("input-validation: no", "input-validation: no\n    tags: [a, b]"), base.replace("input-validation: no", "input-validation: no\n    tags: [b, c]"));
  expect([both.conflicts, /tags: .*/.exec(text(both))?.[0]]).toEqual([[], "tags: [a, b, c]"]);
});

test("[MRG-3] the same field in two ways is a conflict: ours stays, and the value that is safer to believe is proposed", () => {
  const ours = base.replace("trust: edge", "trust: restricted").replace("confidentiality: internal", "confidentiality: secret").replace("input-validation: no", "input-validation: yes").replace("in: net\n", "in: [net]\n");
  const theirs = base.replace("trust: edge", "trust: untrusted").replace("confidentiality: internal", "confidentiality: confidential").replace("input-validation: no", "input-validation: unknown").replace("title: Order", "title: Orders");
  const merged = merge(base, ours, theirs);
  expect(told(merged)).toEqual(["field-field order levels.confidentiality \"secret\" 5", "field-field dmz trust \"untrusted\" 8", "field-field web input-validation 16"]);
  expect(text(merged)).toBe(ours.replace("title: Order", "title: Orders"));
});

test("[MRG-4] what one side deleted and the other needs is not deleted, and what needs it is not brought", () => {
  const without = base.replace("  db: {kind: store, in: net, holds: [order]}\n", "").replace("flows:\n  query: {from: web, to: db, carries: [order]}\n", "");
  const more = `${base}  read: {from: db, to: web}\n`;
  const deletedByTheirs = merge(base, more, without);
  expect([told(deletedByTheirs), text(deletedByTheirs)]).toEqual([["delete-referenced db 17"], `${base.replace("  query: {from: web, to: db, carries: [order]}\n", "")}  read: {from: db, to: web}\n`]);
  const deletedByOurs = merge(base, without, more);
  expect([told(deletedByOurs), text(deletedByOurs)]).toEqual([["delete-referenced read"], without]);
  const changed = merge(base, base.replace("holds: [order]", "holds: []"), without);
  expect(told(changed)).toEqual(["delete-modify db 17"]);
});

test("[MRG-5] renames of both sides are carried into each other", () => {
  const ours = base.replaceAll("db", "store").replace("holds: [order]", "holds: [order], formerly: [db]");
  const theirs = base.replaceAll("web", "app").replace("    in: net\n", "    in: net\n    formerly: [web]\n").concat("  back: {from: db, to: app}\n");
  const merged = merge(base, ours, theirs);
  expect([merged.conflicts, text(merged)]).toEqual([[], ours.replaceAll("web", "app").replace("input-validation: no\n", "input-validation: no\n    formerly: [web]\n").concat("  back: {from: store, to: app}\n")]);
  expect([...merged.renamed.ours, ...merged.renamed.theirs]).toEqual([["web", "app"], ["db", "store"]]);
});

test("[MRG-6] decisions: who and when may be said beside a verdict, two verdicts are a conflict", () => {
  const decided = (rest: string) => `decisions:\n  S@web: {state: ${rest}}\n`;
  const merged = merge(decided("open"), decided("accept, reason: Small, by: ana"), decided("open, owner: blue, due: 2027-01-01"));
  expect([merged.conflicts, text(merged)]).toEqual([[], decided("accept, reason: Small, by: ana, owner: blue, due: 2027-01-01")]);
  expect(told(merge(decided("open"), decided("accept"), decided("mitigate")))).toEqual(['decision-decision S@web {"state":"mitigate"} 4']);
});

test("[MRG-7] files of theirs come along, and what they emptied goes", () => {
  const start = { "model.yaml": "merlon: 1\nid: shop\nelements:\n  web: {kind: process}\n", "model/old.yaml": "elements:\n  old: {kind: process}\n" };
  const ours = { ...start, "model.yaml": `${start["model.yaml"]}  api: {kind: process}\n` };
  const theirs = { "model.yaml": start["model.yaml"], "model/mail.yaml": "# All about mail.\nelements:\n  mail: {kind: external}   # a provider\n", "decisions.yaml": "decisions: {S@web: {state: open}}\n" };
  const merged = merge(start, ours, theirs);
  expect([merged.conflicts, merged.files.map((file) => [file.path, file.text])]).toEqual([[], Object.entries({ "model.yaml": ours["model.yaml"], "model/mail.yaml": theirs["model/mail.yaml"], "decisions.yaml": theirs["decisions.yaml"] })]);
});

test("[MRG-8] when ours did nothing the merge says what theirs says, and the other way round", () => {
  const other = base.replace("net: {type: network, trust: internal}   # ours", "net: {type: network, trust: restricted}").replace("in: net, holds", "in: [net, dmz], holds");
  const digest = (text: string) => readModel(filesOf(text), testingLibrary).model.digest;
  expect([digest(text(merge(base, base, other))), text(merge(base, other, base)), text(merge(base, other, other))]).toEqual([digest(other), other, other]);
});

test.each(Object.entries(mergeCodes))("[MRG-9] the example of %s gives it, ours stays readable, and the sentence has no gaps", (code, { example }) => {
  const [one, two, three] = ["base.yaml", "ours.yaml", "theirs.yaml"].map((name) => ({ "model.yaml": example[name] ?? "" }));
  const merged = merge(one!, two!, three!);
  expect(merged.conflicts.map((conflict) => conflict.code)).toContain(code);
  for (const { message, hint } of merged.conflicts) expect(`${message} ${hint}`).not.toMatch(/\{[a-z]+\}|undefined|\[object/);
  expect(codes[code as keyof typeof codes].severity).toBe("error");
  const errors = (files: ModelMerge["files"]) => readModel(files, testingLibrary).diagnostics.filter(({ severity }) => severity === "error").length;
  expect(errors(merged.files)).toBeLessThanOrEqual(errors(filesOf(two!)));
});

test("nothing is merged when a version cannot be read", () => {
  const merged = merge(base, base, `${base}  broken: [`);
  expect([told(merged), text(merged)]).toEqual([["invalid model.yaml 20"], base]);
});
