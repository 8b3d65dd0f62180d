// A model in the view in time that a command asks for.
import { modelInView, timeView, type ModelSource, type TimeView } from "@merlon/core";
import type { Library } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { isDay, type Session } from "../session.ts";

const forms = "live (what is there today), target (what is wanted in the end) or at: with a day, such as at:2027-01-01";

/** `live`, `target` or `at:2027-01-01`. */
export function viewOfWord(word: string): TimeView {
  const view = timeView(word);
  if (view !== undefined && (view.kind !== "at" || isDay(view.day))) return view;
  throw new AppError("A4015", `There is no view in time \`${word}\`.`, { hint: word.startsWith("at:") ? "Write a day that exists, as in at:2027-01-01." : `It is ${forms}.` });
}

/** The files stay those on disk; only what is read from them is less. */
export function inView<T extends { readonly documents: readonly ModelSource[]; readonly library: Library }>(loaded: T, view: TimeView, session: Session): T {
  return { ...loaded, ...session.limit(() => modelInView(loaded.documents, view, loaded.library, { at: session.at })) };
}
