// In which file, and at which path, something about an object is written. What an importer brought is never edited, because the next import would undo it:
// what people say about such an object goes into a file of theirs, which lies over the imported one.
import { whereIs, type ModelSource, type Path } from "@merlon/core";
import type { Where } from "@merlon/schema";
import type { LoadedModel } from "../model/load-model.ts";
import type { Edit } from "./plan-change.ts";

export type SystemMap = "elements" | "flows" | "boundaries" | "data" | "threats" | "controls";

/** What an entry cannot do without. */
const needed: Readonly<Record<SystemMap, readonly string[]>> = { elements: ["kind"], flows: ["from", "to"], boundaries: ["type"], data: [], threats: ["title"], controls: ["type", "at", "state"] };

export interface Place {
  readonly map: SystemMap;
  readonly id: string;
  /** Inside the object. */
  readonly path: readonly [string, ...string[]];
}

export function objectEdits({ documents }: Pick<LoadedModel, "documents">, { map, id, path }: Place, value: unknown): readonly Edit[] {
  const own = documents.find((source) => isSystem(source) && entryOf(source, map, id) !== undefined);
  if (own) return [{ file: own.parsed.file.path, path: [map, id, ...path], value }];
  const imported = documents.map((source) => entryOf(source, map, id)).find((entry) => entry !== undefined) ?? {};
  const file = homeOf({ documents }, map);
  const [key, ...rest] = path;
  const whole = withNested(imported[key], rest, value);
  return [...needed[map].filter((name) => imported[name] !== undefined).map((name): Edit => ({ file, path: [map, id, name], value: imported[name] })), { file, path: [map, id, key], value: whole }];
}

/** The file where people keep a map: the first that has it, else the model file. */
export function homeOf({ documents }: Pick<LoadedModel, "documents">, map: SystemMap): string {
  const system = documents.filter(isSystem);
  const home = system.find((source) => isFilled(source.raw[map])) ?? system.find((source) => source.role === "model") ?? system[0];
  return home?.parsed.file.path ?? "model.yaml";
}

/** What is written there now; what people wrote comes before what was imported. */
export function writtenAt(loaded: Pick<LoadedModel, "documents">, map: string, id: string, path: Path): unknown {
  return writtenPlace(loaded, map, id, path)?.value;
}

/** The same with its place. */
export function writtenPlace({ documents }: Pick<LoadedModel, "documents">, map: string, id: string, path: Path): { readonly value: unknown; readonly where: Where } | undefined {
  for (const source of documents) {
    let value: unknown = entryOf(source, map, id);
    for (const step of path) value = asMap(value)?.[step];
    if (value !== undefined) return { value, where: whereIs(source.parsed, [map, id, ...path]) };
  }
  return undefined;
}

function withNested(map: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const entries = asMap(map) ?? {};
  return { ...entries, [step]: withNested(entries[step], rest, value) };
}

function isSystem({ role }: ModelSource): boolean {
  return role === "model" || role === "system";
}

function isFilled(map: unknown): boolean {
  return Object.keys(asMap(map) ?? {}).length > 0;
}

function entryOf({ raw }: ModelSource, map: string, id: string): Entries | undefined {
  return asMap(asMap(raw[map])?.[id]);
}

type Entries = Readonly<Record<string | number, unknown>>;

function asMap(value: unknown): Entries | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value as Entries : undefined;
}
