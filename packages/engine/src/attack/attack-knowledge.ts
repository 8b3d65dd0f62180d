// What is known about ATT&CK: catalogues of some releases, and every change between all of them. From these, the techniques of any release.
import type { AttackCatalogue, AttackChange, AttackDomain, AttackHistory, AttackStatus, AttackTactic, AttackTechnique } from "@merlon/schema";

export interface AttackKnowledge {
  readonly history: AttackHistory;
  readonly catalogues: readonly AttackCatalogue[];
}

/** One domain as it was in one release. */
export interface AttackRelease {
  readonly domain: AttackDomain;
  readonly version: string;
  readonly techniques: ReadonlyMap<string, AttackTechnique>;
  readonly tactics: readonly AttackTactic[];
}

export const matrixDomains: readonly AttackDomain[] = ["enterprise-attack", "mobile-attack", "ics-attack"];
export const domainNames: Readonly<Record<AttackDomain, string>> = { "enterprise-attack": "Enterprise", "mobile-attack": "Mobile", "ics-attack": "ICS", "atlas": "ATLAS" };

/** `14` means the last release of 14; undefined for a release that is not known. */
export function attackVersion({ history }: AttackKnowledge, said: string): string | undefined {
  return history.versions.includes(said) ? said : history.versions.findLast((version) => version.split(".")[0] === said);
}

export function newestVersion({ history }: AttackKnowledge): string {
  return history.versions.at(-1) ?? "";
}

/** The newest catalogue of a domain that is not newer than a release; the oldest there is when all are newer. */
export function catalogueAt({ history, catalogues }: AttackKnowledge, domain: AttackDomain, version: string): AttackCatalogue | undefined {
  const at = (catalogue: AttackCatalogue) => history.versions.indexOf(catalogue.version);
  const sorted = catalogues.filter((catalogue) => catalogue.domain === domain).sort((a, b) => at(a) - at(b));
  return sorted.findLast((catalogue) => at(catalogue) <= history.versions.indexOf(version)) ?? sorted[0];
}

/** Goes back from the first catalogue that is not older, change by change. */
export function attackRelease(knowledge: AttackKnowledge, domain: AttackDomain, version: string): AttackRelease {
  const { versions, changes } = knowledge.history;
  const wanted = versions.indexOf(version);
  const at = (name: string) => versions.indexOf(name);
  const sorted = knowledge.catalogues.filter((catalogue) => catalogue.domain === domain).sort((a, b) => at(a.version) - at(b.version));
  const base = sorted.find((catalogue) => at(catalogue.version) >= wanted) ?? sorted.at(-1);
  const techniques = new Map((base?.techniques ?? []).map((technique) => [technique.id, technique]));
  let tactics = base?.tactics ?? [];
  const undone = changes.filter((change) => change.domain === domain && at(change.version) > wanted && at(change.version) <= at(base?.version ?? ""));
  for (const change of [...undone].reverse()) {
    undo(techniques, change);
    tactics = undoTactic(tactics, change);
  }
  return { domain, version, techniques, tactics };
}

export function isLive(technique: { readonly status?: AttackStatus } | undefined): boolean {
  return technique !== undefined && technique.status === undefined;
}

function undo(techniques: Map<string, AttackTechnique>, change: AttackChange): void {
  const { id } = change;
  const now = techniques.get(id) ?? { id, name: id };
  const { status: _, revokedBy: __, ...live } = now;
  switch (change.change) {
    case "added": techniques.delete(id); break;
    case "id-changed":
      techniques.set(id, { ...(techniques.get(change.by?.[0] ?? "") ?? now), id });
      techniques.delete(change.by?.[0] ?? "");
      break;
    case "revoked":
    case "deprecated": techniques.set(id, live); break;
    case "restored": techniques.set(id, { ...now, status: "deprecated" }); break;
    case "renamed": techniques.set(id, { ...now, name: change.was ?? now.name }); break;
    case "tactics": techniques.set(id, { ...now, tactics: withoutChange(now.tactics ?? [], change) }); break;
    case "platforms": techniques.set(id, { ...now, platforms: withoutChange(now.platforms ?? [], change) }); break;
    case "tactic-added":
    case "tactic-meaning": break;
  }
}

function withoutChange(list: readonly string[], { lost = [], gained = [] }: AttackChange): readonly string[] {
  return [...new Set([...list.filter((word) => !gained.includes(word)), ...lost])].sort();
}

function undoTactic(tactics: readonly AttackTactic[], { id, change, was }: AttackChange): readonly AttackTactic[] {
  if (change === "tactic-added") return tactics.filter((tactic) => tactic.id !== id);
  if (change !== "tactic-meaning" || was === undefined) return tactics;
  return tactics.map((tactic) => (tactic.id === id ? { id, shortname: was, name: inWords(was) } : tactic));
}

/** `defense-evasion` gives `Defense Evasion`. */
function inWords(shortname: string): string {
  return shortname.split("-").map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join(" ");
}
