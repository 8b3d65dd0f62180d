// Where the answer to a question is written: the fields and characteristics of the object that it is about.
import type { Question, Where } from "@merlon/schema";
import type { LoadedModel } from "../model/load-model.ts";
import { objectEdits, writtenAt, writtenPlace, type SystemMap } from "../write/home.ts";
import type { Edit } from "../write/plan-change.ts";
import { unknownValue } from "./read-answer.ts";

const maps: Readonly<Partial<Record<Question["target"]["kind"], SystemMap>>> = { element: "elements", flow: "flows", boundary: "boundaries", data: "data" };

/** Fields that cannot say that nobody knows; leaving them out says the same. */
const neverUnknown: ReadonlySet<string> = new Set(["type", "kind", "protocol", "port", "trust", "in", "actor", "levels"]);

/** Fields of data that stand in a map of their own. */
const inside: Readonly<Record<string, "personal" | "credential">> = { identifiability: "personal", "legal-basis": "personal", lifetime: "credential", rotation: "credential", opens: "credential" };

/** Nothing for an answer that leaves things as they are. */
export function answerEdits({ key, target }: Question, value: unknown, loaded: LoadedModel): readonly Edit[] {
  const map = maps[target.kind];
  if (map === undefined || (value === unknownValue && neverUnknown.has(key))) return [];
  const write = (path: readonly [string, ...string[]], written: unknown) => objectEdits(loaded, { map, id: target.id, path }, written);
  if (key === "levels") return Object.entries(value as Readonly<Record<string, string>>).flatMap(([scale, level]) => write(["levels", scale], level)); // as readAnswer gives it
  const outer = map === "data" ? inside[key] : undefined;
  if (outer === undefined) return write([key], value);
  return isMap(writtenAt(loaded, "data", target.id, [outer])) ? write([outer, key], value) : write([outer], { [key]: value });
}

/** What the model says already in answer to a question, and where. */
export function statedAnswer({ key, target }: Question, loaded: LoadedModel): { readonly value: unknown; readonly where: Where } | undefined {
  const map = maps[target.kind];
  const outer = map === "data" ? inside[key] : undefined;
  const at = (path: readonly string[]) => (map === undefined ? undefined : writtenPlace(loaded, map, target.id, path));
  const found = outer === undefined ? at([key]) : at([outer, key]) ?? denied(at([outer]));
  if (!found) return undefined;
  const value = isMap(found.value) && key !== "levels" ? (found.value as { readonly value?: unknown }).value : found.value; // the long form of a value
  return value === unknownValue ? undefined : { value, where: found.where };
}

/** Data that is said not to be personal, or no credential, has none of what only such data has. */
function denied<T extends { readonly value: unknown }>(found: T | undefined): T | undefined {
  return found?.value === "no" || found?.value === false ? found : undefined;
}

/** One answer for everything inside a boundary that says nothing itself. */
export function insideEdits(key: string, boundary: string, value: unknown, loaded: LoadedModel): readonly Edit[] {
  return objectEdits(loaded, { map: "boundaries", id: boundary, path: ["inside", key] }, value);
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
