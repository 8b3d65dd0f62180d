// `--set`: one field of an object with another value, in memory; the schema and the catalogue say whether it can be.
import { canonicalJson, fieldEdits, withEdits, type ValueEdit } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { writtenAt } from "../write/home.ts";
import { errorsOf, tried, warningText, type Imagined, type Tried } from "./imagined.ts";
import { readSetting, type Setting } from "./read-setting.ts";
import { idsOf } from "./without-ids.ts";

export function withSetting(state: Imagined, text: string, removed: readonly string[], session: Session): Imagined {
  const setting = readSetting(text, state.loaded.library);
  const place = placeIn(state.loaded, setting, removed);
  const attempts: Tried[] = [];
  for (const value of setting.values) {
    if (isSaid(place.before, value)) return { ...state, notes: [...state.notes, `--set ${text} changes nothing: the model says so already.`] };
    const { sources, diagnostics } = withEdits(state.loaded.documents, place.edits(value), state.loaded.library);
    const attempt = tried(state, sources, diagnostics, session);
    if (errorsOf(attempt.problems).length === 0) {
      return { ...state, loaded: attempt.loaded, notes: [...state.notes, ...attempt.problems.map((one) => warningText(one, `--set ${text}`))] };
    }
    attempts.push(attempt);
    if (!attempt.problems.some(isOfAnotherForm)) break;
  }
  throw notPossible(text, attempts);
}

interface Place {
  readonly before: unknown;
  readonly edits: (value: unknown) => readonly ValueEdit[];
}

/** What the model is read with, and what it is. */
const fixed: ReadonlySet<string> = new Set(["merlon", "id", "packs", "imports"]);

function placeIn({ documents }: LoadedModel, { text, object, field }: Setting, removed: readonly string[]): Place {
  const ids = idsOf(documents);
  const map = ids.get(object);
  if (map !== undefined) return { before: writtenAt({ documents }, map, object, field), edits: (value) => fieldEdits(documents, { map, id: object }, field, value) };
  if (removed.includes(object)) throw new AppError("A4015", `\`--set ${text}\` is about what --remove takes away.`, { hint: "Leave one of the two out." });
  const header = documents.find(({ role }) => role === "model");
  if (object !== "model" || !header) throw unknownId("object", object, [...ids.keys(), "model"]);
  if (fixed.has(field[0])) throw new AppError("A4015", `\`${field[0]}\` of a model cannot be something else in a what if.`, { hint: "Change it in a copy, and compare the two with `merlon diff`." });
  const before = field.reduce<unknown>((value, step) => (typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[step] : undefined), header.raw);
  return { before, edits: (value) => [{ file: header.parsed.file.path, path: field, value }] };
}

/** `yes` and `true` are the same. */
function isSaid(before: unknown, value: unknown): boolean {
  const plain = (one: unknown): string => canonicalJson(one === true ? "yes" : one === false ? "no" : one ?? null);
  return plain(before) === plain(value);
}

/** The field takes a list where a word was said, or the other way round. */
function isOfAnotherForm({ code }: Diagnostic): boolean {
  return code === "C1021";
}

/** What is wrong with the form that the field takes, else with what was said. */
function notPossible(text: string, attempts: readonly Tried[]): AppError {
  const [likely, ...others] = attempts.map(({ problems }) => errorsOf(problems));
  const [first, ...more] = others.find((errors) => !errors.some(isOfAnotherForm)) ?? likely ?? [];
  if (!first) throw new Error("an attempt that failed has an error");
  const also = more.length === 0 ? "" : ` And ${more.length === 1 ? "one more" : `${more.length} more`}: ${more[0]!.message}`;
  return new AppError("A4015", `\`--set ${text}\` cannot be: ${first.message}${also}`, first.hint === undefined ? {} : { hint: first.hint });
}
