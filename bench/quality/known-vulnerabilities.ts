// Juice Shop: a diagram without threats, and a list of what is really broken in it. Which classes of vulnerabilities does the diagram alone lead to?
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { sharedPath } from "./corpus.ts";
import { sameClass, type WeaknessTree } from "./matcher/weakness.ts";
import type { Shown } from "./shown.ts";

/** The project's categories in CWE, by us; empty where a category is no class of weaknesses. */
const classes: Readonly<Record<string, readonly string[]>> = {
  "Broken Access Control": ["285", "639", "862", "863"], "Broken Anti Automation": ["307", "799", "770"], "Broken Authentication": ["287", "521", "640"],
  "Cryptographic Issues": ["327", "326", "330"], "Improper Input Validation": ["20"], "Injection": ["74", "89", "78", "943"], "Insecure Deserialization": ["502"],
  "Miscellaneous": [], "Observability Failures": ["532", "778", "223"], "Security Misconfiguration": ["489", "756", "1188"], "Security through Obscurity": ["656"],
  "Sensitive Data Exposure": ["200", "311", "312", "359"], "Unvalidated Redirects": ["601"], "Vulnerable Components": ["1104", "1395", "1357"], "XSS": ["79"], "XXE": ["611"],
};

export function knownVulnerabilityLines({ items, stopped }: Shown, tree: WeaknessTree): readonly string[] {
  const challenges = load(readFileSync(sharedPath("corpus/ground-truth/juice-shop/challenges.yml"), "utf8")) as readonly { readonly category: string }[];
  const all = [...items.filter(({ kind, direct }) => kind === "group" || direct === true).flatMap(({ generated }) => generated), ...stopped];
  const rows = Object.entries(classes).map(([category, cwe]) => {
    const rules = [...new Set(all.filter((one) => cwe.some((a) => one.cwe.some((b) => sameClass(a, b, tree)))).map(({ id }) => id.split("@")[0] ?? ""))].sort();
    return { category, count: challenges.filter((one) => one.category === category).length, rules, scored: cwe.length > 0 };
  });
  const scored = rows.filter((row) => row.scored);
  const sum = (list: typeof rows): number => list.reduce((total, { count }) => total + count, 0);
  const led = scored.filter(({ rules }) => rules.length > 0);
  return [
    `Juice Shop's own diagram, which has no threats, against its ${sum(rows)} known vulnerabilities: ${led.length} of ${scored.length} classes, with ${sum(led)} of ${sum(scored)} vulnerabilities, are found or asked about in ${items.length} items. Not led to: ${scored.filter(({ rules }) => rules.length === 0).map(({ category, count }) => `${category} (${count})`).join(", ") || "none"}. Classes were put into CWE by us; that a class is asked about says nothing about each vulnerability of it.`,
  ];
}
