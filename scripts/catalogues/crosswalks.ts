// Catalogues that lead from ATT&CK to what other bodies ask for: countermeasures of D3FEND, controls of NIST and the Cloud Security Alliance. Nothing here writes.
import type { CatalogueEntry } from "@merlon/schema";

/** Techniques that were retired, and what they are now. */
type Retired = Readonly<Record<string, { readonly now: readonly string[] }>>;

export interface SourceCountermeasure {
  readonly id: string;
  readonly name: string;
  readonly tactic?: string;
  readonly attack?: readonly string[];
}

/** What a technique touches, as `verb Artefact`. */
export interface SourceArtefacts {
  readonly id: string;
  readonly artifacts: readonly string[];
}

export interface SourceMapping {
  readonly frameworkVersion: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly capabilities: Readonly<Record<string, { readonly name: string; readonly group: string }>>;
  readonly mappings: readonly (readonly [capability: string, kind: string, technique: string])[];
  readonly retiredInV19: Readonly<Record<string, readonly string[]>>;
}

export function countermeasures(techniques: readonly SourceCountermeasure[], retired: Retired): readonly CatalogueEntry[] {
  return techniques.map(({ id, name, tactic, attack = [] }) => ({ id, name, ...(tactic === undefined ? {} : { group: tactic }), ...against(attack.flatMap((one) => retired[one]?.now ?? [one])) })).sort(byId);
}

export function artefactsOf(sources: readonly SourceArtefacts[], retired: Retired): ReadonlyMap<string, readonly string[]> {
  const artefacts = new Map<string, Set<string>>();
  for (const { id, artifacts } of sources) {
    // Under the id of then and of now: catalogues of older releases know only the first.
    for (const now of [id, ...retired[id]?.now ?? []]) {
      const set = artefacts.get(now) ?? new Set();
      for (const artefact of artifacts) set.add(artefact.slice(artefact.indexOf(" ") + 1));
      artefacts.set(now, set);
    }
  }
  return new Map([...artefacts].map(([id, set]) => [id, [...set].sort()]));
}

export function crosswalk({ capabilities, groups, mappings, retiredInV19 }: SourceMapping): readonly CatalogueEntry[] {
  const techniques = new Map<string, string[]>();
  for (const [capability, kind, technique] of mappings) {
    if (kind !== "mitigates") continue;
    techniques.set(capability, [...techniques.get(capability) ?? [], ...retiredInV19[technique] ?? [technique]]);
  }
  return Object.entries(capabilities).map(([id, { name, group }]) => ({ id: unpadded(id), name, group: groups[group] ?? group, ...against(techniques.get(id) ?? []) })).sort(byId);
}

/** Controls of NIST SP 800-53 that stand against no technique in the mapping, and that rules name. */
export const nistBesides: readonly CatalogueEntry[] = [
  ...besides("Audit and Accountability", { "AU-2": "Event Logging", "AU-3": "Content of Audit Records", "AU-4": "Audit Log Storage Capacity", "AU-5": "Response to Audit Logging Process Failures", "AU-6": "Audit Record Review, Analysis, and Reporting", "AU-9": "Protection of Audit Information", "AU-10": "Non-repudiation", "AU-11": "Audit Record Retention", "AU-12": "Audit Record Generation" }),
  ...besides("Awareness and Training", { "AT-2": "Literacy Training and Awareness" }),
  ...besides("Contingency Planning", { "CP-12": "Safe Mode" }),
  ...besides("Media Protection", { "MP-6": "Media Sanitization" }),
  ...besides("Physical and Environmental Protection", { "PE-3": "Physical Access Control" }),
  ...besides("Personnel Security", { "PS-4": "Personnel Termination", "PS-5": "Personnel Transfer" }),
  ...besides("System and Communications Protection", { "SC-24": "Fail in Known State" }),
  ...besides("System and Information Integrity", { "SI-11": "Error Handling", "SI-18": "Personally Identifiable Information Quality Operations" }),
  ...besides("Supply Chain Risk Management", { "SR-3": "Supply Chain Controls and Processes" }),
];

function besides(group: string, names: Readonly<Record<string, string>>): readonly CatalogueEntry[] {
  return Object.entries(names).map(([id, name]) => ({ id, name, group }));
}

/** `AC-02` is written AC-2 by NIST itself. */
function unpadded(id: string): string {
  return id.replace(/^([A-Z]{2})-0(?=\d$)/, "$1-");
}

function against(ids: readonly string[]): { readonly techniques?: readonly string[] } {
  return ids.length === 0 ? {} : { techniques: [...new Set(ids)].sort() };
}

export function byId(a: CatalogueEntry, b: CatalogueEntry): number {
  const [x, y] = [a.id, b.id].map((id) => id.replace(/\d+/g, (digits) => digits.padStart(3, "0")));
  return x! < y! ? -1 : x! > y! ? 1 : 0;
}
