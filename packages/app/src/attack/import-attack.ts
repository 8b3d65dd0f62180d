// `merlon attack import`: a catalogue from MITRE's bundle, offline, packed or not.
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { printCatalogue, readStixAttack } from "@merlon/formats";
import type { AttackCatalogue, Diagnostic } from "@merlon/schema";
import { AppError, fileStart } from "../app-error.ts";
import { fileError } from "../files/read-text.ts";
import { shownPath } from "../files/shown-path.ts";
import { writeAtomic } from "../files/write-files.ts";
import type { Session } from "../session.ts";

export interface ImportedCatalogue {
  readonly path: string;
  readonly catalogue: AttackCatalogue;
  readonly diagnostics: readonly Diagnostic[];
}

export interface AttackImportOptions {
  /** `attack-enterprise-19.1.json` and the like when left out. */
  readonly out?: string;
  /** For bundles that do not state it. */
  readonly version?: string;
  readonly force?: boolean;
}

/** Of the bundle as it is and unpacked, in bytes; the largest of MITRE's has 60 million. */
const bundleLimit = 250_000_000;

export async function importAttack(bundle: string, options: AttackImportOptions, session: Session): Promise<ImportedCatalogue> {
  const shown = shownPath(bundle, session.cwd);
  session.progress(`Reading ${shown}`);
  const text = await bundleText(resolve(session.cwd, bundle), shown);
  const { catalogue, diagnostics } = session.limit(() => readStixAttack(text, { path: shown, ...(options.version === undefined ? {} : { version: options.version }) }));
  if (!catalogue) throw new AppError("A4010", `${shown} cannot be imported.`, { diagnostics });
  const out = options.out ?? `${catalogue.id}-${catalogue.version}.json`;
  const target = resolve(session.cwd, out);
  const path = shownPath(out, session.cwd);
  if (!options.force && (await exists(target))) throw new AppError("A4008", `${path} is there already.`, { where: fileStart(path) });
  await writeAtomic(target, printCatalogue(catalogue));
  return { path, catalogue, diagnostics };
}

async function bundleText(path: string, shown: string): Promise<string> {
  const bytes = await stat(path).then(({ size }) => {
    if (size > bundleLimit) throw tooLarge(shown);
    return readFile(path);
  }).catch((cause: unknown) => { throw cause instanceof AppError ? cause : fileError(shown, cause); });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(unpacked(bytes, path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(shown);
    throw new AppError("A4011", `${shown} is not JSON text, nor packed with gzip or brotli as its name says.`, { cause, where: fileStart(shown), hint: "Give a .json, .json.gz or .json.br file." });
  }
}

function unpacked(bytes: Uint8Array, path: string): Uint8Array {
  if (path.endsWith(".br")) return brotliDecompressSync(bytes, { maxOutputLength: bundleLimit });
  return path.endsWith(".gz") ? gunzipSync(bytes, { maxOutputLength: bundleLimit }) : bytes;
}

function tooLarge(shown: string): AppError {
  return new AppError("A4004", `${shown} has more than ${bundleLimit} bytes, unpacked.`, { where: fileStart(shown) });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
