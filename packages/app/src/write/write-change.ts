// Puts a planned change on disk: only over what it was planned on, each file whole, and read again afterwards.
import { realpath } from "node:fs/promises";
import { AppError, fileStart } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { writeAtomic } from "../files/write-files.ts";
import { absolutePath } from "../model/load-model.ts";
import type { FileChange, ModelChange } from "./plan-change.ts";

export async function writeChange({ before: { place }, files }: Pick<ModelChange, "before" | "files">): Promise<void> {
  await writeFileChanges(files, (path) => absolutePath(place, path));
}

/** `onDisk`: where a path as shown lies. */
export async function writeFileChanges(files: readonly FileChange[], onDisk: (path: string) => string): Promise<void> {
  for (const file of files) await assertAsPlanned(onDisk(file.path), file);
  for (const file of files) {
    // A link stays a link: what it leads to is written.
    const target = file.before === undefined ? onDisk(file.path) : await realpath(onDisk(file.path));
    await writeAtomic(target, file.after);
    if ((await readText(target, file.path)) !== file.after) throw new AppError("A4016", `${file.path} does not hold what was written to it.`, { where: fileStart(file.path) });
  }
}

/** Somebody may have edited the file while a person thought about a question. */
async function assertAsPlanned(target: string, { path, before }: FileChange): Promise<void> {
  const now = await readText(target, path).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "A4001") return undefined;
    throw error;
  });
  if (now !== before) throw new AppError("A4016", `${path} was changed by somebody else meanwhile.`, { where: fileStart(path), hint: "It is left as it is; run the command again." });
}
