// Adds a catalogue that somebody imported to what is known. A release that is newer than all known ones gets its changes by comparison.
import type { AttackCatalogue, AttackChange, AttackTechnique } from "@merlon/schema";
import type { AttackKnowledge } from "./attack-knowledge.ts";

export function withCatalogue(knowledge: AttackKnowledge, catalogue: AttackCatalogue): AttackKnowledge {
  const { history, catalogues } = knowledge;
  const others = catalogues.filter(({ domain, version }) => domain !== catalogue.domain || version !== catalogue.version);
  if (catalogue.domain === "atlas") return { history, catalogues: [catalogue, ...others.filter(({ domain }) => domain !== "atlas")] };
  const versions = history.versions.includes(catalogue.version) ? history.versions : [...history.versions, catalogue.version].sort(byRelease);
  const at = (version: string) => versions.indexOf(version);
  const known = others.filter(({ domain }) => domain === catalogue.domain).sort((a, b) => at(a.version) - at(b.version)).at(-1);
  const changes = known && at(known.version) < at(catalogue.version) ? compareCatalogues(known, catalogue) : [];
  return { history: { ...history, versions, changes: [...history.changes, ...changes] }, catalogues: [...others, catalogue] };
}

/** What happened from one catalogue of a domain to a later one. */
export function compareCatalogues(before: AttackCatalogue, after: AttackCatalogue): readonly AttackChange[] {
  const old = new Map(before.techniques.map((technique) => [technique.id, technique]));
  const head = { domain: after.domain, version: after.version };
  const tactics = after.tactics.flatMap(({ id, shortname }): readonly AttackChange[] => {
    const was = before.tactics.find((tactic) => tactic.id === id)?.shortname;
    if (was === undefined) return [{ ...head, id, change: "tactic-added", is: shortname }];
    return was === shortname ? [] : [{ ...head, id, change: "tactic-meaning", was, is: shortname }];
  });
  return [...after.techniques.flatMap((technique) => techniqueChanges(old.get(technique.id), technique, head)), ...tactics];
}

function techniqueChanges(was: AttackTechnique | undefined, now: AttackTechnique, head: Pick<AttackChange, "domain" | "version">): readonly AttackChange[] {
  const { id } = now;
  if (!was) return [{ ...head, id, change: "added" }];
  return [
    ...(was.status !== undefined && now.status === undefined ? [{ ...head, id, change: "restored" } as const] : []),
    ...(was.status === undefined && now.status === "revoked" ? [{ ...head, id, change: "revoked", by: now.revokedBy ?? [] } as const] : []),
    ...(was.status === undefined && now.status === "deprecated" ? [{ ...head, id, change: "deprecated" } as const] : []),
    ...(was.name === now.name ? [] : [{ ...head, id, change: "renamed", was: was.name, is: now.name } as const]),
    ...moved("tactics", was.tactics, now.tactics).map((change): AttackChange => ({ ...head, id, ...change })),
    ...moved("platforms", was.platforms, now.platforms).map((change): AttackChange => ({ ...head, id, ...change })),
  ];
}

function moved(change: "tactics" | "platforms", before: readonly string[] = [], after: readonly string[] = []): readonly Pick<AttackChange, "change" | "lost" | "gained">[] {
  const [lost, gained] = [before.filter((word) => !after.includes(word)), after.filter((word) => !before.includes(word))];
  return lost.length + gained.length === 0 ? [] : [{ change, lost, gained }];
}

/** 9.1 before 10.0. */
function byRelease(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split(".").map(Number));
  return (x?.[0] ?? 0) - (y?.[0] ?? 0) || (x?.[1] ?? 0) - (y?.[1] ?? 0);
}
