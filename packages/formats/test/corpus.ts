// The public models that imports are tried on. They are read in place and never copied; where they are missing, tests say so and skip.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface CorpusFile {
  /** From the corpus folder on. */
  readonly path: string;
  readonly text: string;
}

const folder = fileURLToPath(new URL("../../../../shared/corpus/", import.meta.url));

/** Only without the shared folder are tests skipped. */
export const hasCorpus = existsSync(fileURLToPath(new URL("../../../../shared/", import.meta.url)));

if (!hasCorpus) console.warn("The shared corpus is not there: imports are not tried on public models.");

export const dragonFiles = corpusFiles("threat-dragon", (path, text) => path.endsWith(".json") && isDragon2(text));
export const otmFiles = ["otm", "threat-dragon", "tm7/startleft"].flatMap((part) => corpusFiles(part, (path, text) => /\.(?:otm|json|ya?ml)$/.test(path) && /^\s*["']?otmVersion["']?\s*:\s*["'\d]/m.test(text)));
export const otherFiles = ["otm", "threat-dragon"].flatMap((part) => corpusFiles(part, (path) => /\.(?:json|ya?ml|otm)$/.test(path)))
  .concat(corpusFiles("tm7/startleft", (path) => path.endsWith(".otm")))
  .filter((file) => !dragonFiles.concat(otmFiles).some((own) => own.path === file.path));

export const microsecendFiles = corpusFiles("microsecend", (path) => /\.(?:json|txt)$/.test(path) && !/(?:_rules_model_items|_traceability|verdicts)\.json$/.test(path));

export const microsoftFiles = corpusFiles("tm7", (path) => /\.t[mb]7$/.test(path));

/** Told without the code under test: the version says 2, and the parts are there. */
function isDragon2(text: string): boolean {
  const value: unknown = JSON.parse(text);
  return hasParts(value) || (typeof value === "object" && value !== null && "model" in value && hasParts(value.model));
}

function hasParts(value: unknown): boolean {
  return typeof value === "object" && value !== null && "version" in value && String(value.version).startsWith("2") && "detail" in value;
}

function corpusFiles(part: string, wanted: (path: string, text: string) => boolean): readonly CorpusFile[] {
  if (!hasCorpus) return [];
  const names = readdirSync(`${folder}${part}`, { recursive: true, encoding: "utf8" }).filter((name) => /\.[a-z0-9]+$/.test(name) && !name.endsWith(".md")).sort();
  return names.map((name) => ({ path: `${part}/${name}`, text: readFileSync(`${folder}${part}/${name}`, "utf8") })).filter(({ path, text }) => wanted(path, text));
}
