// From what a person decides to the entry in a decisions file: what is new, what of an older decision stays, and which file it belongs into.
import type { Decision } from "@merlon/schema";
import { canonicalJson } from "@merlon/core";
import { shownInside } from "../files/shown-path.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Edit } from "../write/plan-change.ts";

const order: readonly (keyof Decision)[] = ["state", "reason", "by", "owner", "at", "until", "due", "approved", "tickets", "because", "match", "expanded", "facts"];

/** What outlives another verdict on the same threat. */
const lasting: readonly (keyof Decision)[] = ["owner", "tickets", "match", "expanded"];

/** A new verdict starts afresh; the same one again keeps what is not said anew. */
export function mergedDecision(before: Decision | undefined, given: Decision): Decision {
  const kept = !before ? {} : before.state === given.state ? before : Object.fromEntries(Object.entries(before).filter(([key]) => lasting.includes(key as keyof Decision)));
  const merged: Readonly<Record<string, unknown>> = { ...kept, ...given };
  return Object.fromEntries([...order.filter((key) => merged[key] !== undefined), ...Object.keys(merged).filter((key) => !order.includes(key as keyof Decision))].map((key) => [key, merged[key]])) as unknown as Decision; // the same entries in another order
}

/** Only the fields that differ, so that remarks and order in the file stay. */
export function decisionEdits(loaded: LoadedModel, key: string, before: Decision | undefined, after: Decision): readonly Edit[] {
  const file = fileOf(loaded, key);
  if (!before) return [{ file, path: ["decisions", key], value: after }];
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const [was, is] = [before, after] as unknown as readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]; // by any key
  return fields.filter((field) => !field.startsWith("x-") && !same(was[field], is[field])).map((field) => ({ file, path: ["decisions", key, field], value: is[field] }));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}

/** Where it is now, else where decisions are, else a new `decisions.yaml`; in a model of one file that file. */
function fileOf({ model, documents, place, root }: LoadedModel, key: string): string {
  const there = model.decisions.get(key)?.where.file;
  if (there !== undefined) return there;
  if (place.kind === "file") return place.shown;
  const files = documents.filter(({ role }) => role === "decisions").map(({ parsed }) => parsed.file.path);
  return files.find((path) => /^decisions\.\w+$/.test(path.slice(root.length))) ?? shownInside(place.shown, "decisions.yaml");
}
