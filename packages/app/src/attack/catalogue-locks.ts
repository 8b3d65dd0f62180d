// Which catalogues of ATT&CK a model's references are judged by, for merlon.lock; nothing for a model that does not refer to it.
import { canonicalJson, sha256 } from "@merlon/core";
import { attackVersion, catalogueAt, hasAttackReferences, newestVersion, type AttackKnowledge } from "@merlon/engine";
import type { AttackDomain, Diagnostic, LockedPack } from "@merlon/schema";
import { appCodes } from "../app-codes.ts";
import { fileStart } from "../app-error.ts";
import { shownInside } from "../files/shown-path.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { attackLibrary } from "./attack-library.ts";

export type CatalogueLocks = Readonly<Record<string, LockedPack>>;

export async function catalogueLocks({ documents, model }: Pick<LoadedModel, "documents" | "model">, session: Session): Promise<CatalogueLocks | undefined> {
  if (!hasAttackReferences(documents)) return undefined;
  return locksOf(await attackLibrary(session), model.header["attack-version"]);
}

function locksOf(knowledge: AttackKnowledge, said: string | undefined): CatalogueLocks {
  const version = (said === undefined ? undefined : attackVersion(knowledge, said)) ?? newestVersion(knowledge);
  const domains: readonly AttackDomain[] = ["enterprise-attack", "mobile-attack", "ics-attack", "atlas"];
  const used = domains.flatMap((domain) => catalogueAt(knowledge, domain, version) ?? []);
  return Object.fromEntries(used.map((catalogue) => [catalogue.id, { version: catalogue.version, digest: `sha256:${sha256(canonicalJson(catalogue))}` }]));
}

/** Nothing when the lock names no catalogues. */
export function catalogueDifferences({ lock, model, place }: Pick<LoadedModel, "lock" | "model" | "place">, knowledge: AttackKnowledge): readonly Diagnostic[] {
  const now = lock?.catalogues ? locksOf(knowledge, model.header["attack-version"]) : {};
  return Object.entries(lock?.catalogues ?? {}).flatMap(([id, locked]): readonly Diagnostic[] => {
    const used = now[id];
    if (used?.version === locked.version && used.digest === locked.digest) return [];
    const message = !used ? `The catalogue ${id} is locked and not used.` : used.version === locked.version ? `The catalogue ${id} ${used.version} has other content than the one that was locked.` : `The catalogue ${id} is locked at ${locked.version}; ${used.version} is used.`;
    return [{ code: "A4013", severity: "warning", message, where: fileStart(shownInside(place.shown, "merlon.lock")), hint: appCodes.A4013.fix }];
  });
}
