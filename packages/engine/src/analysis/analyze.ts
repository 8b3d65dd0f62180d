// Model and library in, everything worth telling out. Deterministic: the day of judgement comes as an argument.
import { once, type Model } from "@merlon/core";
import type { Analysis, Diagnostic, Library, RuleOutcome, Severity, Threat, ThreatGroup } from "@merlon/schema";
import { engineDiagnostic } from "../codes.ts";
import { checkDecisions } from "../ledger/check-decisions.ts";
import { dismissalsOf, isOften } from "../ledger/dismissals.ts";
import { modelGate } from "../policy/model-gate.ts";
import { isDeeper, questionOf } from "../questions/build-questions.ts";
import { groupQuestions } from "../questions/group-questions.ts";
import { RULE_STEPS } from "../rules/steps.ts";
import { waitingRules } from "../rules/waiting-rules.ts";
import { mitigatedOf } from "../threats/build-threat.ts";
import { SEVERITIES } from "../threats/severity.ts";
import { nextStep } from "./next-step.ts";
import { judge, type AnalyzeOptions, type Judged } from "./judge.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { boundarySummaries, byId, crossingsOf, elementSummary, flowSummary, placementOf } from "./summaries.ts";

/**
 * Everything that follows from a model: facts, threats with people's decisions laid over them, questions, and what to do next.
 * Diagnostics (E3xxx) are about decisions that want another look and rules that were stopped.
 */
export function analyze(model: Model, library: Library, options: AnalyzeOptions): { readonly analysis: Analysis; readonly diagnostics: readonly Diagnostic[] } {
  const judged = judge(prepare(model, library), options);
  return { analysis: analysisOf(judged, options), diagnostics: [...noRules(judged.prepared), ...costlyRules(judged.prepared), ...checkDecisions(judged, options.at)] };
}

/** Nothing found is good news only where something looked. */
function noRules({ rules, allRules }: Prepared): readonly Diagnostic[] {
  if (rules.length > 0) return [];
  const why = allRules.size === 0 ? "its packs hold none" : `of the ${allRules.size} in its packs none is stable and for its stage`;
  return [engineDiagnostic("E3016", `No rules run on this model: ${why}. That no threat is found says nothing.`, undefined)];
}

function costlyRules({ evaluation }: Prepared): readonly Diagnostic[] {
  return evaluation.exhausted.map((rule) => engineDiagnostic(
    "E3004", `The rule ${rule} was stopped after ${RULE_STEPS} steps: it compares too much of a model this large, and what it did not get to is open.`, undefined, { rule },
  ));
}

function analysisOf(judged: Judged, options: AnalyzeOptions): Analysis {
  const { prepared, threats, questions, ledger } = judged;
  const { base, model, library } = prepared;
  const { subjects } = base;
  const held = prepared.evaluation.instances.filter((i) => i.outcome === "mitigated");
  const ordered = [...questions.filter((q) => !isDeeper(q, model.header.depth)), ...questions.filter((q) => isDeeper(q, model.header.depth))];
  const questionGroups = groupQuestions(ordered, base);
  // Made when somebody reads them: the summary of a large model shows a handful of thousands.
  const worded = once(() => ordered.map((question) => questionOf(question, base)));
  const mitigated = once(() => held.map((instance) => mitigatedOf(instance, base)).sort(byId));
  const elements = once(() => [...subjects.elements.values()].sort(byId).map((e) => elementSummary(e, base)));
  const flows = once(() => [...subjects.flows.values()].sort(byId).map((f) => flowSummary(f, base)));
  const crossings = once(() => crossingsOf(base));
  const decisions = [...ledger.all].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return {
    schema: "merlon/analysis/1",
    model: headerOf(model), ...(model.view ? { view: model.view } : {}), packs: library.packs.map(({ id, version, digest }) => ({ id, version, digest })), at: options.at,
    counts: countsOf(judged, held.length),
    threats, groups: groupsOf(threats), questionGroups,
    get mitigated() { return mitigated(); },
    get questions() { return worded(); },
    get elements() { return elements(); },
    get flows() { return flows(); },
    get crossings() { return crossings(); },
    boundaries: boundarySummaries(base),
    data: [...subjects.data.values()].sort(byId).map((d) => placementOf(d, base)),
    scales: scalesOf(model), controls: controlsOf(model), assumptions: assumptionsOf(model, options.at), decisions,
    ...(model.risks.size > 0 ? { risks: [...model.risks.values()].sort(byId).map(({ where: _, ...risk }) => risk) } : {}),
    rules: ruleOutcomes(prepared), ...withSome("waiting", waitingRules(prepared)), ...withSome("oftenDismissed", dismissalsOf(threats).filter(isOften).map(({ rule, dismissed, threats: all }) => ({ rule, dismissed, threats: all }))),
    ...gatePart(judged, options),
    next: nextStep({
      depth: model.header.depth, threats, questions: ordered.length, groups: questionGroups, decisions,
      elements: subjects.elements.size, flows: subjects.flows.size, boundaries: subjects.boundaries.size, rules: prepared.rules.length,
    }),
  };
}

function withSome<K extends string, T>(key: K, items: readonly T[]): { readonly [P in K]?: readonly T[] } {
  return (items.length === 0 ? {} : { [key]: items }) as { readonly [P in K]?: readonly T[] }; // one key, or none
}

/** A gate that nobody set stops nothing and says nothing. */
function gatePart(judged: Judged, { at, failOn }: AnalyzeOptions): Pick<Analysis, "gate"> {
  const { policy } = judged.prepared.model;
  if (failOn === undefined && policy["fail-on"] === undefined && policy.gates?.model === undefined) return {};
  return { gate: modelGate(judged, policy, { at, ...(failOn === undefined ? {} : { failOn }) }) };
}

function headerOf(model: Model): Analysis["model"] {
  const { header } = model;
  return {
    id: header.id, title: header.title, ...(header.version ? { version: header.version } : {}), ...(header.description ? { description: header.description } : {}),
    stage: header.stage, depth: header.depth, get digest() { return model.digest; }, owners: header.owners ?? [], ...(header.scope ? { scope: header.scope } : {}),
  };
}

function countsOf({ prepared, threats, questions }: Judged, mitigated: number): Analysis["counts"] {
  const { subjects } = prepared.base;
  const open = Object.fromEntries(SEVERITIES.map((s) => [s, 0])) as Record<Severity, number>;
  for (const threat of threats) if (threat.status === "open") open[threat.severity]++;
  const having = (status: Threat["status"]) => threats.filter((t) => t.status === status).length;
  const deeper = questions.filter((q) => isDeeper(q, prepared.model.header.depth)).length;
  return {
    elements: subjects.elements.size, flows: subjects.flows.size, boundaries: subjects.boundaries.size, data: subjects.data.size,
    open, threats: threats.length, planned: having("planned"), accepted: having("accepted"), dismissed: having("dismissed"),
    mitigated, questions: questions.length - deeper, deeperQuestions: deeper, rules: prepared.rules.length,
  };
}

/** Open threats of one rule are one group: they share their fix. Worst first. */
function groupsOf(threats: readonly Threat[]): readonly ThreatGroup[] {
  const groups = new Map<string, Threat[]>();
  for (const threat of threats) {
    if (threat.status !== "open") continue;
    const key = threat.rule?.id ?? threat.id;
    const group = groups.get(key);
    if (group) group.push(threat);
    else groups.set(key, [threat]);
  }
  return [...groups].map(([rule, members]) => ({ rule, title: members[0]!.title, severity: members[0]!.severity, threats: members.map((t) => t.id) }));
}

function scalesOf(model: Model): Analysis["scales"] {
  return [...model.scales.values()].sort(byId).map((s) => ({
    id: s.id, ...(s.protects ? { protects: s.protects } : {}), levels: s.levels.map((id) => ({ id, class: s.classes[id] ?? "none" })),
  }));
}

function controlsOf(model: Model): Analysis["controls"] {
  return [...model.controls.values()].sort(byId).map(({ id, title, type, state, at }) => ({ id, title, type, state, at }));
}

function assumptionsOf(model: Model, at: string): Analysis["assumptions"] {
  return [...model.assumptions.values()].sort(byId).map(({ where: _, ...a }) => ({ ...a, expired: a.until !== undefined && a.until < at }));
}

function ruleOutcomes(prepared: Prepared): readonly RuleOutcome[] {
  return prepared.rules.map(({ rule }) => {
    const count = prepared.evaluation.counts.get(rule.id)!;
    return { rule: rule.id, status: rule.status, threats: count.threat, questions: count.question, mitigated: count.mitigated, checked: count.checked, notExamined: count["not-examined"] };
  }).sort((a, b) => (a.rule < b.rule ? -1 : 1));
}
