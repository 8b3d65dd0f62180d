// Laws of identity on random models in which everything is decided: what means nothing to a threat keeps its id, its severity and its decision.
import { printYaml, readModel, type SourceFile } from "@merlon/core";
import type { Analysis, Library } from "@merlon/schema";
import { builtInLibrary, randomDocument, seeded } from "@merlon/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { prepare } from "../analysis/prepare.ts";
import { witnessOf } from "./fact-values.ts";

type Objects = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Document = Readonly<Record<string, unknown>> & { readonly elements: Objects; readonly flows: Objects; readonly decisions: Objects };

const library = builtInLibrary();
const at = "2026-01-01";
const RUNS = { numRuns: Number(process.env["MERLON_RUNS"] ?? 6) };
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const maps = ["data", "boundaries", "elements", "flows"] as const;

/** About every threat, on the facts that it rests on. */
function decided(seed: number): Document {
  const document = randomDocument(seed, library, 12);
  const { evaluation, base } = prepare(readModel(asJson(document), library, { at }).model, library);
  const decisions = evaluation.instances.filter(({ outcome }) => outcome === "threat").map((instance) => {
    const facts = witnessOf(instance, base);
    return [instance.id, { state: "accept", owner: "ana", reason: "known", until: "2027-01-01", ...(Object.keys(facts).length > 0 ? { facts } : {}) }] as const;
  });
  return { ...document, decisions: Object.fromEntries(decisions) } as unknown as Document;
}

function asJson(document: object): readonly SourceFile[] {
  return [{ path: "model.json", text: JSON.stringify(document) }];
}

function analysisOf(files: readonly SourceFile[], rules: Library = library): Analysis {
  return analyze(readModel(files, rules, { at }).model, rules, { at }).analysis;
}

/** Every threat with its severity and where it stands, every decision with its state. */
function standing({ threats, decisions }: Analysis): readonly string[] {
  return [...threats.map(({ id, severity, status }) => `${id} ${severity} ${status}`), ...decisions.map(({ key, state }) => `${key} is ${state}`)].sort();
}

interface Other {
  readonly library?: Library;
  /** A line as it was before the edit. */
  readonly told?: (line: string) => string;
  /** Lines with it are new. */
  readonly ignored?: string;
}

function law(name: string, edit: (document: Document, random: () => number) => readonly SourceFile[], other: Other = {}): void {
  test(`[IDT-10] ${name}`, () => {
    fc.assert(fc.property(seeds, (seed) => {
      const document = decided(seed);
      const { told = (line) => line, ignored } = other;
      const after = standing(analysisOf(edit(document, seeded(seed + 1)), other.library)).filter((line) => ignored === undefined || !line.includes(ignored));
      expect(after.map(told).sort()).toEqual(standing(analysisOf(asJson(document))));
    }), RUNS);
  });
}

test("there is something to keep, and all of it is decided", () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => analysisOf(asJson(decided(seed))));
  const threats = all.flatMap((analysis) => analysis.threats);
  expect([threats.length > 20, threats.every(({ status }) => status === "accepted"), all.reduce((sum, { decisions }) => sum + decisions.length, 0)]).toEqual([true, true, threats.length]);
});

function withObjects(document: Document, change: (object: Readonly<Record<string, unknown>>, id: string) => object): Document {
  return { ...document, ...Object.fromEntries(maps.map((map) => [map, Object.fromEntries(Object.entries((document[map] ?? {}) as Objects).map(([id, object]) => [id, change(object, id)]))])) };
}

const far = { "far-away": { kind: "process", type: "worker", holds: [], handles: [] } };

law("unrelated edits keep everything", (document) => {
  const edited = withObjects(document, (object, id) => ({ ...object, title: `Another name of ${id}`, description: "New words.", tags: ["new"] }));
  return asJson({ ...edited, elements: { ...edited.elements, ...far } });
}, { ignored: "@far-away" });

law("another order and another layout keep everything", (document, random) => {
  const mixed = (value: unknown): unknown => (typeof value !== "object" || value === null || Array.isArray(value) ? value : Object.fromEntries(Object.entries(value).map(([key, inner]) => [random(), key, mixed(inner)] as const).sort((a, b) => a[0] - b[0]).map(([, key, inner]) => [key, inner])));
  return [{ path: "model.yaml", text: `# a comment\n${printYaml(mixed(document)).replace(/^ {2}([\w-]+):/gm, "\n  # about $1\n  $1:")}` }];
});

law("long values keep everything", (document) => asJson(withObjects(document, (object) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, key.includes("-") && (value === "yes" || value === "no") ? { value } : value])))));

law("other files keep everything", (document) => {
  const { decisions, elements, flows, ...rest } = document;
  const parts = [["elements", elements], ["flows", flows]] as const;
  return [
    { path: "model.yaml", text: printYaml(rest) }, { path: "decisions.yaml", text: printYaml({ decisions }) }, { path: "views.yaml", text: printYaml({ views: { all: { title: "All", positions: { "part-0": [10, 20] } } } }) },
    ...parts.flatMap(([map, objects]) => Object.entries(objects).map(([id, object]) => ({ path: `model/${map}/${id}.yaml`, text: printYaml({ [map]: { [id]: object } }) }))),
  ];
});

const reworded: Library = { ...library, rules: library.rules.map((rule) => ({ ...rule, revision: rule.revision + 1, title: `New words for ${rule.id}`, why: "Other reasons are given.", references: [] })) };
law("other words and another revision of a rule keep everything", asJson, { library: reworded });

const upgraded: Library = { ...library, rules: library.rules.map((rule) => ({ ...rule, id: `${rule.id}-again`, supersedes: [rule.id] })) };
law("rules that take over from others keep everything", asJson, { library: upgraded, told: (line) => line.replace("-again@", "@") });

law("declared renames keep everything, with decisions under the old names", (document) => {
  const { decisions, ...rest } = document;
  const names = new Map([["part-0", "gate"], ["flow-0", "visit"], ["data-0", "order"]]);
  const text = [...names].reduce((told, [old, id]) => told.replaceAll(JSON.stringify(old), JSON.stringify(id)), JSON.stringify(rest));
  const formerly = new Map([...names].map(([old, id]) => [id, { formerly: [old] }]));
  return asJson(withObjects({ ...JSON.parse(text), decisions } as Document, (object, id) => ({ ...object, ...formerly.get(id) })));
}, { told: (line) => line.replace(/(?<=@|\.\.)gate(?=[ +])/, "part-0").replace(/@visit(?=[ +])/, "@flow-0").replace(/(?<=\+|\.\.)order(?=[ +])/, "data-0") });

test("[IDT-11] another kind keeps ids and decisions of what is still there, resolves the others, and loses none", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const document = decided(seed);
    const [first = "", ...others] = Object.keys(document.elements);
    const kinds = ["process", "store", "external"];
    const kind = kinds[(kinds.indexOf(String(document.elements[first]?.["kind"])) + 1) % 3];
    const { threats, decisions } = analysisOf(asJson({ ...document, elements: { [first]: { ...document.elements[first], kind }, ...Object.fromEntries(others.map((id) => [id, document.elements[id]])) } }));
    const ids = new Set(threats.map(({ id }) => id));
    const lost = decisions.filter(({ key, alias, state }) => alias !== undefined || state === "orphaned" || state === "unconfirmed" || (ids.has(key) && state === "resolved"));
    expect([lost, decisions.map(({ key }) => key).sort()]).toEqual([[], Object.keys(document.decisions).sort()]);
  }), RUNS);
});
