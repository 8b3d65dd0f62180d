// Every place where a model refers to ATT&CK: techniques of threats, mitigations of controls, groups in its header. Rules of its own packs refer to it too.
import { whereIsValue, type ModelSource, type Path } from "@merlon/core";
import type { Where } from "@merlon/schema";
import type { Pack } from "../library/read-pack.ts";

export type AttackReferenceKind = "technique" | "mitigation" | "group";

export interface AttackReference {
  readonly kind: AttackReferenceKind;
  readonly id: string;
  /** As written: a short name or an id. */
  readonly tactic?: string;
  /** The part that a technique plays. */
  readonly role?: string;
  /** What refers to it, in words: `threat nosy-courier`. */
  readonly by: string;
  readonly where: Where;
  readonly tacticWhere?: Where;
  /** Where the id stands in its file. */
  readonly at?: ReferencePlace;
  /** The objects that a threat or control is at; the whole model when empty. */
  readonly objects: readonly string[];
}

export interface ReferencePlace {
  readonly file: string;
  readonly imported: boolean;
  readonly map: "threats" | "controls" | "model" | "rules";
  readonly object: string;
  /** To the list, and the number in it. */
  readonly list: Path;
  readonly index: number;
}

/** In the order of the files and of what stands in them; what people wrote hides what was imported. */
export function attackReferences(documents: readonly ModelSource[]): readonly AttackReference[] {
  const seen = new Set<string>();
  return documents.filter(({ role }) => role === "model" || role === "system" || role === "imported").flatMap((source) => [
    ...headerReferences(source),
    ...entriesOf(source, "threats", seen).flatMap(([id, entry]) => techniqueReferences(source, id, entry)),
    ...entriesOf(source, "controls", seen).flatMap(([id, entry]) => mitigationReferences(source, id, entry)),
  ]);
}

export function hasAttackReferences(documents: readonly ModelSource[]): boolean {
  return documents.some(({ document }) => document["adversaries"] !== undefined || document["attack-version"] !== undefined) || attackReferences(documents).length > 0;
}

/** Places have the pack's folder in front. */
export function ruleReferences({ rules }: Pick<Pack, "rules">): readonly AttackReference[] {
  return rules.flatMap(({ rule, parsed }): readonly AttackReference[] => {
    const by = `rule ${rule.id}`;
    const where = (path: Path): Where => whereIsValue(parsed, path);
    const at = (list: Path, index: number): ReferencePlace => ({ file: parsed.file.path, imported: false, map: "rules", object: rule.id, list, index });
    const techniques = (rule.attack ?? []).map(({ id, tactic, role }, index): AttackReference => ({
      kind: "technique", id, role, by, objects: [], where: where(["attack", index, "id"]), at: at(["attack"], index),
      ...(tactic === undefined ? {} : { tactic, tacticWhere: where(["attack", index, "tactic"]) }),
    }));
    const mitigations = rule.fix.flatMap((fix, number) => (fix.attack ?? []).map((id, index): AttackReference => ({
      kind: "mitigation", id, by, objects: [], where: where(["fix", number, "attack", index]), at: at(["fix", number, "attack"], index),
    })));
    return [...techniques, ...mitigations];
  });
}

function headerReferences(source: ModelSource): readonly AttackReference[] {
  return source.role !== "model" ? [] : listOf(source.document["adversaries"]).map((id, index): AttackReference => ({
    kind: "group", id: String(id), by: "the model", objects: [], where: whereIsValue(source.parsed, ["adversaries", index]),
    at: placeOf(source, "model", "", ["adversaries"], index),
  }));
}

function techniqueReferences(source: ModelSource, object: string, entry: Entry): readonly AttackReference[] {
  const list = ["threats", object, "attack"];
  return listOf(entry["attack"]).filter(isEntry).map(({ id, tactic, role }, index): AttackReference => ({
    kind: "technique", id: String(id), ...(typeof role === "string" ? { role } : {}), by: `threat ${object}`, objects: listOf(entry["at"]).map(String), where: whereIsValue(source.parsed, [...list, index, "id"]),
    at: placeOf(source, "threats", object, list, index),
    ...(typeof tactic === "string" ? { tactic, tacticWhere: whereIsValue(source.parsed, [...list, index, "tactic"]) } : {}),
  }));
}

function mitigationReferences(source: ModelSource, object: string, entry: Entry): readonly AttackReference[] {
  const list = ["controls", object, "attack"];
  return listOf(entry["attack"]).map((id, index): AttackReference => ({
    kind: "mitigation", id: String(id), by: `control ${object}`, objects: listOf(entry["at"]).map(String), where: whereIsValue(source.parsed, [...list, index]),
    at: placeOf(source, "controls", object, list, index),
  }));
}

function placeOf(source: ModelSource, map: ReferencePlace["map"], object: string, list: Path, index: number): ReferencePlace {
  return { file: source.parsed.file.path, imported: source.role === "imported", map, object, list, index };
}

type Entry = Readonly<Record<string, unknown>>;

function entriesOf({ document }: ModelSource, map: "threats" | "controls", seen: Set<string>): readonly (readonly [string, Entry])[] {
  const entries = isEntry(document[map]) ? Object.entries(document[map]) : [];
  return entries.filter((pair): pair is [string, Entry] => {
    const key = `${map} ${pair[0]}`;
    if (!isEntry(pair[1]) || pair[1]["attack"] === undefined || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isEntry(value: unknown): value is Entry {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value as readonly unknown[] : [value];
}
