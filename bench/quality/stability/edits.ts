// Edits of a model's files that must not change what anything else is called: other order, other titles, something unrelated more.
import type { SourceFile } from "@merlon/core";
import { load } from "js-yaml";

export type Files = readonly SourceFile[];

interface Maps {
  readonly [key: string]: unknown;
}

/** The id of what `withUnrelated` adds. */
export const unrelatedId = "far-away-from-everything";

/** Every map the other way round. */
export function reversed(files: Files): Files {
  return files.map((file) => asJson(file, turned(load(file.text))));
}

function turned(value: unknown): unknown {
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, turned(inner)]));
}

/** Every title another. */
export function retitled(files: Files): Files {
  return files.map((file) => asJson(file, withTitles(load(file.text))));
}

function withTitles(document: unknown): unknown {
  if (!isMap(document)) return document;
  const named = (map: unknown): unknown => (isMap(map) ? Object.fromEntries(Object.entries(map).map(([id, one]) => [id, isMap(one) ? { ...one, title: `Another name of ${id}` } : one])) : map);
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, ["elements", "flows", "boundaries", "data"].includes(key) ? named(value) : value]));
}

/** One process with a store of its own and a flow between them, in no boundary and, as said, with no data. */
export function withUnrelated(files: Files): Files {
  const main = files.find(({ text }) => isMap(load(text)) && "merlon" in (load(text) as Maps)) ?? files[0];
  const more = {
    elements: { [unrelatedId]: { kind: "process", type: "worker", holds: [], handles: [] }, [`${unrelatedId}-store`]: { kind: "store", type: "datastore.file", holds: [], handles: [] } },
    flows: { [`${unrelatedId}-flow`]: { from: unrelatedId, to: `${unrelatedId}-store`, carries: [], response: [] } },
  };
  return files.map((file) => {
    if (file !== main) return file;
    const document = load(file.text) as Maps;
    const merged = Object.entries(more).map(([key, added]) => [key, { ...(isMap(document[key]) ? document[key] : {}), ...added }]);
    return asJson(file, { ...document, ...Object.fromEntries(merged) });
  });
}

function asJson(file: SourceFile, value: unknown): SourceFile {
  return { ...file, text: JSON.stringify(value) };
}

function isMap(value: unknown): value is Maps {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
