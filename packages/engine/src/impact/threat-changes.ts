// Threats that came, went, came back, turned into questions or weigh otherwise.
import type { FactChange, Threat, ThreatChange, ThreatChangeKind } from "@merlon/schema";
import { leavesOf, witnessOf, type Witness } from "../ledger/fact-values.ts";
import { targetById } from "../paths/target-by-id.ts";
import { parseKey } from "../ledger/threat-key.ts";
import type { Evaluation, Instance } from "../rules/evaluate.ts";
import { SEVERITIES } from "../threats/severity.ts";
import { causeFor, type Comparison, type SideSeen } from "./comparison.ts";

/** Worst first; what is new before what is gone. */
export function threatChanges(comparison: Comparison): readonly ThreatChange[] {
  const [old, now] = [byId(comparison.before), byId(comparison.after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  return ids.flatMap((id) => changeOf(id, old.get(id), now.get(id), comparison) ?? []).sort(compareChanges);
}

function byId({ judged }: SideSeen): ReadonlyMap<string, Threat> {
  return new Map(judged.threats.map((threat) => [threat.id, threat]));
}

function changeOf(id: string, old: Threat | undefined, now: Threat | undefined, comparison: Comparison): ThreatChange | undefined {
  const rest = () => ({ id, cause: causeFor(comparison, `threat:${id}`), facts: factChanges(id, comparison) });
  // What people had decided away and is open again, because the decision was taken back; one that is stale is told as such.
  const isStale = comparison.after.judged.ledger.threats.get(id)?.state === "stale";
  if (old && now && old.status !== "open" && now.status === "open" && !isStale) return { change: "reopened", threat: now, ...rest(), cause: causeFor(comparison, `decision:${id}`) };
  if (old && now) return old.severity === now.severity ? undefined : { change: "changed", threat: now, severityBefore: old.severity, ...rest() };
  if (now) return { change: wasResolved(id, comparison) ? "reopened" : "added", threat: now, ...rest() };
  return old && { change: goneHow(id, old, comparison), threat: old, ...rest() };
}

function wasResolved(id: string, { before }: Comparison): boolean {
  return before.judged.ledger.all.some((status) => status.key === id && status.state === "resolved");
}

function goneHow(id: string, { origin }: Threat, { after }: Comparison): ThreatChangeKind {
  if (after.seen.get(`threat:${id}`) === "question") return "hidden";
  if (origin === "person") return "removed";
  return targetIn(id, after) === undefined ? "removed" : "resolved";
}

function targetIn(id: string, { judged: { prepared } }: SideSeen) {
  const key = parseKey(id);
  return key.kind === "threat" ? targetById(key.target, prepared.allRules.get(key.rule), prepared.base) : undefined;
}

/** The facts that decide it where it is, with their values on the other side. */
function factChanges(id: string, { before, after }: Comparison): readonly FactChange[] {
  const [was, is] = [witnessIn(id, before), witnessIn(id, after)];
  // Of what is new or gone as a whole the operation says enough.
  if (!was || !is) return [];
  return Object.keys(is.deciding).flatMap((fact): readonly FactChange[] => {
    const [old, now] = [was.all[fact], is.all[fact]];
    return old === now || fact.endsWith(".id") ? [] : [{ fact, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }];
  });
}

const known = new WeakMap<Evaluation, ReadonlyMap<string, Instance>>();

function instancesOf(evaluation: Evaluation): ReadonlyMap<string, Instance> {
  let byId = known.get(evaluation);
  if (!byId) known.set(evaluation, (byId = new Map(evaluation.instances.map((instance) => [instance.id, instance]))));
  return byId;
}

function witnessIn(id: string, { judged: { prepared } }: SideSeen): { readonly deciding: Witness; readonly all: Witness } | undefined {
  const { base, evaluation, allRules } = prepared;
  const found = instancesOf(evaluation).get(id);
  if (found) return { deciding: witnessOf(found, base), all: leavesOf(found, base) };
  const key = parseKey(id);
  const rule = key.kind === "threat" ? allRules.get(key.rule) : undefined;
  const target = key.kind === "threat" ? targetById(key.target, rule, base) : undefined;
  if (!rule || !target || rule.per) return undefined;
  return { deciding: witnessOf({ rule, target, about: undefined }, base), all: leavesOf({ rule, target, about: undefined }, base) };
}

const RANK: Readonly<Record<ThreatChangeKind, number>> = { added: 0, reopened: 0, changed: 1, hidden: 2, resolved: 3, removed: 4 };

function compareChanges(a: ThreatChange, b: ThreatChange): number {
  return RANK[a.change] - RANK[b.change] || SEVERITIES.indexOf(b.threat.severity) - SEVERITIES.indexOf(a.threat.severity) || (a.id < b.id ? -1 : 1);
}
