// The digest of what a model means: layout, order, prose, comments, decisions and where things are written do not count.
import { canonicalJson } from "../canonical/canonical-json.ts";
import { sha256 } from "../canonical/sha256.ts";
import type { Model, StatedValue } from "./model.ts";

/** Keys that say nothing about security wherever they stand. */
const prose: ReadonlySet<string> = new Set(["title", "description", "links", "tags", "sources", "visibility", "where", "formerly", "text", "by", "ref", "at-place"]);

export function semanticDigest(model: Omit<Model, "digest">): string {
  const { header } = model;
  const meaning = {
    stage: header.stage, depth: header.depth, adversaries: [...header.adversaries ?? []].sort(), attack: header["attack-version"], packs: header.packs === undefined ? undefined : [...header.packs].sort(),
    imports: header.imports,
    scales: plain(model.scales), data: plain(model.data), boundaries: plain(model.boundaries), elements: plain(model.elements), flows: plain(model.flows),
    controls: plain(model.controls), assumptions: plain(model.assumptions), threats: [...model.threats.keys()].sort(), risks: [...model.risks.keys()].sort(),
  };
  return `sha256:${sha256(canonicalJson(meaning))}`;
}

function plain(value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, inner]): [string, unknown] => [String(key), isStated(inner) ? [inner.value, inner.provenance] : plain(inner)]));
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !prose.has(key)).map(([key, inner]) => [key, plain(inner)]));
}

function isStated(value: unknown): value is StatedValue {
  return typeof value === "object" && value !== null && "provenance" in value && "value" in value;
}
