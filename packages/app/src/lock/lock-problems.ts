// Compares the knowledge in use with what merlon.lock says a model was analysed with.
import type { Diagnostic, Lock, LockedPack } from "@merlon/schema";
import { appCodes } from "../app-codes.ts";
import { fileStart } from "../app-error.ts";
import { shownInside } from "../files/shown-path.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

/** The lock that would be written now. */
export function lockOf(loaded: Pick<LoadedModel, "library">, version: string): Lock {
  const packs = loaded.library.packs.map(({ id, version: packVersion, digest }) => [id, { version: packVersion, digest }] as const);
  return { "merlon-lock": 1, engine: version, packs: Object.fromEntries([...packs].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Nothing for a model without a lock: one is not needed, only for the same results everywhere. */
export function lockProblems(loaded: LoadedModel, session: Session): readonly Diagnostic[] {
  const { lock } = loaded;
  if (!lock) return [];
  const now = lockOf(loaded, session.version);
  const differences = differencesOf(lock, now);
  return differences.map((difference): Diagnostic => ({
    code: "A4013", severity: "warning", message: difference,
    where: fileStart(shownInside(loaded.place.shown, "merlon.lock")), hint: appCodes.A4013.fix,
  }));
}

/** One sentence for each kind of difference, so that a new release of Merlon is not told once for each pack. */
function differencesOf(lock: Lock, now: Lock): readonly string[] {
  const [unlocked, unused] = [missingIn(lock, now), missingIn(now, lock)];
  const both = Object.entries(now.packs).flatMap(([id, used]) => packDifference(id, lock.packs[id], used));
  return [
    ...(lock.engine === now.engine ? [] : [`The lock is of Merlon ${lock.engine}; this is ${now.engine}.`]),
    ...(unlocked.length === 0 ? [] : [`${named(unlocked)} used but not locked.`]),
    ...(unused.length === 0 ? [] : [`${named(unused)} locked but not used.`]),
    ...both,
  ];
}

function missingIn(lock: Lock, other: Lock): readonly string[] {
  return Object.keys(other.packs).filter((id) => lock.packs[id] === undefined).sort();
}

function named(ids: readonly string[]): string {
  return ids.length === 1 ? `The pack ${ids[0]} is` : `The packs ${ids.join(", ")} are`;
}

function packDifference(id: string, locked: LockedPack | undefined, used: LockedPack): readonly string[] {
  if (!locked) return [];
  if (locked.version !== used.version) return [`The pack ${id} is locked at ${locked.version}; ${used.version} is used.`];
  return locked.digest === used.digest ? [] : [`The pack ${id} ${used.version} has other content than the one that was locked.`];
}
