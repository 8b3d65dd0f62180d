// What stands for a model that one version does not have: the same header and scales, and nothing in it.
import { readModel } from "@merlon/core";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

const kept = ["merlon", "id", "title", "description", "version", "stage", "depth", "owners", "packs", "scope", "adversaries", "attack-version", "scales"];

export function emptied(other: LoadedModel, session: Session): LoadedModel {
  const header: Record<string, unknown> = {};
  for (const { role, document } of other.documents) {
    if (role === "model") Object.assign(header, Object.fromEntries(Object.entries(document).filter(([key]) => kept.includes(key))));
  }
  const path = `${other.root}model.json`;
  const { model, documents } = readModel([{ path, text: JSON.stringify(header) }], other.library, { root: other.root, at: session.at });
  return { place: other.place, model, documents, library: other.library, packs: other.packs, files: [], root: other.root, diagnostics: [] };
}
