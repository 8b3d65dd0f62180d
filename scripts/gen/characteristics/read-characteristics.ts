// Reads the catalogue of characteristics from library/characteristics, sorted by id. Whether it is valid is the library's own test.
import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { Characteristic } from "@merlon/schema";

const folder = new URL("../../../library/characteristics/", import.meta.url);

export function readCharacteristics(): readonly Characteristic[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort();
  const entries = files.flatMap((name) => Object.entries(load(readFileSync(new URL(name, folder), "utf8")) as Record<string, Omit<Characteristic, "id">>));
  const all = entries.map(([id, rest]) => ({ id, ...rest }));
  const twice = all.find((one, index) => all.findIndex((other) => other.id === one.id) !== index);
  if (twice) throw new Error(`library/characteristics declares ${twice.id} twice`);
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
