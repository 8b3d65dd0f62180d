// What the views of ATT&CK share: the threats that count, the techniques that they name as they stand in a release, and which controls protect where.
import { lineage, type Model, type ModelControl } from "@merlon/core";
import type { Analysis, AttackCatalogue, AttackDomain, AttackTechnique, AttackThreat, Library, Threat } from "@merlon/schema";
import { attackVersion, catalogueAt, newestVersion, type AttackKnowledge } from "./attack-knowledge.ts";

export interface AttackView {
  readonly model: Model;
  readonly library: Library;
  readonly analysis: Analysis;
  readonly knowledge: AttackKnowledge;
  readonly version: string;
  readonly catalogues: readonly AttackCatalogue[];
}

/** One technique with every threat that names it. */
export interface NamedTechnique {
  readonly technique: AttackTechnique;
  readonly domain: AttackDomain;
  readonly threats: readonly Threat[];
}

const domains: readonly AttackDomain[] = ["enterprise-attack", "mobile-attack", "ics-attack", "atlas"];

/** `said`: a release; the model's own, else the newest, when left out. */
export function attackView(parts: Pick<AttackView, "model" | "library" | "analysis" | "knowledge">, said = parts.model.header["attack-version"]): AttackView {
  const version = (said === undefined ? undefined : attackVersion(parts.knowledge, said)) ?? newestVersion(parts.knowledge);
  return { ...parts, version, catalogues: domains.flatMap((domain) => catalogueAt(parts.knowledge, domain, version) ?? []) };
}

/** All but those that people dismissed. */
export function threatsThatCount({ analysis }: AttackView, among: (threat: Threat) => boolean = () => true): readonly Threat[] {
  return analysis.threats.filter((threat) => threat.status !== "dismissed" && among(threat));
}

/** Live techniques only, by id. */
export function namedTechniques(view: AttackView, threats: readonly Threat[]): readonly NamedTechnique[] {
  const named = new Map<string, Threat[]>();
  for (const threat of threats) for (const id of new Set(threat.attack.map((reference) => reference.id))) named.set(id, [...named.get(id) ?? [], threat]);
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, of]): readonly NamedTechnique[] => {
    const found = techniqueIn(view, id);
    return found ? [{ ...found, threats: of }] : [];
  });
}

/** Ids that threats name and that the release does not have as live ones, such as those of a rule that speaks a newer release. */
export function unknownTechniques(view: AttackView, threats: readonly Threat[]): readonly string[] {
  const ids = new Set(threats.flatMap(({ attack }) => attack.map(({ id }) => id)));
  return [...ids].filter((id) => techniqueIn(view, id) === undefined).sort();
}

export function techniqueIn({ catalogues }: Pick<AttackView, "catalogues">, id: string): Pick<NamedTechnique, "technique" | "domain"> | undefined {
  for (const { domain, techniques } of catalogues) {
    const technique = techniques.find((one) => one.id === id && one.status === undefined);
    if (technique) return { technique, domain };
  }
  return undefined;
}

export function asAttackThreat({ id, title, severity }: Threat): AttackThreat {
  return { id, title, severity };
}

/** The objects that a threat is at; none for the model as a whole. */
export function placesOf({ model }: Pick<AttackView, "model">, { id, origin, target }: Threat): readonly string[] {
  if (origin === "person") return model.threats.get(id)?.at ?? [];
  if (target.kind === "path") return [target.id.slice(target.id.indexOf("..") + 2)];
  return target.kind === "model" ? [] : [target.id];
}

/** M-ids that a control carries out: its own and those of its type. */
export function mitigationsOf({ library }: Pick<AttackView, "library">, control: ModelControl): readonly string[] {
  const types = lineage(control.type);
  return [...new Set([...control.attack ?? [], ...library.controls.filter(({ id }) => types.includes(id)).flatMap(({ attack = [] }) => attack)])];
}

/** A control protects a threat's place when it is there, at an end or a flow of it, or at a boundary around it. */
export function protects(model: Model, control: ModelControl, places: readonly string[]): boolean {
  if (places.length === 0) return true;
  const near = new Set(places.flatMap((id) => around(model, id)));
  return control.at.some((id) => near.has(id));
}

/** The object, the ends of a flow, and the boundaries around them. */
export function around(model: Model, id: string): readonly string[] {
  const flow = model.flows.get(id);
  if (flow) return [id, ...around(model, flow.from), ...around(model, flow.to)];
  const element = model.elements.get(id);
  const enclosing = (boundary: string | undefined): readonly string[] => (boundary === undefined ? [] : [boundary, ...enclosing(model.boundaries.get(boundary)?.parent)]);
  return element ? [id, ...element.in.flatMap(enclosing)] : enclosing(model.boundaries.has(id) ? id : undefined);
}
