// What a group of attackers would do here: which of our threats its techniques bring about, and which of them work on our elements although no threat names them.
import type { AttackDomain, AttackGroup, AttackTechnique, GroupTechnique, GroupUse, Threat } from "@merlon/schema";
import { asAttackThreat, techniqueIn, threatsThatCount, type AttackView } from "./attack-view.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { ElementSubject } from "../facts/subject.ts";
import { isJudged } from "../rules/evaluate.ts";
import { applicability, factBaseOf } from "./applicability.ts";

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
export function reachOf(view: AttackView, technique: AttackTechnique, domain: AttackDomain): { readonly elements: readonly string[]; readonly possible: readonly string[]; readonly why: string } {
  const base = factBaseOf(view);
  const judged = elementsOf(base).map((element) => ({ id: element.id, ...applicability(technique, domain, element, base) }));
  const of = (verdict: string) => judged.filter((one) => one.verdict === verdict).map(({ id }) => id).sort();
  return { elements: of("applies"), possible: of("possible"), why: commonest(judged.map(({ why }) => why)) };
}

/** Ours, in scope and not retired. */
function elementsOf({ subjects }: FactBase): readonly ElementSubject[] {
  return [...subjects.elements.values()].filter((element) => isJudged(element) && element.source.kind !== "external");
}

/** What speaks against the technique at most elements. */
function commonest(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons.map(inGeneral)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? "works on none of our platforms";
}

/** A reason that is not about one element. */
function inGeneral(why: string): string {
  return why.startsWith("works on ") ? "works on none of our platforms" : why.replace(/^it /, "");
}

function byReason(unnamed: readonly { readonly technique: AttackTechnique; readonly why: string }[]): GroupUse["elsewhere"] {
  const reasons = [...new Set(unnamed.map(({ why }) => why))].sort();
  return reasons.map((why) => ({ why, techniques: unnamed.filter((one) => one.why === why).map(({ technique }) => technique.id) }));
}
