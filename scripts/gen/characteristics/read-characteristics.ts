// Reads the catalogue of characteristics from library/characteristics, sorted by id. Whether it is valid is the library's own test.
import { readdirSync, readFileSync } from "node:fs";
import { readYaml } from "@merlon/core";
import type { Characteristic } from "@merlon/schema";

const folder = new URL("../../../library/characteristics/", import.meta.url);

export function readCharacteristics(): readonly Characteristic[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort();
  const entries = files.flatMap((name) => Object.entries(readMap(name)));
  const all = entries.map(([id, rest]) => ({ id, ...rest }));
  const twice = all.find((one, index) => all.findIndex((other) => other.id === one.id) !== index);
  if (twice) throw new Error(`library/characteristics declares ${twice.id} twice`);
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readMap(name: string): Readonly<Record<string, Omit<Characteristic, "id">>> {
  const { value, diagnostics } = readYaml({ path: name, text: readFileSync(new URL(name, folder), "utf8") });
  const [problem] = diagnostics;
  if (problem) throw new Error(`library/characteristics/${name}: ${problem.message}`);
  return value as Readonly<Record<string, Omit<Characteristic, "id">>>; // the library's own test checks it against the schema
}
