// The error for an id that does not exist, with the ids that were probably meant.
import { nearest } from "@merlon/core";
import { AppError } from "./app-error.ts";

export function unknownId(what: string, id: string, known: Iterable<string>): AppError {
  const all = [...new Set(known)].sort();
  const close = nearest(id, all);
  const like = close === undefined ? alike(id, all) : [];
  const hint = close !== undefined ? `Did you mean \`${close}\`?`
    : like.length > 0 ? `Like it ${like.length === 1 ? "is" : "are"}: ${listed(like, 8)}.`
    : all.length === 0 ? `There is no ${what} at all.` : `There ${all.length === 1 ? "is" : "are"}: ${listed(all, 12)}.`;
  return new AppError("A4009", `There is no ${what} \`${id}\`.`, { hint });
}

/** Those that hold the whole of it first, then those with most of its words. */
function alike(id: string, all: readonly string[]): readonly string[] {
  const words = id.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 2);
  const shared = (other: string) => words.filter((word) => other.split(/[^a-z0-9]+/).includes(word)).length + (other.includes(id.toLowerCase()) ? words.length : 0);
  const scored = all.map((other) => ({ other, score: shared(other) })).filter(({ score }) => score > 0);
  return scored.sort((a, b) => b.score - a.score || (a.other < b.other ? -1 : 1)).map(({ other }) => other);
}

function listed(ids: readonly string[], limit: number): string {
  return `${ids.slice(0, limit).join(", ")}${ids.length > limit ? ", …" : ""}`;
}
