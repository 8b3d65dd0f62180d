// The facts of ATT&CK that come with Merlon, beside the library. Read only when something asks about ATT&CK, each file once.
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withCatalogue, type AttackKnowledge } from "@merlon/engine";
import type { AttackCatalogue, AttackHistory, Catalogue, WeaknessCatalogue } from "@merlon/schema";
import { sourceLibrary } from "../library/built-in.ts";
import type { BuiltIn } from "../library/loaded-library.ts";
import type { Session } from "../session.ts";

const known = new Map<string, Promise<AttackKnowledge>>();

/** With catalogues of the person's own on top. */
export async function attackLibrary({ builtInFrom }: Pick<Session, "builtInFrom">, own: readonly AttackCatalogue[] = []): Promise<AttackKnowledge> {
  const folder = cataloguesFolder(builtInFrom);
  const loading = known.get(folder) ?? load(folder);
  known.set(folder, loading);
  return own.reduce(withCatalogue, await loading);
}

async function load(folder: string): Promise<AttackKnowledge> {
  const names = (await readdir(folder)).filter((name) => /^(?:attack|atlas)-.*\.json$/.test(name)).sort();
  // Written by our own generator and checked against their schema by its tests.
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), "utf8"));
  const catalogues = await Promise.all(names.filter((name) => name !== "attack-history.json").map(read));
  return { history: await read("attack-history.json") as AttackHistory, catalogues: catalogues as readonly AttackCatalogue[] };
}

/** CWE, CAPEC and whatever else lies beside ATT&CK: ids and names, for those who check a rule's references. */
export async function readOutsideCatalogues({ builtInFrom }: Pick<Session, "builtInFrom">): Promise<readonly Catalogue[]> {
  const folder = cataloguesFolder(builtInFrom);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json") && !/^(?:attack|atlas)-/.test(name)).sort();
  const read = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as Partial<Catalogue>));
  return read.filter((document): document is Catalogue => document.entries !== undefined);
}

/** What leads from weaknesses to techniques. */
export async function weaknessCatalogue({ builtInFrom }: Pick<Session, "builtInFrom">): Promise<WeaknessCatalogue> {
  return JSON.parse(await readFile(join(cataloguesFolder(builtInFrom), "cwe-to-attack.json"), "utf8")) as WeaknessCatalogue; // written by our own generator and checked by its tests
}

function cataloguesFolder(from: BuiltIn): string {
  if ("file" in from) return join(dirname(from.file), "catalogues");
  return join("folder" in from ? from.folder : sourceFolder(), "catalogues");
}

/** A library that is in memory already came from the repository. */
function sourceFolder(): string {
  return "folder" in sourceLibrary ? sourceLibrary.folder : "";
}
