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
  /** It may name what is not there any more. */
  readonly mayBeGone?: true;
}

const objects: readonly EntryMap[] = ["elements", "flows", "boundaries"];
const idSpace: readonly EntryMap[] = [...objects, "data", "controls", "risks", "assumptions", "threats"];

function field(path: string, takes: readonly EntryMap[], form: ReferenceForm = "id"): ReferenceField {
  return { path: path.split("."), form, takes };
}

export const referenceFields: Readonly<Record<EntryMap, readonly ReferenceField[]>> = {
  scales: [],
  elements: [field("in", ["boundaries"]), field("holds", ["data"]), field("handles", ["data"]), field("part-of", ["elements"]), { ...field("split-from", ["elements"]), mayBeGone: true }, field("merged-into", ["elements"])],
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
  const found: FoundReference[] = [];
  if (!isObject(value)) return found;
  for (const reference of referenceFields[map]) follow(value, reference, [], found);
  return found;
}

/** Adds to `found`: with tens of thousands of objects, lists of lists would cost more than the search. */
function follow(value: unknown, reference: ReferenceField, path: Path, found: FoundReference[]): void {
  const step = reference.path[path.length];
  if (step === undefined) collect(value, reference, path, found);
  else if (step === "*") {
    if (Array.isArray(value)) value.forEach((item, index) => follow(item, reference, [...path, index], found));
  } else if (isObject(value) && value[step] !== undefined && Object.hasOwn(value, step)) follow(value[step], reference, [...path, step], found);
}

function collect(value: unknown, field: ReferenceField, path: Path, found: FoundReference[]): void {
  if (field.form === "key-of") {
    if (isObject(value)) for (const key of Object.keys(value)) found.push({ field, path: [...path, key], text: key });
  } else if (typeof value === "string") {
    if (value !== "unknown") found.push({ field, path, text: value });
  } else if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      if (typeof item === "string") found.push({ field, path: [...path, index], text: item });
    });
  }
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

/** `rule@target`, `rule@entry..goal`, `rule@target+d`, `S@target+response`; or one id. The entry of a path is a class of actors and no object. */
function idsInThreatId(text: string): readonly { readonly id: string; readonly start: number }[] {
  const at = text.indexOf("@");
  if (at < 0) return [{ id: text, start: 0 }];
  const plus = text.indexOf("+", at);
  const target = text.slice(at + 1, plus < 0 ? text.length : plus);
  const goal = target.slice(target.indexOf("..") < 0 ? 0 : target.indexOf("..") + 2);
  const ids = goal === "model" ? [] : [{ id: goal, start: at + 1 + target.length - goal.length }];
  const detail = plus < 0 ? "" : text.slice(plus + 1);
  if (detail !== "" && detail !== "response") ids.push({ id: detail, start: plus + 1 });
  return ids;
}
