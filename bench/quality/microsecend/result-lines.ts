// The results as tables and lists for people.
import { reasons } from "./reasons.ts";
import { itemTally, verdictTally, type Result } from "./results.ts";
import { developedWith, meantByVariant, rulesByVerdict } from "./rules.ts";
import { f1, mcc, precision, recall, shown } from "./score.ts";
import { passes, type VariantScore } from "./variants.ts";

export interface Part { readonly name: string; readonly results: readonly Result[] }

export function intro(applications: number, results: readonly Result[]): readonly string[] {
  const { tp, fn } = verdictTally(results);
  return [
    `${applications} applications, ${Object.keys(rulesByVerdict).length} rules, ${results.length} verdicts of the data set's authors (${tp + fn} violated). Each diagram is imported from its JSON file and analysed with the pack \`microsecend\`; nothing of the verdicts is used.`,
    `The rules were written with ${new Set(results.map(({ application }) => application).filter((name) => developedWith.has(name))).size} of the applications. At the first look, five others came out right in 116 of 125 verdicts, with an item F1 of 0.938.`,
    "What changed after that look, so that these five are not unseen any more: the reader takes marks of entry points as complete and external entities by what they do; a single service is one element, not one type of element; a service that decides about access and is called by strangers does more than its duty. The variants, of all applications, taught that what carries logs need not write its own.",
  ];
}

export function summary(parts: readonly Part[]): readonly string[] {
  return [
    "| | verdicts | right | precision | recall | F1 | MCC | item precision | item recall | item F1 |", "|---|---|---|---|---|---|---|---|---|---|",
    ...parts.map(({ name, results }) => {
      const [verdicts, items] = [verdictTally(results), itemTally(results)];
      return `| ${name} | ${results.length} | ${verdicts.tp + verdicts.tn} | ${[precision(verdicts), recall(verdicts), f1(verdicts), mcc(verdicts), precision(items), recall(items), f1(items)].map(shown).join(" | ")} |`;
    }),
  ];
}

export function byRule(results: readonly Result[]): readonly string[] {
  return [
    "By rule (MCC is not defined where all verdicts are the same and right):", "",
    "| verdict | rule | violated | right | precision | recall | MCC | item F1 |", "|---|---|---|---|---|---|---|---|",
    ...Object.entries(rulesByVerdict).map(([verdict, rule]) => {
      const own = results.filter((result) => result.verdict === verdict);
      const [verdicts, items] = [verdictTally(own), itemTally(own)];
      return `| ${verdict} | \`${rule}\` | ${verdicts.tp + verdicts.fn} of ${own.length} | ${verdicts.tp + verdicts.tn} | ${[precision(verdicts), recall(verdicts), mcc(verdicts), f1(items)].map(shown).join(" | ")} |`;
    }),
  ];
}

export function byVariant(variants: readonly VariantScore[]): readonly string[] {
  return [
    `Variants: ${variants.filter(passes).length} of ${variants.length} pass. Each is read in its text form and compared with the text form of its application. It passes when all verdicts that it is meant to satisfy are satisfied, and every other verdict that changes names something that the variant changed.`, "",
    "| variant | meant to satisfy | files | pass | flipped | satisfied before | still violated | other flips | of these naming nothing changed |", "|---|---|---|---|---|---|---|---|---|",
    ...Object.entries(meantByVariant).flatMap(([number, meant]) => {
      const own = variants.filter((variant) => variant.number === Number(number));
      const total = (key: "flipped" | "held" | "missed" | "others" | "unnamed"): number => own.reduce((count, variant) => count + variant[key].length, 0);
      return [`| ${number} | ${meant.join(", ") || "none of the 25"} | ${own.length} | ${own.filter(passes).length} | ${total("flipped")} | ${total("held")} | ${total("missed")} | ${total("others")} | ${total("unnamed")} |`];
    }),
  ];
}

export function differences(results: readonly Result[], variants: readonly VariantScore[]): readonly string[] {
  const wrong = results.filter(({ isViolated, saysViolated }) => isViolated !== saysViolated);
  const items = results.filter(({ isViolated, saysViolated }) => isViolated && saysViolated).flatMap((result) => {
    const missing = [...result.blamed].filter((item) => !result.weBlame.has(item));
    const more = [...result.weBlame].filter((item) => !result.blamed.has(item));
    return missing.length + more.length === 0 ? [] : [`- ${result.application} ${result.verdict}: ${[missing.length > 0 ? `not named: ${listed(missing)}` : "", more.length > 0 ? `named besides: ${listed(more)}` : ""].filter((text) => text !== "").join("; ")}`];
  });
  const failed = variants.filter((variant) => !passes(variant));
  return [
    "Why they differ, as far as can be told:", "", ...reasons.map((reason) => `- ${reason}`), "",
    "Every difference:", "",
    ...wrong.map(({ application, verdict, isViolated }) => `- ${application} ${verdict}: labelled ${isViolated ? "violated" : "satisfied"}, here ${isViolated ? "satisfied" : "violated"}`),
    ...items,
    ...failed.map(({ application, number, missed, unnamed }) => `- ${application} variant ${number}: ${[missed.length > 0 ? `still violated: ${missed.join(", ")}` : "", unnamed.length > 0 ? `flips that name nothing changed: ${unnamed.join(", ")}` : ""].filter((text) => text !== "").join("; ")}`),
  ];
}

function listed(items: readonly string[]): string {
  return items.length > 6 ? `${items.slice(0, 6).join(", ")} and ${items.length - 6} more` : items.join(", ");
}
