// Section: what `merlon diff` says of real changes whose effect other people named: from each application of microSecEnD to its variants, what a variant is meant to settle must be told as settled, with what was changed as the cause.
import type { Library } from "@merlon/schema";
import { attributed } from "./attribution/replay.ts";
import { hasCorpus, sharedPath } from "./corpus.ts";
import { applicationsIn, type Application } from "./microsecend/applications.ts";
import { meantByVariant, rulesByVerdict } from "./microsecend/rules.ts";
import { diagnosed, documentOf, rulesAlone } from "./microsecend/verdicts.ts";
import type { Section } from "./section.ts";

interface VariantDiff {
  readonly name: string;
  readonly number: number;
  /** Threats of the application that the variant is meant to settle. */
  readonly meant: number;
  /** Those that the diff tells as resolved, or removed with what they were about. */
  readonly told: number;
  /** Told with operations of which it is verified that they are behind it. */
  readonly caused: number;
  /** Of a verdict that the variant is meant to satisfy the diff tells something new. */
  readonly worse: readonly string[];
}

const title = "(j) The diff of real changes: microSecEnD";

export function variantDiffScores(): Promise<Section> {
  if (!hasCorpus) return Promise.resolve({ title, lines: ["Not measured: the samples are not there."], figures: {} });
  const library = rulesAlone();
  const all = applicationsIn(sharedPath("corpus/microsecend")).flatMap((application) => diffsOf(application, library));
  const good = all.filter(passes);
  const numbers = [...new Set(all.map(({ number }) => number))].sort((a, b) => a - b);
  return Promise.resolve({
    title,
    lines: [
      "Each variant that the table of part (a) maps to verdicts is compared with its application, both as the importer reads them. It passes when the diff tells every threat of these verdicts as resolved, or as removed with what it was about, nothing new of them, and names for each the operations behind it, verified as in (i).", "",
      `${good.length} of ${all.length} variants pass (aim: at least 95 %).`, "",
      "| variant | meant to satisfy | files | pass | threats to settle | told | with verified cause |", "|---|---|---|---|---|---|---|",
      ...numbers.map((number) => rowLine(number, all.filter((one) => one.number === number))), "",
      ...all.filter((one) => !passes(one)).map(({ name, number, meant, told, caused, worse }) => `- ${name} variant ${number}: ${told} of ${meant} told, ${caused} with a verified cause${worse.length === 0 ? "" : `; new: ${worse.map((id) => `\`${id}\``).join(", ")}`}.`),
    ],
    figures: { "variants mapped": all.length, "share told with cause": good.length / all.length },
  });
}

function passes({ meant, told, caused, worse }: VariantDiff): boolean {
  return told === meant && caused === told && worse.length === 0;
}

function diffsOf({ name, base, variants }: Application, library: Library): readonly VariantDiff[] {
  if (base === undefined) return [];
  const before = diagnosed(base, name, library);
  return variants.flatMap(({ number, text }): readonly VariantDiff[] => {
    const verdicts = meantByVariant[number] ?? [];
    if (verdicts.length === 0) return [];
    const rules = new Set(verdicts.map((verdict) => rulesByVerdict[verdict]));
    const own = attributed(before.document, documentOf(text, name), library).threats.filter(({ change: { threat } }) => rules.has(threat.rule?.id ?? ""));
    const settled = own.filter(({ change: { change } }) => change === "resolved" || change === "removed");
    return [{
      name, number, meant: verdicts.reduce((sum, verdict) => sum + (before.threats.get(verdict) ?? []).length, 0), told: settled.length, caused: settled.filter(({ verified }) => verified).length,
      worse: own.filter(({ change: { change } }) => change === "added" || change === "reopened").map(({ change: { id } }) => id),
    }];
  });
}

function rowLine(number: number, all: readonly VariantDiff[]): string {
  const sum = (of: "meant" | "told" | "caused"): number => all.reduce((total, one) => total + one[of], 0);
  return `| ${number} | ${(meantByVariant[number] ?? []).join(", ")} | ${all.length} | ${all.filter(passes).length} | ${sum("meant")} | ${sum("told")} | ${sum("caused")} |`;
}
