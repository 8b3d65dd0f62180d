// One score for every technique of a layer, with the threats behind it. What each score means is said in the layer itself.
import type { AttackDomain, AttackLayer, AttackLayerKind, AttackLayerTechnique, Severity, Threat } from "@merlon/schema";
import { coveredTechnique } from "./attack-coverage.ts";
import { groupIn, reachOf } from "./attack-groups.ts";
import { asAttackThreat, namedTechniques, placesOf, techniqueIn, threatsThatCount, unknownTechniques, type AttackView, type NamedTechnique } from "./attack-view.ts";

export interface LayerOptions {
  readonly kind: AttackLayerKind;
  /** Only threats, and for the platform layer only elements, in here. */
  readonly within?: LayerPart | undefined;
  /** For the actor layer: group ids. */
  readonly groups?: readonly string[];
  /** For the evidence layer: what others saw, beside the evidence in the model. */
  readonly seen?: readonly SeenTechniques[];
  /** For the diff layer: the version before. */
  readonly before?: AttackView;
}

/** Techniques that somebody saw, such as a layer of a red team. */
export interface SeenTechniques {
  readonly title: string;
  readonly techniques: ReadonlyMap<string, string>;
}

export interface LayerPart {
  readonly title: string;
  /** Ids of elements, flows and boundaries. */
  readonly objects: ReadonlySet<string>;
}

type Scored = AttackLayerTechnique & { readonly domain: AttackDomain };

const classes: Readonly<Record<Severity, number>> = { info: 1, low: 2, medium: 3, high: 4, critical: 5 };

const kinds: Readonly<Record<AttackLayerKind, Pick<AttackLayer, "means" | "least" | "most"> & { readonly title: string }>> = {
  theory: { title: "threats", means: "The worst severity of the threats that name the technique: info 20, low 40, medium 60, high 80, critical 100.", least: 0, most: 100 },
  platform: { title: "platforms", means: "2: it works on a platform that an element is told to run on. 1: it may, because the operating system of an element is not stated.", least: 0, most: 2 },
  actor: { title: "actors", means: "How many of the chosen groups are known to use the technique.", least: 0, most: 1 },
  evidence: { title: "evidence", means: "How many pieces of evidence there are: those in the model about a threat that names the technique, and the layers given that score it.", least: 0, most: 1 },
  diff: { title: "change", means: "100: a threat names it, and none did before. 60: threats of it came, went or weigh otherwise. 20: no threat names it any more. What did not change is left out.", least: 0, most: 100 },
  protection: { title: "protection", means: "The share of the technique's mitigations that are in place, in percent; one that is in place at some of the threats counts half.", least: 0, most: 100 },
  risk: { title: "risk", means: "Ten times the sum of the worst severity (info 1 to critical 5) and of five less the mitigations in place, at least one.", least: 20, most: 100 },
};

export interface AttackLayerSet {
  /** One for each matrix with something to show. */
  readonly layers: readonly AttackLayer[];
  /** Techniques of ATLAS, which has no layers in this format. */
  readonly leftOut: readonly string[];
  /** Ids that threats name and that this release does not have. */
  readonly unknown: readonly string[];
}

export function attackLayers(view: AttackView, options: LayerOptions): AttackLayerSet {
  const scored = techniquesOf(view, options);
  const groups = options.groups?.length ?? 0;
  const { title, most, ...rest } = kinds[options.kind];
  const of = (domain: AttackLayer["domain"]): AttackLayer => ({
    kind: options.kind, model: view.model.header.id, domain, version: view.version,
    title: `${view.model.header.title}${options.within ? `, ${options.within.title}` : ""}: ${title}`, ...rest,
    most: options.kind === "actor" ? Math.max(1, groups) : options.kind === "evidence" ? Math.max(1, ...scored.map(({ score }) => score)) : most,
    techniques: scored.filter((one) => one.domain === domain).map(({ domain: _, ...technique }) => technique),
  });
  const layers = (["enterprise-attack", "mobile-attack", "ics-attack"] as const).map(of).filter(({ techniques }) => techniques.length > 0);
  return { layers: layers.length > 0 ? layers : [of("enterprise-attack")], leftOut: scored.filter(({ domain }) => domain === "atlas").map(({ id }) => id), unknown: unknownTechniques(view, threatsThatCount(view, (threat) => isWithin(view, threat, options.within))) };
}

function techniquesOf(view: AttackView, options: LayerOptions): readonly Scored[] {
  const named = namedTechniques(view, threatsThatCount(view, (threat) => isWithin(view, threat, options.within)));
  switch (options.kind) {
    case "theory": return named.map((one) => scoredBy(one, classes[worst(one.threats)] * 20, `Worst severity: ${worst(one.threats)}.`, []));
    case "evidence": return evidence(view, named, options.seen ?? []);
    case "diff": return difference(view, named, options);
    case "protection": return named.map((one) => protection(view, one));
    case "risk": return named.map((one) => risk(view, one));
    case "platform": return platform(view, named, options.within);
    case "actor": return actor(view, named, options.groups ?? []);
  }
}

function scoredBy({ technique, domain, threats }: NamedTechnique, score: number, comment: string, facts: AttackLayerTechnique["facts"]): Scored {
  const sorted = [...threats].sort((a, b) => classes[b.severity] - classes[a.severity] || (a.id < b.id ? -1 : 1));
  return { id: technique.id, name: technique.name, domain, score, comment, threats: sorted.map(asAttackThreat), facts };
}

function worst(threats: readonly Threat[]): Severity {
  return threats.map(({ severity }) => severity).sort((a, b) => classes[b] - classes[a])[0] ?? "info";
}

function protection(view: AttackView, named: NamedTechnique): Scored {
  const { mitigations, detections } = coveredTechnique(view, named);
  const inPlace = mitigations.reduce((sum, { state }) => sum + (state === "in-place" ? 1 : state === "partly" ? 0.5 : 0), 0);
  const score = mitigations.length === 0 ? 0 : Math.round((inPlace / mitigations.length) * 100);
  const comment = mitigations.length === 0 ? "ATT&CK knows no mitigation: accept or detect." : `${inPlace} of ${mitigations.length} mitigations in place.`;
  const facts = mitigations.map(({ id, name, state, controls, stated }) => ({ name: `${id} ${name}`, value: controls.length + stated.length === 0 ? state : `${state}: ${[...controls, ...stated].join(", ")}` }));
  return scoredBy(named, score, comment, [...facts, { name: "detection strategies", value: String(detections) }]);
}

function risk(view: AttackView, named: NamedTechnique): Scored {
  const inPlace = coveredTechnique(view, named).mitigations.filter(({ state }) => state === "in-place").length;
  const severity = worst(named.threats);
  return scoredBy(named, (classes[severity] + Math.max(1, 5 - inPlace)) * 10, `Worst severity ${severity}, ${inPlace} mitigations in place.`, []);
}

function platform(view: AttackView, named: readonly NamedTechnique[], within: LayerPart | undefined): readonly Scored[] {
  const threats = new Map(named.map((one) => [one.technique.id, one.threats]));
  const here = (id: string) => within === undefined || within.objects.has(id);
  return view.catalogues.filter(({ domain }) => domain !== "atlas").flatMap(({ domain, techniques }) => techniques.filter(({ status }) => status === undefined).flatMap((technique) => {
    const reach = reachOf(view, technique, domain);
    const [elements, possible] = [reach.elements.filter(here), reach.possible.filter(here)];
    if (elements.length + possible.length === 0) return [];
    const comment = [elements.length > 0 ? `Works on ${elements.join(", ")}.` : undefined, possible.length > 0 ? `May work on ${possible.join(", ")}.` : undefined].filter((part) => part !== undefined).join(" ");
    return [scoredBy({ technique, domain, threats: threats.get(technique.id) ?? [] }, elements.length > 0 ? 2 : 1, comment, [])];
  }));
}

function actor(view: AttackView, named: readonly NamedTechnique[], ids: readonly string[]): readonly Scored[] {
  const threats = new Map(named.map((one) => [one.technique.id, one.threats]));
  const groups = ids.flatMap((id) => groupIn(view, id) ?? []);
  const techniques = [...new Set(groups.flatMap((group) => group.techniques ?? []))].sort();
  return techniques.flatMap((id) => {
    const found = techniqueIn(view, id);
    const users = groups.filter((group) => group.techniques?.includes(id));
    return found ? [scoredBy({ ...found, threats: threats.get(id) ?? [] }, users.length, `Used by ${users.map(({ name }) => name).join(", ")}.`, [])] : [];
  });
}

/** What was seen and no threat names is a gap in the model, and told first of all. */
function evidence(view: AttackView, named: readonly NamedTechnique[], seen: readonly SeenTechniques[]): readonly Scored[] {
  const byId = new Map(named.map((one) => [one.technique.id, one]));
  const ids = [...new Set([...byId.keys(), ...seen.flatMap(({ techniques }) => [...techniques.keys()])])].sort();
  return ids.flatMap((id): readonly Scored[] => {
    const found = byId.get(id) ?? (techniqueIn(view, id) && { ...techniqueIn(view, id)!, threats: [] });
    if (!found) return [];
    const own = [...view.model.evidence.values()].filter(({ about = [] }) => found.threats.some((threat) => about.includes(threat.id))).map((one) => ({ name: one.id, value: one.kind }));
    const others = seen.flatMap(({ title, techniques }) => (techniques.has(id) ? [{ name: title, value: techniques.get(id)! }] : []));
    const facts = [...own, ...others];
    if (facts.length === 0) return [];
    return [scoredBy(found, facts.length, found.threats.length === 0 ? "Seen, and no threat names it." : `Seen in ${facts.map(({ name }) => name).join(", ")}.`, facts)];
  });
}

function difference(view: AttackView, now: readonly NamedTechnique[], { before, within }: LayerOptions): readonly Scored[] {
  const old = new Map((before ? namedTechniques(view, threatsThatCount(before, (threat) => isWithin(before, threat, within))) : []).map((one) => [one.technique.id, one]));
  const words = ({ threats }: NamedTechnique): string => threats.map(({ id, severity }) => `${id} (${severity})`).sort().join(", ");
  const kept = now.flatMap((one): readonly Scored[] => {
    const was = old.get(one.technique.id);
    if (!was) return [scoredBy(one, 100, `New: ${words(one)}.`, [])];
    return words(was) === words(one) ? [] : [scoredBy(one, 60, `Was: ${words(was)}. Is: ${words(one)}.`, [])];
  });
  const gone = [...old.values()].filter(({ technique }) => !now.some((one) => one.technique.id === technique.id));
  return [...kept, ...gone.map((one) => scoredBy({ ...one, threats: [] }, 20, `Gone: ${words(one)}.`, []))].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** At an object of the part, or a flow with an end there. */
function isWithin(view: AttackView, threat: Threat, within: LayerPart | undefined): boolean {
  if (within === undefined) return true;
  return placesOf(view, threat).some((id) => {
    const flow = view.model.flows.get(id);
    return within.objects.has(id) || (flow !== undefined && (within.objects.has(flow.from) || within.objects.has(flow.to)));
  });
}
