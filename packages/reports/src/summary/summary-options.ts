// What the caller of a terminal output chooses, and what follows from it.
import { ink, line, type Line, type Page } from "../terminal/lines.ts";

export interface SummaryOptions extends Page {
  /** Lists everything instead of the first few. */
  readonly all?: boolean;
  /** How a reader runs a command on this model, for example `npx merlon stride examples/shop`. */
  readonly command?: (verb: string) => string;
}

export function commandOf(options: SummaryOptions, verb: string): string {
  return options.command?.(verb) ?? `merlon ${verb}`;
}

export function heading(title: string, note = ""): Line {
  return line([ink("bold", title), note === "" ? undefined : ink("dim", `  ${note}`)], 0, 2);
}

/** The first few, unless one only would be left out or all are wanted. */
export function firstOf<T>(limit: number, items: readonly T[], options: SummaryOptions): readonly T[] {
  return options.all || items.length <= limit + 1 ? items : items.slice(0, limit);
}

/** Never leaves out silently: says how many and how to see them. */
export function restOf(shown: readonly unknown[], items: readonly unknown[], options: SummaryOptions): readonly Line[] {
  return moreLine(items.length - shown.length, options, "analyze --all");
}

export function moreLine(more: number, options: SummaryOptions, verb: string): readonly Line[] {
  return more > 0 ? [line(ink("dim", `and ${more} more: ${commandOf(options, verb)}`), 2)] : [];
}
