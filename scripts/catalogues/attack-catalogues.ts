// The facts of ATT&CK and ATLAS as catalogues, and the history of releases, from what was collected. Nothing here writes.
import type { AttackCatalogue, AttackChange, AttackDomain, AttackGroup, AttackHistory, AttackMitigation, AttackStatus, AttackTactic, AttackTechnique } from "@merlon/schema";

interface SourceRecord {
  readonly id: string;
  readonly name: string;
  readonly status?: string;
  readonly revokedBy?: readonly string[];
  readonly tactics?: readonly string[];
  readonly platforms?: readonly string[];
  readonly parent?: string;
  readonly mitigations?: readonly string[];
  readonly detections?: readonly string[];
  readonly techniques?: readonly string[] | number;
  /** The day of the last change. */
  readonly modified?: string;
}

export interface SourceIndex {
  readonly version: string;
  readonly tactics: readonly AttackTactic[];
  readonly techniques: readonly SourceRecord[];
  readonly mitigations: readonly SourceRecord[];
  readonly groups?: readonly SourceRecord[];
  readonly retired?: { readonly groups: readonly SourceRecord[]; readonly mitigations: readonly SourceRecord[] };
}

/** One domain between two consecutive releases, as collected. */
export interface SourceTransition {
  readonly to: string;
  readonly domain: AttackDomain;
  readonly added?: readonly string[];
  readonly deprecated?: readonly string[];
  readonly revoked?: readonly (readonly [string, readonly string[]])[];
  readonly idChanged?: readonly (readonly [string, string])[];
  readonly renamed?: readonly (readonly [string, string, string])[];
  readonly tactics?: readonly (readonly [string, readonly string[], readonly string[]])[];
  readonly platforms?: readonly (readonly [string, readonly string[], readonly string[]])[];
}

export interface CatalogueHead {
  readonly id: string;
  readonly domain: AttackDomain;
  readonly version: string;
  readonly notice: string;
}

/** `artefacts`: what techniques touch, by their ids. */
export function attackCatalogue(head: CatalogueHead, index: SourceIndex, artefacts: ReadonlyMap<string, readonly string[]> = new Map()): AttackCatalogue {
  return {
    ...head, tactics: index.tactics.map(({ id, shortname, name }) => ({ id, shortname, name })),
    techniques: index.techniques.map((record) => ({ ...technique(record), ...filled("artefacts", artefacts.get(record.id)) })).sort(byId),
    mitigations: [...index.mitigations, ...index.retired?.mitigations ?? []].map(retirable).sort(byId),
    groups: [...index.groups ?? [], ...index.retired?.groups ?? []].map(group).sort(byId),
  };
}

function technique(record: SourceRecord): AttackTechnique {
  return {
    ...retirable(record), ...filled("tactics", record.tactics), ...filled("platforms", (record.platforms ?? []).filter((platform) => platform !== "None")),
    ...(record.parent === undefined ? {} : { parent: record.parent }), ...filled("mitigations", record.mitigations),
    ...((record.detections?.length ?? 0) > 0 ? { detections: record.detections?.length ?? 0 } : {}),
  };
}

function group(record: SourceRecord): AttackGroup {
  return { ...retirable(record), ...(Array.isArray(record.techniques) ? filled("techniques", record.techniques as readonly string[]) : {}) };
}

function retirable({ id, name, status, revokedBy }: SourceRecord): AttackMitigation {
  const known: AttackStatus | undefined = status === "revoked" || status === "deprecated" ? status : undefined;
  return { id, name, ...(known === undefined ? {} : { status: known }), ...filled("revokedBy", revokedBy) };
}

/** Nothing is written for an empty list. */
function filled<K extends string>(key: K, list: readonly string[] | undefined): { readonly [P in K]?: readonly string[] } {
  return list === undefined || list.length === 0 ? {} : { [key]: [...list].sort() } as unknown as { readonly [P in K]?: readonly string[] }; // one key
}

/** One domain just before and after the last transition. */
export interface SourcePair {
  readonly domain: AttackDomain;
  readonly before: SourceIndex;
  readonly after: SourceIndex;
}

export interface SourceVersion {
  readonly version: string;
  readonly date: string;
}

export function attackHistory(notice: string, versions: readonly SourceVersion[], transitions: readonly SourceTransition[], pairs: readonly SourcePair[]): AttackHistory {
  const told = transitions.flatMap(changesOf);
  const changes = [...told, ...pairs.flatMap((pair) => [...tacticChanges(pair), ...movedRetired(pair), ...restored(pair, told, versions)])];
  const order = versions.map(({ version }) => version);
  const at = (change: AttackChange) => order.indexOf(change.version);
  return { id: "attack-history", notice, versions: order, changes: changes.sort((a, b) => at(a) - at(b)) };
}

function changesOf({ domain, to: version, ...lists }: SourceTransition): readonly AttackChange[] {
  const head = { domain, version };
  return [
    ...(lists.added ?? []).map((id): AttackChange => ({ ...head, id, change: "added" })),
    ...(lists.idChanged ?? []).map(([id, now]): AttackChange => ({ ...head, id, change: "id-changed", by: [now] })),
    ...(lists.revoked ?? []).map(([id, by]): AttackChange => ({ ...head, id, change: "revoked", ...filled("by", by) })),
    ...(lists.deprecated ?? []).map((id): AttackChange => ({ ...head, id, change: "deprecated" })),
    ...(lists.renamed ?? []).map(([id, was, is]): AttackChange => ({ ...head, id, change: "renamed", was, is })),
    ...(lists.tactics ?? []).map(([id, lost, gained]): AttackChange => ({ ...head, id, change: "tactics", lost, gained })),
    ...(lists.platforms ?? []).map(([id, lost, gained]): AttackChange => ({ ...head, id, change: "platforms", lost: lost.filter(isPlatform), gained: gained.filter(isPlatform) })),
  ];
}

/** A tactic that keeps its id and means something else is seen only by comparing the tactics themselves. */
function tacticChanges({ domain, before, after }: SourcePair): readonly AttackChange[] {
  return after.tactics.flatMap(({ id, shortname }): readonly AttackChange[] => {
    const old = before.tactics.find((tactic) => tactic.id === id);
    const head = { domain, version: after.version, id };
    if (!old) return [{ ...head, change: "tactic-added", is: shortname }];
    return old.shortname === shortname ? [] : [{ ...head, change: "tactic-meaning", was: old.shortname, is: shortname }];
  });
}

/** The transitions tell the tactics of live techniques only; those of retired ones moved as well. */
function movedRetired({ domain, before, after }: SourcePair): readonly AttackChange[] {
  const old = new Map(before.techniques.map((record) => [record.id, record]));
  return after.techniques.filter(({ status }) => status !== "live").flatMap(({ id, tactics = [] }): readonly AttackChange[] => {
    const was = old.get(id)?.tactics ?? [];
    const [lost, gained] = [was.filter((word) => !tactics.includes(word)), tactics.filter((word) => !was.includes(word))];
    return lost.length + gained.length === 0 ? [] : [{ domain, version: after.version, id, change: "tactics", lost, gained }];
  });
}

/** Retired at some time and live now: it came back with the first release after its last change. */
function restored({ domain, before, after }: SourcePair, told: readonly AttackChange[], versions: readonly SourceVersion[]): readonly AttackChange[] {
  const retired = new Set(told.filter((change) => change.domain === domain && change.version !== after.version && (change.change === "revoked" || change.change === "deprecated")).map(({ id }) => id));
  return before.techniques.filter(({ id, status }) => status === "live" && retired.has(id)).map(({ id, modified = "" }): AttackChange => {
    const release = versions.find(({ date }) => date >= modified);
    if (!release) throw new Error(`${id} came back, but it is not known when.`);
    return { domain, version: release.version, id, change: "restored" };
  });
}

function isPlatform(word: string): boolean {
  return word !== "None";
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  const [x, y] = [a.id, b.id].map((id) => id.replace(/\d+/g, (digits) => digits.padStart(6, "0")));
  return x! < y! ? -1 : x! > y! ? 1 : 0;
}
