// Every field that names something else, in one table: the checks follow it, and so does a rename.
import type { EntryMap } from "./merge.ts";
import { isObject } from "./maps.ts";
import type { Path } from "../text/tree.ts";

/** `id`: the text is an id. `threat-id`: a human threat's id, or `rule@target[+d]`. `key-of`: the map's keys start with an id, up to the first dot. `shows`: `data:<id>` or `boundary:<id>`. */
export type ReferenceForm = "id" | "threat-id" | "decision-key" | "key-of" | "shows";

export interface ReferenceField {
  /** Steps below the object; `*` stands for every item of a list. A list at the end means its items. */
  readonly path: readonly string[];
  readonly form: ReferenceForm;
  /** Maps that it may name. */
  readonly takes: readonly EntryMap[];
}

const objects: readonly EntryMap[] = ["elements", "flows", "boundaries"];
const idSpace: readonly EntryMap[] = [...objects, "data", "controls", "risks", "assumptions", "threats"];

function field(path: string, takes: readonly EntryMap[], form: ReferenceForm = "id"): ReferenceField {
  return { path: path.split("."), form, takes };
}

export const referenceFields: Readonly<Record<EntryMap, readonly ReferenceField[]>> = {
  scales: [],
  elements: [field("in", ["boundaries"]), field("holds", ["data"]), field("handles", ["data"]), field("part-of", ["elements"])],
  flows: [field("from", ["elements"]), field("to", ["elements"]), field("carries", ["data"]), field("response", ["data"]), field("via", ["elements"])],
  boundaries: [field("in", ["boundaries"]), field("policy.flows", ["flows"])],
  data: [field("part-of", ["data"]), field("derived-from.*.data", ["data"]), field("credential.opens.*.at", ["elements"])],
  controls: [field("at", objects), field("mitigates", ["threats"], "threat-id"), field("introduces", ["threats"], "threat-id"), field("evidence", ["evidence"])],
  threats: [field("at", objects)],
  risks: [field("at", [...objects, "data"]), field("from", ["threats", "evidence"], "threat-id"), field("leads-to", ["risks"])],
  assumptions: [field("about", idSpace), field("evidence", ["evidence"]), field("facts", objects, "key-of")],
  evidence: [field("about", [...idSpace, "decisions", "evidence"], "threat-id")],
  decisions: [field("because", ["controls", "assumptions"]), field("match.at", objects), field("expanded", ["threats"], "decision-key")],
  views: [field("shows", ["data", "boundaries"], "shows"), field("positions", [...objects, "data"], "key-of"), field("collapsed", ["boundaries"])],
};

export interface FoundReference {
  readonly field: ReferenceField;
  /** Below the object. */
  readonly path: Path;
  /** The text (or key) that holds the id. */
  readonly text: string;
}

export function findReferences(map: EntryMap, value: unknown): readonly FoundReference[] {
  return referenceFields[map].flatMap((reference) => follow(value, reference, []));
}

function follow(value: unknown, reference: ReferenceField, path: Path): readonly FoundReference[] {
  const step = reference.path[path.length];
  if (step === undefined) return atEnd(value, reference, path);
  if (step === "*") return Array.isArray(value) ? value.flatMap((item, index) => follow(item, reference, [...path, index])) : [];
  return isObject(value) && Object.hasOwn(value, step) ? follow(value[step], reference, [...path, step]) : [];
}

function atEnd(value: unknown, field: ReferenceField, path: Path): readonly FoundReference[] {
  if (field.form === "key-of") return isObject(value) ? Object.keys(value).map((key) => ({ field, path: [...path, key], text: key })) : [];
  if (typeof value === "string") return value === "unknown" ? [] : [{ field, path, text: value }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => (typeof item === "string" ? [{ field, path: [...path, index], text: item }] : []));
}

/** The ids inside a reference's text, with where in the text they start. */
export function idsIn(form: ReferenceForm, text: string): readonly { readonly id: string; readonly start: number }[] {
  switch (form) {
    case "id":
      return [{ id: text, start: 0 }];
    case "key-of":
      return [{ id: text.includes(".") ? text.slice(0, text.indexOf(".")) : text, start: 0 }];
    case "shows": {
      const found = /^(?:data|boundary):(.*)$/.exec(text)?.[1];
      return found === undefined ? [] : [{ id: found, start: text.length - found.length }];
    }
    case "threat-id":
    case "decision-key":
      return idsInThreatId(text);
  }
}

/** `rule@target`, `rule@entry..goal`, `rule@target+d`, `S@target+response`; or one id. */
function idsInThreatId(text: string): readonly { readonly id: string; readonly start: number }[] {
  const at = text.indexOf("@");
  if (at < 0) return [{ id: text, start: 0 }];
  const plus = text.indexOf("+", at);
  const target = text.slice(at + 1, plus < 0 ? text.length : plus);
  const ids: { id: string; start: number }[] = [];
  let start = at + 1;
  for (const id of target.split("..")) {
    if (id !== "model") ids.push({ id, start });
    start += id.length + 2;
  }
  const detail = plus < 0 ? "" : text.slice(plus + 1);
  if (detail !== "" && detail !== "response") ids.push({ id: detail, start: plus + 1 });
  return ids;
}
