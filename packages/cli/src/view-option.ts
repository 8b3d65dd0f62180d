// `--view live|target|at:<date>`: which part of a model a command looks at, and the sentence about what that leaves out.
import { viewOfWord, type Session } from "@merlon/app";
import type { TimeView } from "@merlon/core";
import { viewSentence } from "@merlon/reports";
import type { ModelView } from "@merlon/schema";
import { textOption, type Input, type OptionSpec } from "./command.ts";
import { usageError } from "./failure.ts";

export const viewOption: OptionSpec = { flags: "--view <view>", description: "live: as it is today; target: as it is wanted in the end; at:<date>: as it is on that day; everything that is written when left out" };

export function sessionInView(session: Session, input: Input): Session {
  const word = textOption(input, "view");
  return word === undefined ? session : { ...session, view: viewOfWord(word) };
}

/** Two with dots between, one, or none. */
export function viewsOf(words: string | undefined): readonly TimeView[] {
  const named = words?.split("..") ?? [];
  if (named.length > 2) throw usageError(`${words ?? ""} names more than two views.`, "Write two with dots between: --view live..target.");
  return named.map(viewOfWord);
}

/** A model is named where there are several. */
export function viewNotes(models: readonly { readonly loaded: { readonly place: { readonly shown: string }; readonly model: { readonly view?: ModelView } } }[]): readonly string[] {
  return models.flatMap(({ loaded: { place, model } }) => viewNote(model.view).map((sentence) => (models.length > 1 ? `${place.shown}: ${sentence}` : sentence)));
}

export function viewNote(view: ModelView | undefined): readonly string[] {
  return view === undefined ? [] : [viewSentence(view)];
}
