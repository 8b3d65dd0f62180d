// What `merlon watch` tells beside an editor: how the model stands, what a save changed, and what is broken at the moment.
import type { Analysis, Diagnostic, Impact } from "@merlon/schema";
import { diagnosticsText } from "../diagnostics/diagnostics-text.ts";
import { changeText } from "../impact/impact-text.ts";
import { countLines, headerLines } from "../summary/header-lines.ts";
import type { SummaryOptions } from "../summary/summary-options.ts";
import { blank, ink, line, renderLines } from "../terminal/lines.ts";

export interface SavedChange {
  /** What says something else than before. */
  readonly files: readonly string[];
  readonly impact: Impact;
  /** Problems that came, and that went. */
  readonly came: readonly Diagnostic[];
  readonly went: readonly Diagnostic[];
  /** Before, it had errors. */
  readonly mended: boolean;
  readonly analysis: Analysis;
}

export function watchStartText(analysis: Analysis, diagnostics: readonly Diagnostic[], options: SummaryOptions): string {
  return diagnosticsText(diagnostics.filter(isTold), options) + renderLines(headerLines(analysis), options);
}

export function watchBrokenText(files: readonly string[], diagnostics: readonly Diagnostic[], options: SummaryOptions): string {
  const after = line(ink("yellow", "It has errors now; the last state without them stands."));
  return head(files, options) + diagnosticsText(diagnostics, options) + renderLines([after], options);
}

export function watchChangeText({ files, impact, came, went, mended, analysis }: SavedChange, options: SummaryOptions): string {
  const problems = diagnosticsText(came.filter(isTold), options);
  const mends = [...(mended ? ["It has no errors any more."] : []), ...went.filter(isTold).map(({ code, message }) => `gone: ${code} ${message}`)];
  const said = problems + renderLines(mends.map((text) => line(ink("green", text))), options) + changeText(impact, options);
  if (said === "") return head(files, options) + renderLines([line("Nothing changed.")], options);
  return head(files, options) + said + renderLines([blank, ...countLines(analysis)], options);
}

function head(files: readonly string[], options: SummaryOptions): string {
  return renderLines([blank, ...files.map((file) => line(ink("bold", file)))], options);
}

/** Notes are told by `check`. */
function isTold({ severity }: Diagnostic): boolean {
  return severity !== "info";
}
