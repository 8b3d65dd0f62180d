// One technique: what it is, what stands against it by several bodies' catalogues, and where in a model it could be used and why.
import type { Catalogue, OutsideControl, TechniqueAt, TechniqueView } from "@merlon/schema";
import { isJudged } from "../rules/evaluate.ts";
import { catalogueAt, matrixDomains, type AttackKnowledge } from "./attack-knowledge.ts";
import { applicability, factBaseOf } from "./applicability.ts";
import { asAttackThreat, techniqueIn, threatsThatCount, type AttackView, type NamedTechnique } from "./attack-view.ts";

export interface TechniqueSources {
  readonly knowledge: AttackKnowledge;
  /** The release that the technique is taken from. */
  readonly version: string;
  /** Catalogues whose entries name the techniques that they stand against. */
  readonly outsideControls: readonly Catalogue[];
}

/** undefined: the release has no such live technique. `view`: the model to look at. */
export function techniqueView(id: string, { knowledge, version, outsideControls }: TechniqueSources, view?: AttackView): TechniqueView | undefined {
  const catalogues = [...matrixDomains, "atlas" as const].flatMap((domain) => catalogueAt(knowledge, domain, version) ?? []);
  const found = techniqueIn({ catalogues }, id);
  if (!found) return undefined;
  const { technique, domain } = found;
  const catalogue = catalogues.find((one) => one.domain === domain)!;
  const mitigations = (technique.mitigations ?? []).map((mitigation): OutsideControl => ({ id: mitigation, name: catalogue.mitigations.find((one) => one.id === mitigation)?.name ?? mitigation }));
  return {
    id, name: technique.name, domain, version: domain === "atlas" ? catalogue.version : version,
    tactics: technique.tactics ?? [], platforms: technique.platforms ?? [], artefacts: technique.artefacts ?? [], mitigations, detections: technique.detections ?? 0,
    groups: catalogue.groups.filter(({ status, techniques = [] }) => status === undefined && techniques.includes(id)).map(({ name }) => name).sort(),
    outsideControls: Object.fromEntries(outsideControls.map((one) => [one.id, against(one, technique.id, technique.parent)])),
    ...(view ? { model: { id: view.model.header.id, threats: threatsThatCount(view, ({ attack }) => attack.some((reference) => reference.id === id)).map(asAttackThreat), elements: elementsFor(found, view) } } : {}),
  };
}

/** Of a kind of technique of which nothing is said, what stands against the technique as a whole. */
function against({ entries }: Catalogue, id: string, parent: string | undefined): readonly OutsideControl[] {
  const named = (wanted: string) => entries.filter(({ techniques = [] }) => techniques.includes(wanted));
  const own = named(id);
  return (own.length > 0 || parent === undefined ? own : named(parent)).map(({ id: entry, name, group }) => ({ id: entry, name, ...(group === undefined ? {} : { group }) }));
}

const rank = { applies: 0, possible: 1, no: 2 } as const;

/** Where it applies first. */
function elementsFor({ technique, domain }: Pick<NamedTechnique, "technique" | "domain">, view: AttackView): readonly TechniqueAt[] {
  const base = factBaseOf(view);
  const judged = [...base.subjects.elements.values()].filter(isJudged).map((element): TechniqueAt => ({ id: element.id, title: element.title, ...applicability(technique, domain, element, base) }));
  return judged.sort((a, b) => rank[a.verdict] - rank[b.verdict] || (a.id < b.id ? -1 : 1));
}
