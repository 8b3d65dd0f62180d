// What became of a technique: follows revocations and changed ids from release to release. Empty when nothing took its place.
import type { AttackChange, AttackDomain, AttackHistory } from "@merlon/schema";

export interface Followed {
  readonly domain: AttackDomain;
  readonly id: string;
  /** The release in which it was live; from the first one when left out. */
  readonly from: string | undefined;
  readonly to: string;
}

/** Sorted. The technique itself when nothing happened to it. */
export function successors({ versions, changes }: AttackHistory, { domain, id, from, to }: Followed): readonly string[] {
  const start = from === undefined ? -1 : versions.indexOf(from);
  const passed = versions.slice(start + 1, versions.indexOf(to) + 1);
  const moves = grouped(changes.filter((change) => change.domain === domain && passed.includes(change.version)));
  let ids: readonly string[] = [id];
  for (const version of passed) {
    const now = moves.get(version);
    if (!now) continue;
    ids = [...new Set([...ids.flatMap((one) => follow(one, now, [])), ...(now.get(id)?.change === "restored" ? [id] : [])])];
  }
  return [...ids].sort();
}

type Moves = ReadonlyMap<string, AttackChange>;

/** What replaces one may itself be replaced in the same release. */
function follow(id: string, moves: Moves, seen: readonly string[]): readonly string[] {
  const move = moves.get(id);
  if (!move || move.change === "restored" || seen.includes(id)) return [id];
  return (move.by ?? []).flatMap((target) => follow(target, moves, [...seen, id]));
}

const moving: ReadonlySet<AttackChange["change"]> = new Set(["revoked", "deprecated", "restored", "id-changed"]);

function grouped(changes: readonly AttackChange[]): ReadonlyMap<string, Moves> {
  const releases = new Map<string, Map<string, AttackChange>>();
  for (const change of changes) {
    if (!moving.has(change.change)) continue;
    const release = releases.get(change.version) ?? new Map<string, AttackChange>();
    releases.set(change.version, release.set(change.id, change));
  }
  return releases;
}
