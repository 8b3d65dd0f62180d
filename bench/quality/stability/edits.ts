// Edits of a model's files that must not change what anything else is called: other order, other titles, something unrelated more.
import { printYaml, type SourceFile } from "@merlon/core";
import type { Library } from "@merlon/schema";
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
  return withMore(files, {
    elements: { [unrelatedId]: { kind: "process", type: "worker", holds: [], handles: [] }, [`${unrelatedId}-store`]: { kind: "store", type: "datastore.file", holds: [], handles: [] } },
    flows: { [`${unrelatedId}-flow`]: { from: unrelatedId, to: `${unrelatedId}-store`, carries: [], response: [] } },
  });
}

/** About every threat, beside what is decided already. */
export function withDecisions(files: Files, decisions: Maps): Files {
  return withMore(files, { decisions });
}

/** Objects added to the maps of the main file. */
function withMore(files: Files, more: Readonly<Record<string, Maps>>): Files {
  const main = files.find((file) => isMain(file)) ?? files[0];
  return files.map((file) => {
    if (file !== main) return file;
    const document = load(file.text) as Maps;
    const merged = Object.entries(more).map(([key, added]) => [key, { ...(isMap(document[key]) ? document[key] : {}), ...added }]);
    return asJson(file, { ...document, ...Object.fromEntries(merged) });
  });
}

function isMain({ text }: SourceFile): boolean {
  const document = load(text);
  return isMap(document) && "merlon" in document;
}

/** Block style, with comments. */
export function laidOut(files: Files): Files {
  return files.map((file) => ({ ...file, text: `# another layout\n${printYaml(load(file.text)).replace(/^ {2}([\w-]+):/gm, "\n  # about $1\n  $1:")}` }));
}

/** Every element and every flow in a file of its own. */
export function inManyFiles(files: Files, root: string): Files {
  return files.flatMap((file, at) => {
    const document = load(file.text);
    if (!isMap(document) || file.path.startsWith(`${root}imported/`)) return [file];
    const { elements, flows, ...rest } = document;
    const parts = Object.entries({ elements, flows }).flatMap(([map, objects]) => Object.entries(isMap(objects) ? objects : {}).map(([id, object]) => ({ path: `${root}model/${at}-${map}-${id}.yaml`, text: JSON.stringify({ [map]: { [id]: object } }) })));
    return [...(Object.keys(rest).length === 0 ? [] : [{ path: isMain(file) ? `${root}model.yaml` : file.path, text: JSON.stringify(rest) }]), ...parts];
  });
}

/** The first element of the main file of another kind. */
export function ofOtherKind(files: Files): Files {
  const kinds = ["process", "store", "external"];
  return files.map((file) => {
    const document = load(file.text);
    if (!isMap(document) || !isMain(file) || !isMap(document["elements"])) return file;
    const [first = "", ...others] = Object.keys(document["elements"]);
    const element = document["elements"][first];
    const kind = isMap(element) ? kinds[(kinds.indexOf(String(element["kind"])) + 1) % kinds.length] : undefined;
    return kind === undefined ? file : asJson(file, { ...document, elements: { [first]: { ...element as Maps, kind }, ...Object.fromEntries(others.map((id) => [id, (document["elements"] as Maps)[id]])) } });
  });
}

/** The same rules in other words. */
export function reworded(library: Library): Library {
  return { ...library, rules: library.rules.map((rule) => ({ ...rule, revision: rule.revision + 1, title: `Other words for ${rule.id}`, why: "Other reasons." })) };
}

const AGAIN = "-again";

/** Every rule replaced by one that takes over from it. */
export function superseded(library: Library): Library {
  return { ...library, rules: library.rules.map((rule) => ({ ...rule, id: `${rule.id}${AGAIN}`, supersedes: [rule.id, ...rule.supersedes ?? []] })) };
}

/** A name that such a rule gave, as the rule before would have given it. */
export function beforeSuperseded(name: string): string {
  return name.replace(`${AGAIN}@`, "@");
}

function asJson(file: SourceFile, value: unknown): SourceFile {
  return { ...file, text: JSON.stringify(value) };
}

function isMap(value: unknown): value is Maps {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
