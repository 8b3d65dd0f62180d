// From intended edits to a change of a model's files, made and judged in memory: a change that would break the model is refused as a whole.
import { readModel, setFields, type FieldEdit, type SourceFile } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

/** Sets one value in a file, which may not exist yet; `undefined` removes it. */
export interface Edit extends FieldEdit {
  /** As shown, like the paths of a model's files. */
  readonly file: string;
}

export interface FileChange {
  /** As shown. */
  readonly path: string;
  /** Absent for a file that the change creates. */
  readonly before?: string;
  readonly after: string;
}

export interface ModelChange {
  readonly before: LoadedModel;
  readonly after: LoadedModel;
  /** Only files whose text changes. */
  readonly files: readonly FileChange[];
}

export function planChange(loaded: LoadedModel, edits: readonly Edit[], session: Session): ModelChange {
  const files = new Map(loaded.files.map((file) => [file.path, file]));
  for (const path of new Set(edits.map(({ file }) => file))) {
    const edited = session.limit(() => setFields(files.get(path) ?? { path, text: "" }, edits.filter(({ file }) => file === path)));
    const problems = edited.diagnostics.filter((d) => d.severity === "error");
    if (problems.length > 0) throw new AppError("A4006", "This cannot be written into the file; nothing was changed.", { diagnostics: problems, hint: "Write it by hand." });
    files.set(path, edited.file);
  }
  return changeTo([...files.values()], loaded, session);
}

/** For edits of whole files. Throws when the model would have errors that it does not have now. */
export function changeTo(files: readonly SourceFile[], loaded: LoadedModel, session: Session): ModelChange {
  const texts = new Map(loaded.files.map((file) => [file.path, file.text]));
  const changed = files.filter((file) => texts.get(file.path) !== file.text).map(({ path, text }): FileChange => {
    const before = texts.get(path);
    return { path, ...(before === undefined ? {} : { before }), after: text };
  });
  const { diagnostics, ...read } = session.limit(() => readModel(files, loaded.library, { root: loaded.root, at: session.at }));
  const after: LoadedModel = { ...loaded, ...read, files, diagnostics };
  assertNoNewErrors(loaded, after);
  return { before: loaded, after, files: changed };
}

function assertNoNewErrors(before: LoadedModel, after: LoadedModel): void {
  const known = new Set(before.diagnostics.map(signature));
  const diagnostics = after.diagnostics.filter((d) => d.severity === "error" && !known.has(signature(d)));
  if (diagnostics.length === 0) return;
  throw new AppError("A4006", `This would bring ${diagnostics.length === 1 ? "an error" : `${diagnostics.length} errors`} into the model.`, { diagnostics, hint: "Nothing was written." });
}

/** Without the line, which moves when something is added above. */
function signature({ code, message, where }: Diagnostic): string {
  return JSON.stringify([code, message, where?.file, where?.path]);
}
