// Reads pack.lock beside a pack's header.
import { join } from "node:path";
import { readYaml } from "@merlon/core";
import { shapeProblems } from "@merlon/engine";
import type { PackLock } from "@merlon/schema";
import { AppError, fileStart } from "../app-error.ts";
import { readText } from "../files/read-text.ts";

export const packLockName = "pack.lock";

/** undefined: there is none. `shown` names the file in messages. */
export async function readPackLock(folder: string, shown: string): Promise<PackLock | undefined> {
  const text = await readText(join(folder, packLockName), shown).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "A4001") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  // The shapes of knowledge are loaded only here.
  const { PackLockSchema } = await import("@merlon/schema");
  const { value, diagnostics } = readYaml({ path: shown, text });
  const [problem] = [...diagnostics, ...shapeProblems(PackLockSchema, value)];
  if (problem) throw new AppError("A4019", `${shown} is no lock of a pack: ${problem.message.replace(/\.$/, "")}.`, { where: fileStart(shown) });
  return value as PackLock; // it passed its schema
}
