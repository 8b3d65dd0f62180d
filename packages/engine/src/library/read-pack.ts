// Reads the files of one pack (rules, catalogues) into typed knowledge; everything wrong is a diagnostic with its place.
import { nearest, readYaml, whereIs, type ParsedFile, type SourceFile } from "@merlon/core";
import {
  CharacteristicSchema, ControlTypeSchema, DataKindSchema, ElementTypeSchema, PackFileSchema, ProtocolSchema, RuleSchema, RuleTestsSchema, ScalePresetSchema, TechnologySchema,
  type Characteristic, type ControlType, type DataKind, type Diagnostic, type ElementType, type LibraryRule, type PackFile, type Protocol, type RuleFile, type RuleTest, type ScalePreset, type Technology,
} from "@merlon/schema";
import { engineDiagnostic } from "../codes.ts";
import { shapeProblems, type Schema, type ShapeProblem } from "./shape-problems.ts";
import { isSemanticVersion } from "./version.ts";

/** One rule with where it was read, for diagnostics about its conditions. */
export interface SourcedRule { readonly rule: LibraryRule; readonly parsed: ParsedFile }
export interface SourcedTests { readonly rule: string; readonly tests: readonly RuleTest[]; readonly parsed: ParsedFile }

export interface Pack extends PackFile {
  /** Its folder as people see it, ending with a slash; empty where it is the folder that was read. */
  readonly root: string;
  readonly characteristics: readonly Characteristic[];
  readonly types: readonly ElementType[];
  readonly technologies: readonly Technology[];
  readonly protocols: readonly Protocol[];
  readonly dataKinds: readonly DataKind[];
  readonly controls: readonly ControlType[];
  readonly scales: readonly ScalePreset[];
  readonly rules: readonly SourcedRule[];
  readonly tests: readonly SourcedTests[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Folders with a meaning of their own; everything else in a pack is rules and their tests. */
const CATALOGUES = new Set(["characteristics", "types", "technologies", "protocols", "taxonomies", "controls", "scales", "catalogues"]);

/** `files`: those of the pack alone, each path starting with `root`. undefined: no pack.yaml. */
export function readPack(files: readonly SourceFile[], root = ""): Pack | undefined {
  const diagnostics: Diagnostic[] = [];
  const parsed = [...files].filter((f) => f.path.endsWith(".yaml")).sort((a, b) => (a.path < b.path ? -1 : 1)).map((f) => readYaml(f));
  diagnostics.push(...parsed.flatMap((p) => p.diagnostics));
  const inner = ({ file }: ParsedFile) => file.path.slice(root.length);
  const header = parsed.find((p) => inner(p) === "pack.yaml");
  if (!header) return undefined;
  const info = headerOf(header, diagnostics);
  const entries = <T>(folder: string, schema: Schema) => parsed.filter((p) => inner(p).startsWith(`${folder}/`)).flatMap((p) => mapEntries<T>(p, schema, diagnostics));
  diagnostics.push(...unprefixed(parsed.filter((p) => inner(p).startsWith("characteristics/")), info.id));
  const ruleFiles = parsed.filter((p) => p !== header && !CATALOGUES.has(inner(p).split("/")[0]!));
  const rules = ruleFiles.filter((p) => !p.file.path.endsWith(".test.yaml")).flatMap((p) => ruleOf(p, { pack: info.id, path: inner(p) }, diagnostics));
  const tests = ruleFiles.filter((p) => p.file.path.endsWith(".test.yaml")).flatMap((p) => testsOf(p, diagnostics));
  diagnostics.push(...strayTests(tests, ruleFiles));
  return {
    ...info, root,
    characteristics: entries<Characteristic>("characteristics", CharacteristicSchema), types: entries<ElementType>("types", ElementTypeSchema),
    technologies: entries<Technology>("technologies", TechnologySchema), protocols: entries<Protocol>("protocols", ProtocolSchema),
    dataKinds: entries<DataKind>("taxonomies", DataKindSchema), controls: entries<ControlType>("controls", ControlTypeSchema),
    scales: entries<ScalePreset>("scales", ScalePresetSchema),
    rules, tests, diagnostics,
  };
}

function headerOf(parsed: ParsedFile, diagnostics: Diagnostic[]): PackFile {
  const version = isRecord(parsed.value) ? parsed.value["version"] : undefined;
  // `version: 1.0` is a number to YAML.
  if (version !== undefined && !(typeof version === "string" && isSemanticVersion(version))) {
    diagnostics.push(engineDiagnostic("E3006", `The version ${JSON.stringify(version)} is no semantic version.`, whereIs(parsed, ["version"])));
  }
  const problems = shapeProblems(PackFileSchema, parsed.value).filter(({ path }) => path[0] !== "version" || version === undefined);
  diagnostics.push(...problems.map((p) => engineDiagnostic("E3002", sentence(p), whereIs(parsed, p.path), hintOf(p))));
  return problems.length > 0 ? { id: UNNAMED, version: UNNAMED, title: UNNAMED } : { ...(parsed.value as PackFile), version: String(version) }; // it passed its schema
}

/** A test of a rule that is not there would never run. Whether the rule can be read is another question. */
function strayTests(tests: readonly SourcedTests[], files: readonly ParsedFile[]): readonly Diagnostic[] {
  const known = new Set(files.map(({ file }) => file.path.split("/").pop()!.replace(/\.yaml$/, "")));
  return tests.filter(({ rule }) => !known.has(rule)).map(({ rule, parsed }) => {
    const close = nearest(rule, known);
    return engineDiagnostic("E3002", `There is no rule ${rule} that these tests could be of.`, whereIs(parsed, []), close === undefined ? {} : { nearest: close });
  });
}

/** Only core may use names without a dot: a model reads the same whichever packs are loaded. */
function unprefixed(parsed: readonly ParsedFile[], pack: string): readonly Diagnostic[] {
  if (pack === BUILT_IN || pack === UNNAMED) return [];
  return parsed.flatMap((p) => Object.keys(isRecord(p.value) ? p.value : {})
    .filter((id) => !id.startsWith(`${pack}.`))
    .map((id) => engineDiagnostic("E3002", `The characteristic ${id} of the pack ${pack} must be called ${pack}.${id}.`, whereIs(p, [id]), { characteristic: id })));
}

/** The pack that holds the vocabulary of all. */
const BUILT_IN = "core";
/** Stands in for what a broken header does not say. */
const UNNAMED = "unnamed";

function mapEntries<T>(parsed: ParsedFile, schema: Schema, diagnostics: Diagnostic[]): readonly T[] {
  if (!isRecord(parsed.value)) return [];
  return Object.entries(parsed.value).flatMap(([id, entry]) => {
    const problems = shapeProblems(schema, entry);
    diagnostics.push(...problems.map((p) => engineDiagnostic("E3002", `${id}: ${sentence(p)}`, whereIs(parsed, [id, ...p.path]))));
    return problems.length === 0 ? [{ id, ...(entry as object) } as T] : [];
  });
}

function ruleOf(parsed: ParsedFile, { pack, path }: { readonly pack: string; readonly path: string }, diagnostics: Diagnostic[]): readonly SourcedRule[] {
  const problems = shapeProblems(RuleSchema, parsed.value);
  diagnostics.push(...problems.map((p) => engineDiagnostic("E3002", sentence(p), whereIs(parsed, p.path), hintOf(p))));
  if (problems.length > 0) return [];
  const folder = path.split("/").slice(0, -1).join("/");
  const named = path.slice(path.lastIndexOf("/") + 1).replace(/\.yaml$/, "");
  const rule = { ...(parsed.value as LibraryRule), id: (parsed.value as RuleFile).id ?? named, pack, category: folder || pack };
  const expected = `${folder && `${folder}/`}${rule.id}.yaml`;
  if (path !== expected) diagnostics.push(engineDiagnostic("E3002", `The rule ${rule.id} belongs in ${expected}.`, whereIs(parsed, ["id"])));
  return [{ rule, parsed }];
}

function testsOf(parsed: ParsedFile, diagnostics: Diagnostic[]): readonly SourcedTests[] {
  const problems = shapeProblems(RuleTestsSchema, parsed.value);
  diagnostics.push(...problems.map((p) => engineDiagnostic("E3002", sentence(p), whereIs(parsed, p.path), hintOf(p))));
  if (problems.length > 0) return [];
  const rule = parsed.file.path.split("/").pop()!.replace(/\.test\.yaml$/, "");
  return [{ rule, tests: parsed.value as readonly RuleTest[], parsed }];
}

function sentence({ message }: ShapeProblem): string {
  return message.endsWith("?") ? message : `${message}.`;
}

function hintOf(problem: { readonly wrong?: string; readonly known?: readonly string[] }): Readonly<Record<string, unknown>> {
  const close = problem.wrong !== undefined && problem.known ? nearest(problem.wrong, problem.known) : undefined;
  return close === undefined ? {} : { nearest: close };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
