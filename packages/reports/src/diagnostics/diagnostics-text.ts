// Diagnostics as a compiler prints them: place first, so that a terminal and an editor can jump there.
import type { Diagnostic, DiagnosticSeverity } from "@merlon/schema";
import { blank, ink, line, renderLines, type Line } from "../terminal/lines.ts";
import type { Ink, Style } from "../terminal/style.ts";
import { counted, listed } from "../wording/counted.ts";
import { placeWords } from "../wording/titles.ts";

const SEVERITIES: readonly DiagnosticSeverity[] = ["error", "warning", "info"];
const inks: Readonly<Record<DiagnosticSeverity, readonly Ink[]>> = { error: ["bold", "red"], warning: ["bold", "yellow"], info: ["blue"] };
const nouns: Readonly<Record<DiagnosticSeverity, string>> = { error: "error", warning: "warning", info: "note" };

/** One line per diagnostic, never wrapped, its hint below; a summary at the end of several. Nothing for an empty list. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], { style }: { readonly style: Style }): string {
  if (diagnostics.length === 0) return "";
  const counts = SEVERITIES.map((severity) => [severity, diagnostics.filter((d) => d.severity === severity).length] as const).filter(([, n]) => n > 0);
  const summary = line(ink("bold", listed(counts.map(([severity, n]) => counted(n, nouns[severity])))));
  return renderLines([...diagnostics.flatMap(linesOf), ...(diagnostics.length > 1 ? [blank, summary] : [])], { style, width: 0 });
}

function linesOf({ severity, code, message, where, hint }: Diagnostic): readonly Line[] {
  const place = where === undefined ? "" : `${placeWords(where)} `;
  const path = where?.path === undefined ? undefined : ink("dim", `  (${where.path})`);
  return [
    line([ink("bold", place), ink(inks[severity], severity), ink("dim", ` ${code}`), ` ${message}`, path]),
    ...(hint === undefined || hint === "" ? [] : [line([ink("cyan", "hint: "), hint], 2)]),
  ];
}
