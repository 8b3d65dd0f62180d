// Reads the examples as a person's command would, once for all tests, and as plain files for tests that change them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readModel, type Model, type SourceFile } from "@merlon/core";
import { analyze } from "@merlon/engine";
import type { Analysis, Diagnostic, Library } from "@merlon/schema";
import { findModel } from "../../src/model/find-models.ts";
import { loadModel } from "../../src/model/load-model.ts";
import { openSession } from "../../src/session.ts";

const root = join(import.meta.dirname, "..", "..", "..", "..");
const { version } = JSON.parse(readFileSync(join(root, "packages", "cli", "package.json"), "utf8")) as { readonly version: string };

/** The day at which the examples are judged. */
const day = "2026-11-24";
export const session = await openSession({ cwd: join(root, "examples"), at: day, version });

export interface ExampleFiles {
  readonly files: readonly SourceFile[];
  readonly root: string;
  readonly library: Library;
}

export async function readExample(name: string): Promise<ExampleFiles> {
  const { files, root: at, library } = await loadModel(await findModel(name, session.cwd), session);
  return { files, root: at, library };
}

export interface Result {
  readonly model: Model;
  readonly analysis: Analysis;
  readonly diagnostics: readonly Diagnostic[];
}

export function analyzeFiles({ files, root: at, library }: ExampleFiles): Result {
  const { model, diagnostics } = readModel(files, library, { root: at, at: day });
  const result = analyze(model, library, { at: day });
  return { model, analysis: result.analysis, diagnostics: [...diagnostics, ...result.diagnostics] };
}
