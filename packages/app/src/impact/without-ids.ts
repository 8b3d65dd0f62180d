// `--remove`: the model without objects, in memory; what cannot be without them goes too, what names them forgets them, and both are told.
import { idSpace, withEdits, withoutObjects, type Gone, type ModelSource, type Without } from "@merlon/core";
import { AppError } from "../app-error.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { errorsOf, tried, type Imagined } from "./imagined.ts";

export function withoutIds(state: Imagined, ids: readonly string[], session: Session): Imagined {
  const { documents, library } = state.loaded;
  const known = idsOf(documents);
  for (const id of ids) if (!known.has(id)) throw unknownId("object", id, known.keys());
  const without = session.limit(() => withoutObjects(documents, new Map(ids.map((id) => [id, "removed"]))));
  const { sources, diagnostics } = withEdits(documents, without.edits, library);
  const { loaded, problems } = tried(state, sources, diagnostics, session);
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new AppError("A4006", `Without ${ids.join(" and ")} the model would have ${errors.length === 1 ? "an error" : `${errors.length} errors`}.`, { diagnostics: errors, hint: "Remove what needs it too, or say with --set what it has instead." });
  return { ...state, loaded, notes: [...state.notes, ...notesOf(without, ids)] };
}

/** Each id of the model with the map that it is in. */
export function idsOf(documents: readonly ModelSource[]): ReadonlyMap<string, (typeof idSpace)[number]> {
  return new Map(idSpace.flatMap((map) => documents.flatMap(({ raw }) => Object.keys(raw[map] ?? {}).map((id) => [id, map] as const))));
}

function notesOf({ gone, changed }: Without, chosen: readonly string[]): readonly string[] {
  const along = gone.filter(({ id }) => !chosen.includes(id)).map(({ id, because }: Gone) => `${id} (${because})`);
  const forgets = changed.map(({ id, key }) => `${id} › ${key}`);
  return [
    ...(along.length === 0 ? [] : [`Goes too: ${listed(along)}.`]),
    ...(forgets.length === 0 ? [] : [`No longer named in: ${listed(forgets)}.`]),
  ];
}

const MOST_NAMED = 12;

function listed(texts: readonly string[]): string {
  return texts.length > MOST_NAMED ? `${texts.slice(0, MOST_NAMED).join(", ")} and ${texts.length - MOST_NAMED} more` : texts.join(", ");
}
