// Parts an imported document into the files of a model folder: the header, what the source says, decisions and views.
import type { ModelDocument } from "@merlon/schema";

export interface SplitDocument {
  readonly header: object;
  readonly system: object;
  readonly decisions: Readonly<Record<string, unknown>>;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly views: Readonly<Record<string, unknown>>;
}

const systemMaps: readonly string[] = ["scales", "data", "boundaries", "elements", "flows", "controls", "assumptions", "threats", "risks"] satisfies readonly (keyof ModelDocument)[];
const ownFiles: readonly string[] = ["decisions", "evidence", "views"] satisfies readonly (keyof ModelDocument)[];

export function splitDocument(document: ModelDocument): SplitDocument {
  const entries = Object.entries(document);
  const { decisions = {}, evidence = {}, views = {} } = document;
  return {
    header: Object.fromEntries(entries.filter(([key]) => !systemMaps.includes(key) && !ownFiles.includes(key))),
    system: Object.fromEntries(entries.filter(([key]) => systemMaps.includes(key))),
    decisions, evidence, views,
  };
}
