// Part (a) of the scoreboard: architectural rules on the applications and model variants of microSecEnD, beside two answers that anybody could give.
import { hasCorpus, sharedPath } from "./corpus.ts";
import { applicationsIn } from "./microsecend/applications.ts";
import { byRule, byVariant, differences, intro, summary, type Part } from "./microsecend/result-lines.ts";
import { always, itemTally, majority, resultsOf, verdictTally, type Result } from "./microsecend/results.ts";
import { developedWith } from "./microsecend/rules.ts";
import { f1, mcc, precision, recall, rounded } from "./microsecend/score.ts";
import { passes, variantScores, type VariantScore } from "./microsecend/variants.ts";
import { diagnosed, rulesAlone } from "./microsecend/verdicts.ts";
import type { Section } from "./section.ts";

const title = "(a) Architectural rules on real systems: microSecEnD";

/** `folder`: another one with files of the same names. */
export async function microsecendScores(folder = sharedPath("corpus/microsecend")): Promise<Section> {
  if (!hasCorpus) return { title, lines: ["Not measured: the samples are not there."], figures: {} };
  const library = rulesAlone();
  const rows = applicationsIn(folder).map((application) => ({ application, found: diagnosed(application.diagram, application.name, library) }));
  const variants = rows.flatMap(({ application }) => variantScores(application, library));
  const all = resultsOf(rows);
  const isDeveloped = ({ application }: Result): boolean => developedWith.has(application);
  const halves = [
    { name: "all", results: all }, { name: "developed with", results: all.filter(isDeveloped) }, { name: "the others", results: all.filter((result) => !isDeveloped(result)) },
  ].filter(({ results }) => results.length > 0);
  const baselines = [{ name: "baseline: always violated, everything blamed", results: always(all) }, { name: "baseline: per rule what most say", results: majority(all) }];
  return {
    title,
    lines: [
      ...intro(rows.length, all), "", ...summary([...halves, ...baselines]), "", ...byRule(all), "",
      ...byVariant(variants), "", ...differences(all, variants),
    ],
    figures: { ...figuresOf(halves), ...variantFigures(variants) },
  };
}

function figuresOf(parts: readonly Part[]): Readonly<Record<string, number>> {
  return Object.fromEntries(parts.flatMap(({ name, results }) => {
    const [verdicts, items] = [verdictTally(results), itemTally(results)];
    const values = { precision: precision(verdicts), recall: recall(verdicts), mcc: mcc(verdicts), "item-f1": f1(items) };
    return Object.entries(values).map(([key, value]) => [`microsecend ${name}: ${key}`, rounded(value)]);
  }));
}

function variantFigures(variants: readonly VariantScore[]): Readonly<Record<string, number>> {
  return variants.length === 0 ? {} : { "microsecend variants passed": rounded(variants.filter(passes).length / variants.length) };
}
