// Declares every rule that ran, so that a result that is gone can close, and one for threats that people wrote.
import type { Analysis, Fix, LibraryRule, Severity, Threat } from "@merlon/schema";
import { visible } from "../escape/visible.ts";
import { escapeMarkdown } from "../escape/markdown.ts";
import { SEVERITIES } from "../wording/severity.ts";
import { letterNames } from "../wording/stride-letter.ts";
import type { SarifRule } from "./sarif-log.ts";
import { sarifLevels, securitySeverities } from "./sarif-severity.ts";
import { taxonRefs } from "./sarif-taxonomies.ts";

const HUMAN_RULE = "threat-written-by-a-person";

/** Sorted by id; code scanning shows the rule's own number, so each carries that of its worst result. */
export function sarifRules(analysis: Analysis, rules: readonly LibraryRule[]): readonly SarifRule[] {
  const worst = worstByRule(analysis.threats);
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const ran = new Set([...analysis.rules.map(({ rule }) => rule), ...worst.keys()]);
  return [...ran].sort().map((id) => {
    const rule = known.get(id);
    const severity = worst.get(id) ?? "medium";
    return rule ? declared(rule, severity) : bare(id, severity);
  });
}

export function ruleIdOf(threat: Threat): string {
  return threat.rule?.id ?? HUMAN_RULE;
}

function worstByRule(threats: readonly Threat[]): Map<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const threat of threats) {
    const id = ruleIdOf(threat);
    const before = worst.get(id);
    if (before === undefined || SEVERITIES.indexOf(threat.severity) < SEVERITIES.indexOf(before)) worst.set(id, threat.severity);
  }
  return worst;
}

function declared(rule: LibraryRule, severity: Severity): SarifRule {
  const fixes = rule.fix.map(fixText);
  const supersedes = rule.supersedes ?? [];
  const relationships = taxonRefs(rule).map((target) => ({ target, kinds: ["relevant"] as const }));
  return {
    id: rule.id, ...(supersedes.length > 0 ? { deprecatedIds: supersedes } : {}), name: nameOf(rule.id),
    shortDescription: { text: visible(rule.title) }, fullDescription: { text: visible(rule.why) },
    help: {
      text: visible([rule.why, ...fixes.map((fix) => `- ${fix}`)].join("\n")),
      markdown: [escapeMarkdown(rule.why), "", "**Fixes**", "", ...fixes.map((fix) => `- ${escapeMarkdown(fix)}`)].join("\n"),
    },
    defaultConfiguration: { level: sarifLevels[severity] }, ...(relationships.length > 0 ? { relationships } : {}),
    properties: {
      "security-severity": securitySeverities[severity], "precision": "high", "tags": tagsOf(rule),
      "revision": rule.revision, "pack": rule.pack, "status": rule.status,
    },
  };
}

function bare(id: string, severity: Severity): SarifRule {
  const text = id === HUMAN_RULE ? "A threat that a person wrote into the model" : id.replaceAll("-", " ");
  return {
    id, name: nameOf(id), shortDescription: { text: visible(text) }, defaultConfiguration: { level: sarifLevels[severity] },
    properties: { "security-severity": securitySeverities[severity], "tags": ["security"] },
  };
}

/** At most twenty, the limit of code scanning. */
function tagsOf(rule: LibraryRule): readonly string[] {
  return [
    "security", ...rule.stride.map((letter) => `STRIDE ${letterNames[letter]}`), ...(rule.linddun ?? []).map((category) => `LINDDUN ${category}`),
    ...(rule.cwe ?? []).map((id) => `external/cwe/${id.toLowerCase()}`), ...(rule.attack ?? []).map(({ id }) => `ATT&CK ${id}`),
  ].slice(0, 20);
}

/** A rule is about any target: `{flow}` reads as the flow. */
function fixText(fix: Fix): string {
  return ("advice" in fix ? fix.advice : fix.text).replace(/\{([a-z-]+)\}/g, "the $1");
}

/** `plaintext-flow` becomes `PlaintextFlow`: names of rules in SARIF are identifiers. */
function nameOf(id: string): string {
  return id.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
