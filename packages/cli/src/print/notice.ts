// One line about the warnings of a model, for commands whose result is something else; that no rules run is said in full, since it changes what the result means.
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
    const empty = diagnostics.filter(({ code }) => code === "E3016").map(({ message }) => `${place.shown}: warning E3016 ${message}`);
    return [...empty, `${place.shown}: ${warnings === 1 ? "1 warning" : `${warnings} warnings`}; see \`${context.commandOn(place.shown)("check")}\`.`];
  });
}
