// Threats as SARIF 2.1.0 for code scanning: every rule that ran is declared, a threat keeps its fingerprint for life, and what
// people decided is a suppression with its reason.
import { targetsOf } from "@merlon/core";
import type { Analysis, LibraryRule, Threat } from "@merlon/schema";
import { oneLine } from "../escape/visible.ts";
import { counted, sentence } from "../wording/counted.ts";
import { decisionSentence } from "../wording/decision.ts";
import type { SarifDriver, SarifLocation, SarifLog, SarifResult, SarifSuppression } from "./sarif-log.ts";
import { plain, sarifPlace } from "./sarif-place.ts";
import { ruleIdOf, sarifRules } from "./sarif-rules.ts";
import { sarifLevels, securitySeverities } from "./sarif-severity.ts";
import { sarifTaxonomies, taxonRefs } from "./sarif-taxonomies.ts";

export interface SarifOptions {
  /** Version of the tool. */
  readonly version?: string;
  /** Folder of the model as seen from the root of the repository; "" when the places in the analysis start there. */
  readonly root?: string;
}

/** Code scanning refuses more. The worst come first, so that those are kept. */
const MOST_RESULTS = 25_000;

export function toSarif(analysis: Analysis, rules: readonly LibraryRule[], options: SarifOptions = {}): SarifLog {
  const declared = sarifRules(analysis, rules);
  const index = new Map(declared.map(({ id }, position) => [id, position]));
  const kept = analysis.threats.slice(0, MOST_RESULTS);
  const used = [...kept, ...rules.filter(({ id }) => index.has(id))];
  const taxonomies = sarifTaxonomies(used);
  const fallback = analysis.threats.find(({ where }) => where !== undefined)?.where?.file ?? "model.yaml";
  const context: Context = { analysis, index, root: options.root ?? "", fallback };
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", version: "2.1.0",
    runs: [{
      tool: { driver: driverOf(options, taxonomies.map(({ name }) => name), declared) },
      automationDetails: { id: `merlon/${oneLine(analysis.model.id)}/` },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes(analysis.threats.length - kept.length) }],
      taxonomies, results: kept.map((threat) => resultOf(threat, context)), columnKind: "utf16CodeUnits",
      properties: { model: analysis.model.id, digest: analysis.model.digest, at: analysis.at, packs: analysis.packs },
    }],
  };
}

/** Fields stay in the standard's order. */
export function sarifText(log: SarifLog): string {
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface Context {
  readonly analysis: Analysis;
  readonly index: ReadonlyMap<string, number>;
  readonly root: string;
  /** A result must lie somewhere: what has no place of its own lies at the start of this file. */
  readonly fallback: string;
}

function driverOf({ version }: SarifOptions, taxonomies: readonly string[], rules: SarifDriver["rules"]): SarifDriver {
  return {
    name: "Merlon", ...(version === undefined ? {} : { version }), shortDescription: { text: "Threat models as data" },
    supportedTaxonomies: taxonomies.map((name, index) => ({ name, index })), rules,
  };
}

function notes(left: number): { level: "warning"; message: { text: string } }[] {
  return left > 0 ? [{ level: "warning", message: { text: `${counted(left, "threat")} left out: at most ${MOST_RESULTS} results fit.` } }] : [];
}

function resultOf(threat: Threat, context: Context): SarifResult {
  const ruleId = ruleIdOf(threat);
  return {
    ruleId, ruleIndex: context.index.get(ruleId) ?? -1, level: sarifLevels[threat.severity], kind: "fail",
    message: { text: messageOf(threat) }, locations: [locationOf(threat, context)],
    partialFingerprints: { "merlonThreatId/v1": threat.id, "primaryLocationLineHash": `${threat.id}:1` },
    suppressions: suppressionsOf(threat), taxa: taxonRefs(threat),
    properties: {
      "severity": threat.severity, "status": threat.status, "security-severity": securitySeverities[threat.severity],
      "stride": threat.stride, "linddun": threat.linddun, "cwe": threat.cwe, "capec": threat.capec, "attack": threat.attack.map(({ id }) => id),
      "likelihood": threat.likelihood.value, "impact": threat.impact.value,
    },
  };
}

function messageOf({ title, statement, likelihood, impact, fixes }: Threat): string {
  const says = statement === `${title}.` || statement === title ? "" : sentence(statement);
  const why = `Likelihood ${likelihood.value}: ${likelihood.reasons.join("; ")}. Impact ${impact.value}: ${impact.reasons.join("; ")}.`;
  const [fix] = fixes;
  return plain([sentence(title), says, why, fix ? `Fix: ${fix.text}` : ""].filter((part) => part !== "").join(" "));
}

function suppressionsOf({ status, decision }: Threat): readonly SarifSuppression[] {
  if (status !== "accepted" && status !== "dismissed") return [];
  const words = decision ? [decisionSentence(decision), decision.decision.reason ?? ""] : [sentence(status)];
  return [{ kind: "external", status: "accepted", justification: plain(words.join(" ")) }];
}

function locationOf(threat: Threat, { analysis, root, fallback }: Context): SarifLocation {
  return {
    ...sarifPlace(threat.where ?? { file: fallback, line: 1, column: 1 }, root),
    logicalLocations: targetsOf(threat).map(({ title, kind, id }) => ({ name: title, fullyQualifiedName: [analysis.model.id, kind, id].join("/"), kind })),
  };
}
