// A model as it would be with something changed, read anew in memory after each change, so that what is wrong is told of the change that brings it.
import { modelOfSources, type ModelSource, type OverlaidValue } from "@merlon/core";
import type { Diagnostic, Where } from "@merlon/schema";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

export interface Imagined {
  readonly loaded: LoadedModel;
  /** What stands somewhere else than the place in the model where it would be written. */
  readonly elsewhere: readonly OverlaidValue[];
  /** What a person should know of how the changes were taken. */
  readonly notes: readonly string[];
}

export interface Tried {
  readonly loaded: LoadedModel;
  /** Errors and warnings that were not there before. */
  readonly problems: readonly Diagnostic[];
}

/** `found`: what is wrong with the documents themselves. Where that is an error, what follows from it is not told. */
export function tried({ loaded }: Pick<Imagined, "loaded">, documents: readonly ModelSource[], found: readonly Diagnostic[], session: Session): Tried {
  const { model, diagnostics } = session.limit(() => modelOfSources(documents, loaded.library, { at: session.at }));
  const known = new Set(loaded.diagnostics.map(signature));
  const all = errorsOf(found).length > 0 ? found : [...found, ...diagnostics];
  const problems = all.filter((one) => one.severity !== "info" && !known.has(signature(one)));
  return { loaded: { ...loaded, model, documents, diagnostics: [...loaded.diagnostics, ...problems] }, problems };
}

export function errorsOf(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  return problems.filter(({ severity }) => severity === "error");
}

export function warningText({ code, message, hint }: Diagnostic, place: string): string {
  return `${place}: warning ${code} ${message}${hint === undefined ? "" : ` ${hint}`}`;
}

/** Where it was said, for a place in the model's text that an overlay lies over. */
export function placeOf(where: Where, elsewhere: readonly OverlaidValue[]): Where {
  const path = where.path;
  const found = path === undefined ? undefined : elsewhere.find((one) => one.file === where.file && (isWithin(path, one.path) || (isField(path) && isWithin(one.path, path))));
  return found && path !== undefined ? { ...found.where, path } : where;
}

function isWithin(path: string, outer: string): boolean {
  return `${path}.`.startsWith(`${outer}.`);
}

/** `elements.web.levels`, rather than the object itself. */
function isField(path: string): boolean {
  return path.split(".").length > 2;
}

function signature({ code, message, where }: Diagnostic): string {
  return JSON.stringify([code, message, where?.file, where?.path]);
}
