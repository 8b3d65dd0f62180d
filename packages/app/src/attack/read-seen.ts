// Layers of ATT&CK Navigator as evidence: the techniques that somebody scored or marked, such as a red team or a detection team.
import { resolve } from "node:path";
import type { SeenTechniques } from "@merlon/engine";
import { AppError, fileStart } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { shownPath } from "../files/shown-path.ts";
import type { Session } from "../session.ts";

/** Only what is used; every release of the format has it. */
interface Layer {
  readonly name: string;
  readonly techniques: readonly Marked[];
}

interface Marked {
  readonly techniqueID: string;
  readonly score?: number | null;
  readonly enabled?: boolean | null;
  readonly color?: string | null;
  readonly comment?: string | null;
}

export async function readSeen(paths: readonly string[], session: Session): Promise<readonly SeenTechniques[]> {
  const files = await Promise.all(paths.map(async (path) => {
    const shown = shownPath(path, session.cwd);
    const read = json(await readText(resolve(session.cwd, path), shown));
    const layers: readonly unknown[] = Array.isArray(read) ? read : [read];
    if (layers.length > 0 && layers.every(isLayer)) return layers;
    throw new AppError("A4010", `${shown} is no layer of ATT&CK Navigator.`, { where: fileStart(shown), hint: "Give a layer in JSON as Navigator saves it, with `name` and `techniques`." });
  }));
  return files.flat().map(({ name, techniques }) => ({ title: name, techniques: new Map(techniques.filter(isMarked).map((one) => [one.techniqueID, wordsOf(one)])) }));
}

function isLayer(value: unknown): value is Layer {
  if (typeof value !== "object" || value === null) return false;
  const { name, techniques } = value as { readonly name?: unknown; readonly techniques?: unknown };
  return typeof name === "string" && Array.isArray(techniques) && techniques.every((one: unknown) => typeof (one as { readonly techniqueID?: unknown } | null)?.techniqueID === "string");
}

/** A technique without score, colour or comment only stands in the file for its layout. */
function isMarked({ score, enabled, color, comment }: Marked): boolean {
  return enabled !== false && (score === undefined || score === null ? Boolean(color) || Boolean(comment) : score > 0);
}

function wordsOf({ score, comment }: Marked): string {
  return [typeof score === "number" ? `score ${score}` : undefined, comment || undefined].filter((part) => part !== undefined).join(": ") || "marked";
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
