// Which techniques our threats name, what ATT&CK knows against each, how much of that is in place where the threats are, and whether anybody would hear of it there.
import { isInForce, type ModelControl } from "@merlon/core";
import type { AttackCoverage, CoverageState, CoveredTechnique } from "@merlon/schema";
import { asAttackThreat, mitigationsOf, namedTechniques, placesOf, protects, threatsThatCount, unknownTechniques, type AttackView, type NamedTechnique } from "./attack-view.ts";
import { statedAt, type StatedAt } from "./stated-mitigation.ts";

/** Entries that ATT&CK lists as mitigations and that mitigate nothing: "do not mitigate". */
const none: ReadonlySet<string> = new Set(["M1055", "M1059"]);

/** Characteristics that say that somebody is alerted, and that what happened can be found out. */
const alerting: ReadonlySet<string> = new Set(["alerting", "intrusion-detection"]);
const recording: ReadonlySet<string> = new Set(["audit-logging", "control-plane-logging"]);

export function attackCoverage(view: AttackView): AttackCoverage {
  const threats = threatsThatCount(view);
  const techniques = namedTechniques(view, threats).map((named) => coveredTechnique(view, named));
  const untagged = threats.filter(({ attack }) => attack.length === 0).map(asAttackThreat);
  const without = techniques.filter(({ mitigations }) => mitigations.length === 0).length;
  const mitigated = techniques.filter(({ mitigations }) => mitigations.some(isStarted)).length;
  const seen = { noticed: techniques.filter(({ noticed }) => isStarted(noticed)).length, recorded: techniques.filter(({ recorded }) => isStarted(recorded)).length };
  return {
    model: view.model.header.id, version: view.version, techniques, unknown: unknownTechniques(view, threats), untagged,
    counts: { techniques: techniques.length, mitigated, unmitigated: techniques.length - mitigated - without, withoutMitigation: without, ...seen, untagged: untagged.length },
  };
}

export function coveredTechnique(view: AttackView, { technique, domain, threats }: NamedTechnique): CoveredTechnique {
  const known = view.catalogues.find((catalogue) => catalogue.domain === domain)?.mitigations ?? [];
  const places = threats.map((threat) => placesOf(view, threat));
  const mitigations = (technique.mitigations ?? []).filter((id) => !none.has(id)).map((id) => {
    const controls = [...view.model.controls.values()].filter((control) => mitigationsOf(view, control).includes(id));
    return { id, name: known.find((mitigation) => mitigation.id === id)?.name ?? id, ...stateOf(view, controls, (place) => statedAt(view, ({ attack = [] }) => attack.includes(id), place), places) };
  });
  const seenBy = (keys: ReadonlySet<string>): CoverageState => {
    const types = view.library.controls.filter(({ provides = {} }) => Object.keys(provides).some((key) => keys.has(key)));
    return stateOf(view, [...view.model.controls.values()].filter(({ type }) => types.some(({ id }) => id === type)), (place) => statedAt(view, (type) => types.includes(type), place), places);
  };
  return { id: technique.id, name: technique.name, domain, threats: threats.map(asAttackThreat), mitigations, detections: technique.detections ?? 0, noticed: seenBy(alerting), recorded: seenBy(recording) };
}

function isStarted({ state }: CoverageState): boolean {
  return state === "in-place" || state === "partly";
}

function stateOf({ model }: AttackView, controls: readonly ModelControl[], stated: (place: string) => StatedAt, places: readonly (readonly string[])[]): CoverageState {
  const near = controls.filter((control) => places.some((place) => protects(model, control, place)));
  const inForce = near.filter(isInForce);
  const found = places.map((place) => place.map(stated));
  const isCovered = (at: number) => inForce.some((control) => protects(model, control, places[at]!)) || found[at]!.some(({ safe }) => safe.length > 0);
  const covered = places.filter((_, at) => isCovered(at)).length;
  const told = { controls: inForce.map(({ id }) => id), stated: [...new Set(found.flat().flatMap(({ safe }) => safe))].sort() };
  if (covered > 0) return { state: covered === places.length ? "in-place" : "partly", ...told };
  const coming = near.filter(({ state }) => state === "planned" || state === "proposed");
  if (coming.length > 0) return { state: "planned", controls: coming.map(({ id }) => id), stated: [] };
  return { state: found.flat().some(({ unsafe }) => unsafe) ? "missing" : "not-stated", controls: [], stated: [] };
}
