// Every code of the engine has an example that triggers it.
import { readModel } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { attackKnowledge, builtInLibrary, given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "./analysis/analyze.ts";
import { attackReferences } from "./attack/attack-references.ts";
import { checkAttack } from "./attack/check-attack.ts";
import { engineCodes, type EngineCodeId } from "./codes.ts";
import { assembleLibrary } from "./library/assemble-library.ts";
import { foreignIdProblems } from "./library/foreign-ids.ts";
import { lintPack, type LintContext } from "./library/lint-pack.ts";
import { packLock, packLockProblems } from "./library/pack-lock.ts";
import type { Pack } from "./library/read-pack.ts";
import { readPacks } from "./library/read-packs.ts";
import { unknownSuperseded } from "./library/supersedes.ts";

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
const FULL = "reason: r, owner: o";

/** Diagnostics of a pack that holds one rule file. */
function pack(rule: string, path = "information-disclosure/my-rule.yaml", header = HEADER): readonly Diagnostic[] {
  const files = [{ path: "pack.yaml", text: header }, { path, text: rule }];
  return assembleLibrary(readPacks(files), builtInLibrary()).diagnostics;
}

function packOf(rule: string): Pack {
  return readPacks([{ path: "pack.yaml", text: HEADER }, { path: "my-rule.yaml", text: rule }])[0]!;
}

const LINT: LintContext = {
  library: builtInLibrary(), read: () => ({ model: given("").model, errors: [] }), catalogues: [], attack: attackKnowledge(), lock: undefined,
};

/** What is said of a pack that was locked with the rule `before`, and has the rule `now`. */
function locked(before: string, now: string): readonly Diagnostic[] {
  const after = packOf(now);
  return packLockProblems({ ...after, version: before === now ? "1.0.1" : after.version }, packLock(packOf(before)), { file: "pack.yaml", line: 1, column: 1 });
}

function decided(decision: string, at = "2026-06-01", yaml = MODEL): readonly Diagnostic[] {
  const { model, library } = given(`${yaml}decisions: {${decision}}`, { rules: RULES, at });
  return analyze(model, library, { at }).diagnostics;
}

/** What is said about the ATT&CK references of a model. */
function attackOf(yaml: string, version = "attack-version: \"19.1\""): readonly Diagnostic[] {
  const { model, documents } = readModel([{ path: "model.yaml", text: `merlon: 1\nid: test\n${version}\n${yaml}\n` }], builtInLibrary());
  return checkAttack(attackReferences(documents), { knowledge: attackKnowledge(), model, versionWhere: { file: "model.yaml", line: 1, column: 1 } });
}

const EXAMPLES: Readonly<Record<EngineCodeId, () => readonly Diagnostic[]>> = {
  E3001: () => pack(RULE.replace("flow.crosses", "flow.croses")),
  E3002: () => pack(RULE.replace("revision: 1", "revision: one")),
  E3003: () => pack(RULE.replaceAll("my-rule", "plaintext-flow-across-boundary"), "information-disclosure/plaintext-flow-across-boundary.yaml"),
  E3004: () => {
    const flows = Array.from({ length: 2000 }, (_, i) => `f${i}: {from: a, to: b}`).join(", ");
    const { model, library } = given(`elements: {a: {kind: process}, b: {kind: store}}\nflows: {${flows}}`, { rules: "pairs: {when: {some: source.outflows, as: n, where: {fact: n.crosses, is: yes}}}" });
    return analyze(model, library, { at: "2026-06-01" }).diagnostics;
  },
  E3005: () => pack(RULE, "my-rule.yaml", HEADER.replace("acme", "default")),
  E3006: () => pack(RULE, "my-rule.yaml", HEADER.replace("1.0.0", "1.0")),
  E3007: () => pack(`${RULE}supersedes: [my-rule]\n`, "my-rule.yaml"),
  E3008: () => pack(`${RULE}supersedes: [plaintext-flow-across-boundary]\n`, "my-rule.yaml"),
  E3009: () => unknownSuperseded(packOf(`${RULE}supersedes: [plaintext-flow-across-boundry]\n`), builtInLibrary(), []),
  E3010: () => decided("clear@f: {state: accept}"),
  E3011: () => decided(`clear@f: {state: accept, ${FULL}, until: 2027-01-01, facts: {flow.encryption-in-transit: yes}}`),
  E3012: () => decided(`clear@f: {state: accept, ${FULL}, until: 2026-05-01}`),
  E3013: () => decided(`clear@gone: {state: accept, ${FULL}, until: 2027-01-01}`),
  E3014: () => decided(`bulk: {state: accept, ${FULL}, until: 2027-01-01, match: {rule: clear}, expanded: []}`),
  E3020: () => lintPack(packOf(RULE), LINT).filter(({ message }) => message.includes("fires")),
  E3021: () => foreignIdProblems(packOf(`${RULE}cwe: [CWE-31]\n`), [{ id: "cwe", version: "1", notice: "", entries: [{ id: "CWE-319", name: "" }] }]),
  E3022: () => locked(RULE, RULE.replace("title: T", "title: Other")),
  E3023: () => locked(RULE, RULE.replaceAll("my-rule", "other")).filter(({ code }) => code === "E3023"),
  E3024: () => locked(RULE, RULE.replace("is: yes", "is: no")).filter(({ code }) => code === "E3024"),
  E3025: () => lintPack(packOf(RULE), LINT).filter(({ code }) => code === "E3025"),
  E3100: () => attackOf("threats: {t: {title: T, attack: [{id: T1657.009, role: exploitation, why: W}]}}"),
  E3101: () => attackOf("threats: {t: {title: T, attack: [{id: T1562, role: exploitation, why: W}]}}"),
  E3102: () => attackOf("threats: {t: {title: T, attack: [{id: T1034, role: exploitation, why: W}]}}"),
  E3103: () => attackOf("elements: {web: {kind: process, type: web.application}}\nthreats: {t: {title: T, at: web, attack: [{id: T1638, role: exploitation, why: W}]}}"),
  E3104: () => attackOf("threats: {t: {title: T, attack: [{id: T1557, tactic: defense-evasion, role: exploitation, why: W}]}}"),
  E3105: () => attackOf("threats: {t: {title: T, attack: [{id: T1557, tactic: impact, role: exploitation, why: W}]}}"),
  E3106: () => attackOf("elements: {web: {kind: process, technology: [linux]}}\nthreats: {t: {title: T, at: web, attack: [{id: T1003.004, role: exploitation, why: W}]}}"),
  E3107: () => attackOf("", "attack-version: \"31.7\""),
  E3108: () => attackOf("", "attack-version: \"14.1\""),
  E3109: () => attackOf("adversaries: [G0016]", ""),
  E3015: () => decided(`clear@f: {state: accept, ${FULL}, until: 2027-01-01}`, "2026-06-01", MODEL.replace("transit: no", "transit: yes")),
};

for (const code of Object.keys(engineCodes) as EngineCodeId[]) {
  test(`${code} ${engineCodes[code].name} is triggered by its example`, () => {
    expect(EXAMPLES[code]().map((d) => d.code)).toEqual([code]);
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
