// One line about warnings and notes of a model, for commands whose result is something else.
import type { Diagnostic } from "@merlon/schema";
import type { Context } from "../context.ts";

export interface Noted {
  readonly loaded: { readonly place: { readonly shown: string } };
  readonly diagnostics: readonly Diagnostic[];
}

export function noticeOf(models: readonly Noted[], context: Context): readonly string[] {
  return models.flatMap(({ loaded: { place }, diagnostics }) => {
    const warnings = diagnostics.filter((d) => d.severity === "warning").length;
    if (warnings === 0) return [];
    return [`${place.shown}: ${warnings === 1 ? "1 warning" : `${warnings} warnings`}; see \`${context.commandOn(place.shown)("check")}\`.`];
  });
}
