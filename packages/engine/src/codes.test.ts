// Every code of the engine has an example that triggers it.
import { readModel, readYaml } from "@merlon/core";
import type { Catalogue, Diagnostic, Library, PackLock } from "@merlon/schema";
import { attackKnowledge, builtInLibrary, given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "./analysis/analyze.ts";
import { attackReferences } from "./attack/attack-references.ts";
import { checkAttack } from "./attack/check-attack.ts";
import { engineCodeExamples, type EngineCodeExample } from "./code-examples.ts";
import { engineCodes, type EngineCodeId } from "./codes.ts";
import { assembleLibrary } from "./library/assemble-library.ts";
import { lintPack } from "./library/lint-pack.ts";
import type { Pack } from "./library/read-pack.ts";
import { readPacks } from "./library/read-packs.ts";

const RULE = `id: my-rule
revision: 1
status: stable
title: T
scope: flow
when: {fact: flow.crosses, is: yes}
threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 0}
stride: [I]
why: W
fix: [{advice: A}]
false-positives: []
`;
const HEADER = "id: acme\nversion: 1.0.0\ntitle: Acme\n";
const MODEL = "elements: {a: {kind: process}, b: {kind: store}}\nflows: {f: {from: a, to: b, encryption-in-transit: no}}\n";
const RULES = "clear: {when: {fact: flow.encryption-in-transit, is: no}, threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 1, impact: 4}}";

/** Diagnostics of a pack that holds one rule file. */
function pack(rule: string, path = "information-disclosure/my-rule.yaml", header = HEADER): readonly Diagnostic[] {
  const files = [{ path: "pack.yaml", text: header }, { path, text: rule }];
  return assembleLibrary(readPacks(files), builtInLibrary()).diagnostics;
}

/** What holds and lints a pack also tells that it has no tests and no lock; the examples are about something else. */
const besides: ReadonlySet<string> = new Set(["E3020", "E3025"]);
const CWE: Catalogue = { id: "cwe", version: "1", notice: "", entries: [{ id: "CWE-319", name: "" }] };

/** All that is said of the files of an example: of the pack in `rules/`, and of the model. */
function saidOf(files: EngineCodeExample): readonly Diagnostic[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const [pack] = readPacks(sources.filter(({ path }) => path.startsWith("rules/") && path.endsWith(".yaml")));
  const assembled = pack ? assembleLibrary([pack], builtInLibrary()) : { library: builtInLibrary(), diagnostics: [] };
  const own = pack && assembled.diagnostics.length === 0 && files["model.yaml"] === undefined ? lint(pack, assembled.library, files["rules/pack.lock"]) : [];
  return [...assembled.diagnostics, ...own, ...(files["model.yaml"] === undefined ? [] : saidOfModel(files["model.yaml"], pack ? { ...assembled.library, rules: pack.rules.map((own) => own.rule) } : assembled.library))];
}

function lint(pack: Pack, library: Library, lock: string | undefined): readonly Diagnostic[] {
  const context = { library, read: () => ({ model: given("").model, errors: [] }), catalogues: [CWE], attack: attackKnowledge() };
  return lintPack(pack, { ...context, lock: lock === undefined ? undefined : readYaml({ path: "rules/pack.lock", text: lock }).value as PackLock }); // as written in the example
}

function saidOfModel(text: string, library: Library): readonly Diagnostic[] {
  const { model, documents } = readModel([{ path: "model.yaml", text }], library, { at: "2026-06-01" });
  const attack = checkAttack(attackReferences(documents), { knowledge: attackKnowledge(), model, versionWhere: { file: "model.yaml", line: 1, column: 1 } });
  return [...analyze(model, library, { at: "2026-06-01" }).diagnostics, ...attack];
}

for (const code of Object.keys(engineCodes) as EngineCodeId[]) {
  test(`${code} ${engineCodes[code].name} is triggered by its example`, () => {
    const said = [...new Set(saidOf(engineCodeExamples[code]).map((found) => found.code))];
    expect(said.filter((found) => found === code || !besides.has(found))).toEqual([code]);
  });
}

test("[RUL-1] a pack's header, a test without its rule and a characteristic without the pack's name are told with their place", () => {
  const files = [
    { path: "pack.yaml", text: `${HEADER}licence: MIT\n` }, { path: "information-disclosure/my-rule.yaml", text: RULE },
    { path: "information-disclosure/my-rul.test.yaml", text: "- {name: n, model: {}, expect: []}\n" },
    { path: "characteristics/own.yaml", text: "acme.good: {title: T, kind: flag, applies-to: [element], safer: yes, question: Q?, help: H., why: W., examples: [yes]}\nbad: {title: T, kind: flag, applies-to: [element], safer: yes, question: Q?, help: H., why: W., examples: [yes]}\n" },
  ];
  const found = (all: typeof files) => readPacks(all)[0]!.diagnostics.map(({ where, message }) => `${where?.file}:${where?.line} ${message}`);
  expect(found(files)).toEqual([
    'pack.yaml:4 unknown field "licence".', "information-disclosure/my-rul.test.yaml:1 There is no rule my-rul that these tests could be of.",
  ]);
  expect(found([{ path: "pack.yaml", text: HEADER }, ...files.slice(1)])).toEqual([
    "characteristics/own.yaml:2 The characteristic bad of the pack acme must be called acme.bad.", "information-disclosure/my-rul.test.yaml:1 There is no rule my-rul that these tests could be of.",
  ]);
});

test("[SEV-6] a pack may bring a matrix of its own, which takes the place of the sums", () => {
  const matrix = "[[high, high, high, high], [high, high, high, high], [high, high, high, high], [info, info, info, info]]";
  const [pack] = readPacks([{ path: "pack.yaml", text: `${HEADER}profile: {id: acme-matrix, matrix: ${matrix}}\n` }]);
  const { library, diagnostics } = assembleLibrary([pack!], { ...given("elements: {}", { rules: RULES }).library });
  const { model } = given(`${MODEL}threats: {odd: {title: Odd, likelihood: 4, consequence: 1}}`, { rules: RULES });
  expect([diagnostics, analyze(model, library, { at: "2026-01-01" }).analysis.threats.map(({ id, severity }) => `${id} ${severity}`)]).toEqual([[], ["clear@f high", "odd info"]]);
});

test("[RUL-1] a fault in a rule file names line and column, and the nearest right thing", () => {
  const [found] = pack(RULE.replace("flow.crosses", "flow.croses"));
  expect(found).toMatchObject({ where: { file: "information-disclosure/my-rule.yaml", line: 6, column: 8 }, message: 'Rule my-rule: no fact "croses" of flow; did you mean "crosses"?' });
});

test.each([
  ["{fact: target.kind, is: externl}", '"target.kind" is never "externl"; did you mean "external"?'],
  ["{fact: source.actor, in: [customer, partnr]}", '"source.actor" is never "partnr"; did you mean "partner"?'],
  ["{some: source.boundaries, as: b, where: {fact: b.type, is: netwrk}}", '"b.type" is never "netwrk"; did you mean "network"?'],
])("[RUL-1] a word that a fact never is: %s", (condition, told) => {
  expect(pack(RULE.replace("{fact: flow.crosses, is: yes}", condition)).map(({ code, message }) => `${code} ${message}`)).toEqual([`E3001 Rule my-rule: ${told}`]);
});
