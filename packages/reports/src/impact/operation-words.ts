// What somebody did to a model, as a person would say it, and where it is written.
import type { Cause, ModelOperation, ObjectMap } from "@merlon/schema";
import { placeWords } from "../wording/titles.ts";
import { changeWords } from "./value-words.ts";

export const nouns: Readonly<Record<ObjectMap, string>> = {
  elements: "element", flows: "flow", boundaries: "boundary", data: "data", controls: "control", assumptions: "assumption", threats: "threat",
  risks: "risk", scales: "scale", decisions: "decision", header: "model",
};

/** `Web shop › in: inside → internet`, `added the flow Checkout`. */
export function operationWords({ kind, map, object, title, key, before, after, forgets }: ModelOperation): string {
  const what = `the ${nouns[map]} ${map === "decisions" ? object : title}`;
  switch (kind) {
    case "add": return `added ${what}`;
    case "remove": return `removed ${what}`;
    case "rename": return `renamed ${what}: ${before ?? ""} → ${after ?? object}`;
    case "set":
    case "move":
    case "rewire":
    case "lifecycle": {
      const of = map === "header" ? "the model" : map === "decisions" ? object : title;
      return `${of} › ${changeWords(key ?? "", before, after)}${forgets ? ", so that less is known" : ""}`;
    }
  }
}

export function placedWords(operation: ModelOperation): string {
  return `${operationWords(operation)}${operation.where ? ` (${placeWords(operation.where)})` : ""}`;
}

export interface CauseWords {
  readonly label: string;
  readonly operations: readonly ModelOperation[];
}

const labels: Readonly<Record<Cause["kind"], string>> = {
  "but-for": "because", "several": "one cause of several that would do", "rules": "because the rules changed, not the model", "not-searched": "which part of the change brings it was not searched: it is too large",
};

/** undefined: nothing is known to be behind it. */
export function causeWords({ kind, operations }: Cause, all: ReadonlyMap<number, ModelOperation>): CauseWords | undefined {
  const found = operations.map((id) => all.get(id)).filter((operation) => operation !== undefined);
  if (found.length === 0 && (kind === "but-for" || kind === "several")) return undefined;
  const together = kind === "several" && found.length > 1 ? ", these together" : "";
  return { label: labels[kind] + together, operations: kind === "rules" ? [] : found };
}
