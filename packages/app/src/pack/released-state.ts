// What a pack released, by the pack.lock beside it, and what of its present content that forbids.
import { packLockProblems, type Pack } from "@merlon/engine";
import type { Diagnostic, PackLock } from "@merlon/schema";
import { fileStart } from "../app-error.ts";
import { packLockName, readPackLock } from "./read-pack-lock.ts";

export interface ReleasedState {
  /** undefined: nothing was released. */
  readonly before: PackLock | undefined;
  readonly problems: readonly Diagnostic[];
}

/** `folder` is the pack's, absolute. */
export async function releasedState(pack: Pack, folder: string): Promise<ReleasedState> {
  const before = await readPackLock(folder, `${pack.root}${packLockName}`);
  // What cannot be read is not gone.
  const readable = !pack.diagnostics.some(({ severity }) => severity === "error");
  return { before, problems: before && readable ? packLockProblems(pack, before, fileStart(`${pack.root}pack.yaml`)) : [] };
}
