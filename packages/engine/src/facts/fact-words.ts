// A fact in words, for proofs and for what decisions store.
import type { Fact } from "./subject.ts";

/** The value alone: `unknown` for what is not known, `absent` for what is not there. */
export function valueOf(fact: Fact | undefined): string {
  if (!fact) return "absent";
  if (fact.value === undefined) return "unknown";
  return typeof fact.value === "object" ? fact.value.join(", ") || "none" : String(fact.value);
}

const MOST_POSSIBLE = 4;

/** The value, and for an unknown one what it could be where that is a short list. */
export function wordsOf(fact: Fact | undefined): string {
  const possible = fact?.value === undefined ? fact?.possible : undefined;
  const isShort = possible !== undefined && possible.length <= MOST_POSSIBLE && possible.every((value) => typeof value !== "object");
  return isShort ? `unknown (${possible.join(" or ")})` : valueOf(fact);
}
