// Where something that is in a version came in: back along the commits, as long as it is there, into whichever branch of a merge had it.
import type { Commit } from "@merlon/schema";

export interface FoundOrigin {
  /** It is there, and in none of those before it. */
  readonly commit: Commit;
  /** From where the search started back to the origin: the way that was gone. */
  readonly since: readonly Commit[];
  /** halved: not every version on the way was looked at, and it may have been gone for a while. */
  readonly searched: "each" | "halved";
}

export type CommitsById = ReadonlyMap<string, Commit>;

/** undefined: that version cannot be read, and is passed over. */
export type IsThere = (commit: string) => Promise<boolean | undefined>;

/** undefined: it is not in the first one. */
export async function originOf(start: Commit, byId: CommitsById, isThere: IsThere): Promise<FoundOrigin | undefined> {
  const since: Commit[] = [];
  let searched: FoundOrigin["searched"] = "each";
  for (let at: Commit | undefined = start; at;) {
    const chain = chainFrom(at, byId);
    const nearest = await lastOneByOne(chain.slice(0, LINEAR), isThere);
    const isFar = nearest === LINEAR - 1 && chain.length > LINEAR;
    const last = isFar ? nearest + (await lastByHalves(chain.slice(nearest), isThere)) : nearest;
    const commit = chain[last];
    if (!commit) return undefined;
    if (isFar && last > nearest) searched = "halved";
    since.push(...chain.slice(0, last + 1));
    at = await otherParent(commit, byId, isThere);
    if (!at) return { commit, since, searched };
  }
  return undefined;
}

/** So many versions are looked at one by one. */
const LINEAR = 40;

/** Along first parents. */
export function chainFrom(start: Commit, byId: CommitsById): readonly Commit[] {
  const chain: Commit[] = [];
  for (let at: Commit | undefined = start; at; at = byId.get(at.parents[0] ?? "")) chain.push(at);
  return chain;
}

/** The place of the last one up to which it is there all the way; -1 when it is not in the first. */
async function lastOneByOne(chain: readonly Commit[], isThere: IsThere): Promise<number> {
  let last = -1;
  for (const [index, { id }] of chain.entries()) {
    const there = await isThere(id);
    if (there === false) break;
    if (there) last = index;
  }
  return last;
}

/** It is there in the first. Steps that grow until it is not, then halves between: some twenty versions of thousands. */
async function lastByHalves(chain: readonly Commit[], isThere: IsThere): Promise<number> {
  const isGone = async (index: number): Promise<boolean> => (await isThere(chain[index]!.id)) === false;
  let there = 0;
  let gone = chain.length;
  for (let step = 1; there + step < chain.length; step *= 2) {
    if (await isGone(there + step)) {
      gone = there + step;
      break;
    }
    there += step;
  }
  while (gone - there > 1) {
    const middle = Math.floor((there + gone) / 2);
    if (await isGone(middle)) gone = middle;
    else there = middle;
  }
  while (there > 0 && (await isThere(chain[there]!.id)) === undefined) there--;
  return there;
}

/** What the first parent of a merge does not have may come from another. */
async function otherParent({ parents }: Commit, byId: CommitsById, isThere: IsThere): Promise<Commit | undefined> {
  for (const parent of parents.slice(1)) if (await isThere(parent)) return byId.get(parent);
  return undefined;
}
