// The page of one rule: what it says, when it fires, how to avoid it (the first firing test and the first near miss), how to fix it.
import { referenceUrl } from "@merlon/core";
import type { Fix, LibraryRule, RuleTest } from "@merlon/schema";
import { conditionLines } from "./condition-words.ts";

export interface RulePage {
  readonly rule: LibraryRule;
  /** A small model that fires, and one that nearly does, as YAML text. */
  readonly avoid?: { readonly test: RuleTest; readonly yaml: string } | undefined;
  readonly prefer?: { readonly test: RuleTest; readonly yaml: string } | undefined;
}

export function ruleMarkdown({ rule, avoid, prefer }: RulePage): string {
  const { threat } = rule;
  const statement = `${threat.source} with ${threat.prerequisite} can ${threat.action}, which leads to ${threat.consequence}, harming the ${threat.goal} of ${threat.harmed}.`;
  return [
    `# ${rule.title}`, "", `\`${rule.id}\` · revision ${rule.revision} · ${rule.status} · scope ${rule.scope} · STRIDE ${rule.stride.join(", ")}${rule.linddun?.length ? ` · LINDDUN ${rule.linddun.join(", ")}` : ""} · pack ${rule.pack}${rule.stages ? ` · asked at ${rule.stages.join(", ")}` : ""}`, "",
    `> ${statement}`, "", "## Why", "", rule.why.trim(), "",
    ...(rule.applies ? ["## Looks at", "", ...conditionLines(rule.applies), ""] : []),
    "## Fires when", "", ...conditionLines(rule.when), ...(rule.per ? ["", `One threat for each of \`${rule.per.each}\` (as \`${rule.per.as}\`).`] : []), ...responsibleLines(rule), "",
    ...(rule.unless ? ["## Unless", "", ...conditionLines(rule.unless), ""] : []),
    ...example("Avoid", avoid), ...example("Prefer", prefer),
    "## Fix", "", ...rule.fix.flatMap(fixLines), "",
    ...(rule["false-positives"].length > 0 ? ["## When it may be wrong", "", ...rule["false-positives"].map((text) => `- ${text}`), ""] : []),
    ...references(rule),
  ].join("\n").trimEnd() + "\n";
}

function example(title: string, shown: RulePage["avoid"]): readonly string[] {
  return shown ? [`## ${title}`, "", `${upper(shown.test.name)}:`, "", "```yaml", shown.yaml.trimEnd(), "```", ""] : [];
}

function fixLines(fix: Fix): readonly string[] {
  return fix.where ? [`${fixLine(fix)} Only where:`, ...conditionLines(fix.where, 1)] : [fixLine(fix)];
}

function fixLine(fix: Fix): string {
  const ids = fix.attack?.length ? ` (${fix.attack.join(", ")})` : "";
  if ("advice" in fix) return `- ${fix.advice}${ids}`;
  if ("change" in fix) return `- ${fix.text} Set \`${fix.change.set}\` to \`${String(fix.change.to)}\`.${ids}`;
  return `- ${fix.text} Add the control \`${fix["add-control"].type}\` at \`${fix["add-control"].at}\`.${ids}`;
}

function references(rule: LibraryRule): readonly string[] {
  const lines = [
    ...(rule.cwe ?? []).map((id) => `- ${linked(id)}`),
    ...(rule.capec ?? []).map((id) => `- ${linked(id)}`),
    ...(rule.attack ?? []).map((a) => `- ${linked(a.id)} (${a.role}): ${a.why}`),
    ...(rule.references ?? []).map((link) => `- [${link.title ?? link.url}](${link.url})`),
  ];
  return lines.length > 0 ? ["## References", "", ...lines] : [];
}

function linked(id: string): string {
  const url = referenceUrl(id);
  return url === undefined ? id : `[${id}](${url})`;
}

function responsibleLines({ responsible = [] }: Pick<LibraryRule, "responsible">): readonly string[] {
  return responsible.flatMap(({ each, as, where }) => ["", `Names as responsible each of \`${each}\` (as \`${as}\`)${where ? " where:" : "."}`, ...(where ? ["", ...conditionLines(where)] : [])]);
}

function upper(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
