// `merlon rules test` and `merlon pack test` for people: what failed, and how much was tried.
import type { LibraryTestReport } from "@merlon/app";
import { diagnosticsText, ink, line, renderLines, type Line, type Page } from "@merlon/reports";
import type { Diagnostic } from "@merlon/schema";
import type { Outcome } from "../command.ts";
import { counted } from "./counts-text.ts";

/** The outcome of `rules test` and `pack test`. */
export function testOutcome({ diagnostics, ...result }: LibraryTestReport, page: Page): Outcome {
  const failed = result.rules.some((rule) => rule.failures.length > 0) || diagnostics.some((d) => d.severity === "error");
  return { result, diagnostics, text: () => rulesTestText(result, diagnostics, page), ...(failed ? { exitCode: 1 as const } : {}) };
}

function rulesTestText(report: Omit<LibraryTestReport, "diagnostics">, diagnostics: readonly Diagnostic[], page: Page): string {
  const failures = report.rules.flatMap((rule) => rule.failures);
  const lines: readonly Line[] = failures.map(({ rule, test, message }) => line([ink(["bold", "red"], "✗ "), ink("bold", rule), ink("dim", ` › ${test}: `), message], 0, 4));
  const sum = (count: (rule: LibraryTestReport["rules"][number]) => number) => report.rules.reduce((total, rule) => total + count(rule), 0);
  const tried = `${counted(report.rules.length, "rule")}, ${counted(sum((rule) => rule.tests), "test")}, ${counted(sum((rule) => rule.mutants), "mutant")}`;
  const broken = diagnostics.some((d) => d.severity === "error");
  const said = failures.length > 0 ? counted(failures.length, "failure") : broken ? "as expected, but not everything could be read" : "all as expected";
  const verdict = [failures.length > 0 || broken ? ink(["bold", "red"], "✗ ") : ink("green", "✓ "), `${tried}: ${said}`];
  return diagnosticsText(diagnostics, page) + renderLines([...lines, line(verdict)], page);
}
