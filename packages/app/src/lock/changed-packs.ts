// Packs of a model's own that changed under their version.
import { isWorkVersion, type Pack } from "@merlon/engine";
import type { Diagnostic, Library, Lock } from "@merlon/schema";
import { appCodes } from "../app-codes.ts";
import { fileStart } from "../app-error.ts";
import { shownInside } from "../files/shown-path.ts";

export interface LockedModel {
  readonly lock?: Lock | undefined;
  readonly library: Library;
  readonly packs: readonly Pack[];
  /** The model as people see it. */
  readonly shown: string;
}

/** Packs of the model's own that are not what was locked under the same version; the model is not worked with until that is mended. */
export function changedPacks({ lock, library, packs, shown }: LockedModel): readonly Diagnostic[] {
  return packs.flatMap(({ id, version }): readonly Diagnostic[] => {
    const [locked, used] = [lock?.packs[id], library.packs.find((pack) => pack.id === id)];
    if (locked === undefined || locked.version !== version || locked.digest === used?.digest || isWorkVersion(version)) return [];
    return [{ code: "A4017", severity: "error", message: `The pack ${id} ${version} has other content than the ${id} ${version} that was locked.`, where: fileStart(shownInside(shown, "merlon.lock")), hint: appCodes.A4017.fix }];
  });
}

