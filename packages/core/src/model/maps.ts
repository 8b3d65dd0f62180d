// The maps a model is written in, their words in messages, and how to name an object in a sentence.
import type { CharacteristicTarget } from "@merlon/schema";
import type { Path } from "../text/tree.ts";

export type SystemMap = "scales" | "data" | "boundaries" | "elements" | "flows" | "controls" | "assumptions" | "threats" | "risks";
export type MapName = SystemMap | "decisions" | "evidence" | "views" | "imports";

export type IdSpaceMap = Exclude<SystemMap, "scales">;

/** Ids of these maps share one space. */
export const idSpace: readonly IdSpaceMap[] = ["elements", "flows", "boundaries", "data", "controls", "risks", "assumptions", "threats"];

export const mapNames: readonly MapName[] = [...idSpace, "scales", "decisions", "evidence", "views", "imports"];

const words: Readonly<Record<MapName, string>> = {
  scales: "scale", data: "data", boundaries: "boundary", elements: "element", flows: "flow", controls: "control", assumptions: "assumption",
  threats: "threat", risks: "risk", decisions: "decision", evidence: "evidence", views: "view", imports: "import",
};

export const characteristicTargets: Readonly<Partial<Record<MapName, CharacteristicTarget>>> = {
  elements: "element", flows: "flow", boundaries: "boundary",
};

export function isMapName(key: unknown): key is MapName {
  return typeof key === "string" && Object.hasOwn(words, key);
}

export function wordFor(map: MapName): string {
  return words[map];
}

export function withArticle(word: string): string {
  if (word === "data" || word === "evidence") return word;
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}

/** "element `web`", "element `web` › lifecycle", "the model". */
export function describePath(path: Path): string {
  const [map, id, ...rest] = path;
  if (isMapName(map) && id !== undefined) return [`${words[map]} \`${id}\``, ...rest.map(String)].join(" › ");
  return path.length === 0 ? "the model" : `\`${path.join(" › ")}\``;
}

export type PlainObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
