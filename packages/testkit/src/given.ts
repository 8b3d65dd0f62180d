// Small models for tests: YAML without a header in, a model and the built-in library (perhaps with a test's own rules) out.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readModel, readYaml, type Model, type SourceFile } from "@merlon/core";
import { assembleLibrary, readPacks, type Pack } from "@merlon/engine";
import type { Diagnostic, Library, LibraryRule } from "@merlon/schema";

export interface Given {
  readonly model: Model;
  readonly library: Library;
  readonly diagnostics: readonly Diagnostic[];
}

export interface GivenOptions {
  /** Rules of the test as YAML, a map of rule id to the parts that matter; replaces the built-in rules. */
  readonly rules?: string;
  readonly at?: string;
  readonly header?: string;
}

const folder = fileURLToPath(new URL("../../../library", import.meta.url));
let packs: readonly Pack[] | undefined;
let library: Library | undefined;

/** The packs in the repository's library folder, with their tests, also the optional ones; read once per process. */
export function builtInPacks(): readonly Pack[] {
  return (packs ??= readPacks(filesBelow("")));
}

/** The library that a model of the repository gets: without the rules of optional packs, with their vocabulary. */
export function builtInLibrary(): Library {
  return (library ??= withoutOptional(assembleLibrary(builtInPacks()).library));
}

function withoutOptional(all: Library): Library {
  const packs = all.packs.filter((pack) => pack.default !== "off");
  const ids = new Set(packs.map(({ id }) => id));
  return { ...all, packs, rules: all.rules.filter((rule) => ids.has(rule.pack)) };
}

function filesBelow(path: string): readonly SourceFile[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(inner);
    return inner.endsWith(".yaml") ? [{ path: inner, text: readFileSync(join(folder, inner), "utf8") }] : [];
  });
}

export function given(yaml: string, options: GivenOptions = {}): Given {
  const library = options.rules === undefined ? builtInLibrary() : { ...builtInLibrary(), rules: rulesOf(options.rules) };
  const text = `${options.header ?? "merlon: 1\nid: test\ndepth: full"}\n${yaml}`;
  const { model, diagnostics } = readModel([{ path: "model.yaml", text }], library, { at: options.at ?? "2026-01-01" });
  return { model, library, diagnostics };
}

/** Fills in what a rule needs besides its conditions, so that a test shows only what it is about. */
function rulesOf(yaml: string): readonly LibraryRule[] {
  const read = readYaml({ path: "rules.yaml", text: yaml });
  if (read.diagnostics.length > 0) throw new Error(read.diagnostics.map((d) => d.message).join(" "));
  return Object.entries(read.value as Record<string, Partial<LibraryRule>>).map(([id, rule]) => ({
    id, revision: 1, status: "stable", title: id, scope: "flow", stride: ["I"], why: "", fix: [], "false-positives": [], pack: "test", category: "test",
    when: { all: [] },
    threat: { source: "someone", prerequisite: "access", action: "act", consequence: "harm", goal: "goal", harmed: "all", ease: 0 },
    ...rule,
  }));
}
