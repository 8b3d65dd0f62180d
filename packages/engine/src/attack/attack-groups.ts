// What a group of attackers would do here: which of our threats its techniques bring about, and which of them work on our elements although no threat names them.
import type { AttackDomain, AttackGroup, AttackTechnique, GroupTechnique, GroupUse, Threat } from "@merlon/schema";
import { asAttackThreat, techniqueIn, threatsThatCount, type AttackView } from "./attack-view.ts";
import { applicability } from "./element-platforms.ts";

/** In the order asked; `unknown` are ids that no catalogue has as a live group. */
export function attackGroups(view: AttackView, ids: readonly string[]): { readonly groups: readonly GroupUse[]; readonly unknown: readonly string[] } {
  const uses = ids.map((id) => groupUse(view, id));
  return { groups: uses.flatMap((use) => use ?? []), unknown: ids.filter((_, index) => uses[index] === undefined) };
}

function rank(severity: Threat["severity"]): number {
  return ["info", "low", "medium", "high", "critical"].indexOf(severity);
}

/** Of all domains: a group may be known in several. */
export function groupIn({ catalogues }: Pick<AttackView, "catalogues">, id: string): AttackGroup | undefined {
  const found = catalogues.flatMap(({ groups }) => groups.filter((group) => group.id === id && group.status === undefined));
  const [first] = found;
  return first && { ...first, techniques: [...new Set(found.flatMap(({ techniques = [] }) => techniques))].sort() };
}

function groupUse(view: AttackView, id: string): GroupUse | undefined {
  const group = groupIn(view, id);
  if (!group) return undefined;
  const techniques = (group.techniques ?? []).flatMap((technique) => techniqueIn(view, technique) ?? []);
  const threats = threatsThatCount(view);
  const uses = threats.map((threat) => ({ ...asAttackThreat(threat), by: techniques.filter(({ technique }) => names(threat, technique)).map(({ technique }) => brief(technique)) }));
  const unnamed = techniques.filter(({ technique }) => !threats.some((threat) => names(threat, technique))).map((one) => ({ ...one, ...reachOf(view, one.technique, one.domain) }));
  return {
    id, name: group.name, techniques: techniques.length, uses: uses.filter(({ by }) => by.length > 0).sort((a, b) => rank(b.severity) - rank(a.severity) || (a.id < b.id ? -1 : 1)),
    without: unnamed.filter(({ elements, possible }) => elements.length + possible.length > 0).map(({ technique, elements, possible }) => ({ ...brief(technique), elements, possible })),
    elsewhere: byReason(unnamed.filter(({ elements, possible }) => elements.length + possible.length === 0)),
  };
}

/** A threat that names a technique means its kinds too, and one that names a kind may be brought about by the technique as a whole. */
function names({ attack }: Threat, { id, parent }: AttackTechnique): boolean {
  return attack.some((reference) => reference.id === id || reference.id === parent || reference.id.startsWith(`${id}.`));
}

function brief({ id, name, tactics = [] }: AttackTechnique): GroupTechnique {
  return { id, name, tactics };
}

/** On which elements a technique works or may work, and why not on the others. */
export function reachOf({ model }: AttackView, technique: AttackTechnique, domain: AttackDomain): { readonly elements: readonly string[]; readonly possible: readonly string[]; readonly why: string } {
  const judged = [...model.elements.values()].filter(({ outOfScope, kind }) => outOfScope === undefined && kind !== "external").map((element) => ({ id: element.id, ...applicability(technique, domain, element) }));
  const of = (verdict: string) => judged.filter((one) => one.verdict === verdict).map(({ id }) => id).sort();
  return { elements: of("applies"), possible: of("possible"), why: commonest(judged.map(({ why }) => why)) };
}

/** The reason that speaks of the technique, not of one element. */
function commonest(reasons: readonly string[]): string {
  if (reasons.includes("it happens before and outside of the system")) return "happens before and outside of the system";
  return reasons.length > 0 && reasons.every((why) => why === "it is of another matrix") ? "is of another matrix" : "works on none of our platforms";
}

function byReason(unnamed: readonly { readonly technique: AttackTechnique; readonly why: string }[]): GroupUse["elsewhere"] {
  const reasons = [...new Set(unnamed.map(({ why }) => why))].sort();
  return reasons.map((why) => ({ why, techniques: unnamed.filter((one) => one.why === why).map(({ technique }) => technique.id) }));
}
