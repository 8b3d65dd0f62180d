// `merlon pack lock`: writes down what this version of a pack holds, unless an earlier lock says that it may not be so.
import { join } from "node:path";
import { printYaml } from "@merlon/core";
import { packLock } from "@merlon/engine";
import type { Diagnostic, PackLock } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { writeAtomic } from "../files/write-files.ts";
import type { Session } from "../session.ts";
import { folderOf, packSubject } from "./pack-subject.ts";
import { packLockName } from "./read-pack-lock.ts";
import { releasedState } from "./released-state.ts";

export interface LockedPackFile {
  /** Of pack.lock, as shown to people. */
  readonly path: string;
  readonly lock: PackLock;
  /** False when it said so already. */
  readonly written: boolean;
}

/** All packs of the folder or none. */
export async function lockPacks(path: string, session: Session): Promise<readonly LockedPackFile[]> {
  const subject = await packSubject(path, session);
  const found: { readonly file: string; readonly shown: string; readonly before: PackLock | undefined; readonly lock: PackLock }[] = [];
  const problems: Diagnostic[] = subject.diagnostics.filter(({ severity }) => severity === "error");
  for (const pack of subject.packs) {
    const [folder, shown] = [folderOf(subject, pack), `${pack.root}${packLockName}`];
    const { before, problems: forbidden } = await releasedState(pack, folder);
    problems.push(...forbidden);
    found.push({ file: join(folder, packLockName), shown, before, lock: packLock(pack, before) });
  }
  if (problems.length > 0) throw new AppError("A4018", `${subject.shown} is not locked; nothing was written.`, { diagnostics: problems });
  for (const { file, lock } of found) await writeAtomic(file, packLockText(lock));
  return found.map(({ shown, before, lock }) => ({ path: shown, lock, written: packLockText(lock) !== (before && packLockText(before)) }));
}

function packLockText(lock: PackLock): string {
  return `# Written by \`merlon pack lock\`: what version ${lock.version} of this pack holds. Commit it.\n${printYaml(lock)}`;
}
