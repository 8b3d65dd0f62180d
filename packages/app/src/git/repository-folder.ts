// Where one stands in the repository, for outputs whose places start at its root.
import { realpath } from "node:fs/promises";
import { relative, sep } from "node:path";
import { AppError } from "../app-error.ts";
import type { Session } from "../session.ts";
import { openRepository } from "./repository.ts";

/** Forward slashes; "" at the root and outside of any repository. */
export async function repositoryFolder({ cwd }: Session): Promise<string> {
  const here = await realpath(cwd);
  const opened = await openRepository(here, "this folder").catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
  return opened === undefined ? "" : relative(opened.repository.root, here).split(sep).join("/");
}
