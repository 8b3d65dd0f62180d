// Every reference must lead to something, and to something of the right kind.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { describePath, withArticle, wordFor } from "../model/maps.ts";
import { whereEntry, whereEntryValue } from "../model/merge.ts";
import type { Entry, EntryMap } from "../model/merge.ts";
import { findReferences, idsIn } from "../model/reference-fields.ts";
import type { FoundReference } from "../model/reference-fields.ts";
import { nearest } from "../text/nearest.ts";
import { whereIsValue } from "../text/parsed-file.ts";
import { orList } from "../model/explain-issue.ts";
import type { CheckContext } from "./check-context.ts";

const checked: readonly EntryMap[] = ["elements", "flows", "boundaries", "data", "controls", "assumptions", "threats", "risks", "evidence", "decisions", "views"];

/** Looking for the nearest id costs time, and a hostile file may have a million wrong ones. */
const mostProblems = 1_000;

export function checkReferences(context: CheckContext): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const map of checked) {
    for (const entry of context.maps[map].values()) {
      for (const reference of findReferences(map, entry.value)) diagnostics.push(...judge(context, entry, reference));
      if (diagnostics.length >= mostProblems) return diagnostics;
    }
  }
  return [...diagnostics, ...importedModels(context)];
}

function judge(context: CheckContext, entry: Entry<unknown>, reference: FoundReference): readonly Diagnostic[] {
  const { field, path, text } = reference;
  // A decision outlives what it was about, and facts of assumptions are judged where they are read.
  if (field.form === "decision-key" || (entry.map === "assumptions" && field.form === "key-of")) return [];
  if (field.form === "threat-id" && text.includes("@")) return judgeThreatId(context, entry, reference);
  return idsIn(field.form, text).flatMap(({ id }) => problemWith(context, entry, { id, path, takes: takesOf(reference), keyed: field.form === "key-of", mayBeGone: field.mayBeGone === true }));
}

/** `data:x` names data, `boundary:x` a boundary. */
function takesOf({ field, text }: FoundReference): readonly EntryMap[] {
  return field.form === "shows" ? [text.startsWith("data:") ? "data" : "boundaries"] : field.takes;
}

/** Only the target: what stands behind the plus sign is the rule's business. */
function judgeThreatId(context: CheckContext, entry: Entry<unknown>, { path, text }: FoundReference): readonly Diagnostic[] {
  if (entry.map === "evidence" && context.maps.decisions.has(text)) return [];
  const plus = text.indexOf("+");
  return idsIn("threat-id", plus < 0 ? text : text.slice(0, plus)).flatMap(({ id }) => problemWith(context, entry, { id, path, takes: ["elements", "flows", "boundaries"], keyed: false, mayBeGone: false }));
}

interface Wanted {
  readonly id: string;
  readonly path: FoundReference["path"];
  readonly takes: readonly EntryMap[];
  /** The id is in a key rather than in a value. */
  readonly keyed: boolean;
  readonly mayBeGone: boolean;
}

function problemWith(context: CheckContext, entry: Entry<unknown>, { id, path, takes, keyed, mayBeGone }: Wanted): readonly Diagnostic[] {
  if (context.broken.has(id) || takes.some((map) => context.maps[map].has(id))) return [];
  const data = { key: path.find((step) => typeof step === "string") ?? "", object: describePath([entry.map, entry.id]), id };
  const where = keyed ? whereEntry(entry, ...path) : whereEntryValue(entry, ...path);
  const expected = orList(takes.map(wordFor));
  const owner = context.owners.get(id);
  if (owner !== undefined) return [diagnose("C1041", where, { ...data, found: withArticle(wordFor(owner)), expected: orList(takes.map((map) => withArticle(wordFor(map)))) })];
  if (mayBeGone) return [];
  if (entry.map === "views") return [diagnose("C1045", where, { ...data, expected })];
  const close = context.model.formerly.get(id) ?? nearest(id, takes.flatMap((map) => [...context.maps[map].keys()]));
  return [diagnose("C1040", where, { ...data, expected, nearest: close })];
}

function importedModels({ header, maps, sources, broken }: CheckContext): readonly Diagnostic[] {
  const source = sources.find(({ role }) => role === "model");
  if (source === undefined) return [];
  return Object.entries(header.imports ?? {}).flatMap(function judgeImport([name, imported]) {
    const id = imported.as;
    if (id === undefined || broken.has(id)) return [];
    const kind = maps.elements.get(id)?.value.kind;
    if (kind === "external") return [];
    const where = whereIsValue(source.parsed, ["imports", name, "as"]);
    const object = describePath(["imports", name]);
    if (kind !== undefined) return [diagnose("C1041", where, { key: "as", object, id, found: `a ${kind}`, expected: "an external element" })];
    return [diagnose("C1040", where, { key: "as", object, id, expected: "external element", nearest: nearest(id, maps.elements.keys()) })];
  });
}
