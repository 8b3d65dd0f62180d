// An old id may not be in use, nor be claimed by two objects: decisions about it could not know whom to follow.
import type { Described, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { describePath, idSpace } from "../model/maps.ts";
import { whereEntry } from "../model/merge.ts";
import type { Entry, EntryMap } from "../model/merge.ts";
import type { CheckContext } from "./check-context.ts";

export function checkFormerIds({ maps, owners }: CheckContext): readonly Diagnostic[] {
  const claims = new Map<string, Entry<Described>>();
  const diagnostics: Diagnostic[] = [];
  for (const map of idSpace) {
    for (const entry of (maps[map] as ReadonlyMap<string, Entry<Described>>).values()) { // all maps of the id space hold described objects
      entry.value.formerly?.forEach(function judge(id) {
        const owner: EntryMap | undefined = owners.get(id);
        const first = claims.get(id);
        const object = describePath([map, entry.id]);
        const where = (): ReturnType<typeof whereEntry> => whereEntry(entry, "formerly");
        if (owner !== undefined) diagnostics.push(diagnose("C1031", where(), { object, id, other: describePath([owner, id]) }));
        else if (first !== undefined && first !== entry) diagnostics.push(diagnose("C1032", where(), { object, id, other: describePath([first.map, first.id]) }));
        else claims.set(id, entry);
      });
    }
  }
  return diagnostics;
}
