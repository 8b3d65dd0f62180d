// Reads catalogues that `merlon attack import` wrote.
import { resolve } from "node:path";
import type { AttackCatalogue } from "@merlon/schema";
import { AppError, fileStart } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { shownPath } from "../files/shown-path.ts";
import type { Session } from "../session.ts";

export async function readCatalogues(paths: readonly string[], session: Session): Promise<readonly AttackCatalogue[]> {
  if (paths.length === 0) return [];
  // The shapes of knowledge are loaded only here.
  const { AttackCatalogueSchema } = await import("@merlon/schema");
  return Promise.all(paths.map(async (path) => {
    const shown = shownPath(path, session.cwd);
    const read = AttackCatalogueSchema.safeParse(json(await readText(resolve(session.cwd, path), shown)));
    if (read.success) return read.data;
    throw new AppError("A4010", `${shown} is no catalogue of ATT&CK.`, { where: fileStart(shown), hint: "Make one with `merlon attack import <bundle.json>`." });
  }));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
