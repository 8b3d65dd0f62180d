// `merlon pack lint`: everything that is wrong with a pack.
import { lintPacks, type LintedPack } from "@merlon/app";
import { diagnosticsText, ink, line, renderLines, type Page } from "@merlon/reports";
import type { Diagnostic } from "@merlon/schema";
import { flagOption, type Command } from "../../command.ts";
import { counted } from "../../print/counts-text.ts";
import { packArgument } from "./pack-argument.ts";

export const packLint: Command = {
  description: "Tells everything that is wrong with a pack before others use it: its files and conditions, three kinds of tests for each rule, tests that fail and conditions that none needs, ids that ATT&CK, CWE, CAPEC and the like do not have, rules that went without a successor, and content that changed while the version did not. Exit code 1 when there is an error.",
  arguments: [packArgument],
  options: [{ flags: "--strict", description: "fail on warnings too" }],
  examples: [
    { line: "pack lint ./rules", does: "before you release or use a pack" },
    { line: "pack lint ./rules --strict --json", does: "in a pipeline" },
  ],
  json: "An object with `packs`: id, version, folder, number of rules and tests, and how pack.lock stands to it (absent, same or differs). The problems are the envelope's `diagnostics`.",
  async run(input, { session, page, quiet }) {
    const { packs, diagnostics } = await lintPacks(input.args[0] ?? ".", session);
    const shown = quiet ? diagnostics.filter(({ severity }) => severity !== "info") : diagnostics;
    const failing = flagOption(input, "strict") ? ["error", "warning"] : ["error"];
    const failed = diagnostics.some(({ severity }) => failing.includes(severity));
    return { result: { packs }, diagnostics, text: () => lintText(packs, shown, page), ...(failed ? { exitCode: 1 as const } : {}) };
  },
};

const locks: Readonly<Record<LintedPack["locked"], string>> = { absent: "not locked", same: "locked", differs: "not as locked" };

function lintText(packs: readonly LintedPack[], diagnostics: readonly Diagnostic[], page: Page): string {
  const failed = diagnostics.some(({ severity }) => severity === "error");
  const mark = failed ? ink(["bold", "red"], "✗ ") : ink("green", "✓ ");
  const lines = packs.map(({ id, version, rules, tests, locked }) => line([mark, ink("bold", id), ` ${version}: ${counted(rules, "rule")}, ${counted(tests, "test")}; ${locks[locked]}`]));
  return `${diagnosticsText(diagnostics, page)}${renderLines(lines, page)}`;
}
