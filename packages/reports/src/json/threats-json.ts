// The threats of an analysis as a file for other tools, with what they need to know about where they come from.
import type { Analysis } from "@merlon/schema";
import { toJson } from "./to-json.ts";

export type ThreatsDocument = Pick<Analysis, "model" | "packs" | "at" | "counts" | "threats" | "groups" | "mitigated" | "questions"> & {
  readonly schema: "merlon/threats/1";
};

export function threatsJson({ model, packs, at, counts, threats, groups, mitigated, questions }: Analysis): string {
  return toJson({ schema: "merlon/threats/1", model, packs, at, counts, threats, groups, mitigated, questions } satisfies ThreatsDocument);
}
