// What the repository's catalogues know about ATT&CK, for tests; read once per process.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AttackKnowledge } from "@merlon/engine";
import type { AttackCatalogue, AttackHistory } from "@merlon/schema";

const folder = fileURLToPath(new URL("../../../library/catalogues", import.meta.url));
let knowledge: AttackKnowledge | undefined;

export function attackKnowledge(): AttackKnowledge {
  const names = readdirSync(folder).filter((name) => /^(?:attack|atlas)-\D*\d.*\.json$/.test(name)).sort();
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
  return (knowledge ??= { history: read("attack-history.json") as AttackHistory, catalogues: names.map(read) as readonly AttackCatalogue[] });
}
