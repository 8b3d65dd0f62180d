// Variants of an application: what each is meant to satisfy must hold in it, and whatever else changes must be about something that was changed.
import type { Library, ModelDocument } from "@merlon/schema";
import type { Application } from "./applications.ts";
import { meantByVariant, rulesByVerdict } from "./rules.ts";
import { diagnosed, objectsBehind } from "./verdicts.ts";
import type { Diagnosed } from "./verdicts.ts";

export interface VariantScore {
  readonly application: string;
  readonly number: number;
  readonly meant: readonly string[];
  /** Meant, violated in the application and satisfied in the variant. */
  readonly flipped: readonly string[];
  /** Meant and satisfied before already, and still. */
  readonly held: readonly string[];
  /** Meant, and violated all the same. */
  readonly missed: readonly string[];
  /** Other verdicts that changed. */
  readonly others: readonly string[];
  /** Those of them that name nothing that was changed. */
  readonly unnamed: readonly string[];
}

export function variantScores(application: Application, library: Library): readonly VariantScore[] {
  if (application.base === undefined) return [];
  const before = diagnosed(application.base, application.name, library);
  return application.variants.map(({ number, text }) => scoreOf(application.name, number, before, diagnosed(text, application.name, library), library));
}

export function passes({ missed, unnamed }: VariantScore): boolean {
  return missed.length === 0 && unnamed.length === 0;
}

function scoreOf(application: string, number: number, before: Diagnosed, after: Diagnosed, library: Library): VariantScore {
  const meant = meantByVariant[number] ?? [];
  const was = (verdict: string): boolean => (before.threats.get(verdict) ?? []).length > 0;
  const is = (verdict: string): boolean => (after.threats.get(verdict) ?? []).length > 0;
  const others = Object.keys(rulesByVerdict).filter((verdict) => !meant.includes(verdict) && was(verdict) !== is(verdict));
  const changed = changedObjects(before.document, after.document);
  return {
    application, number, meant, others,
    flipped: meant.filter((verdict) => was(verdict) && !is(verdict)), held: meant.filter((verdict) => !was(verdict) && !is(verdict)), missed: meant.filter(is),
    unnamed: others.filter((verdict) => ![...named(verdict, before, after, library)].some((id) => changed.has(id))),
  };
}

/** Objects that the verdict rests on in the variant; of what is satisfied now, those where it was violated before. */
function named(verdict: string, before: Diagnosed, after: Diagnosed, library: Library): ReadonlySet<string> {
  const threats = [...(before.threats.get(verdict) ?? []), ...(after.threats.get(verdict) ?? [])];
  return objectsBehind([...new Set(threats.map(({ id }) => id))], after, library);
}

/** Ids of elements and flows that are new, gone or not the same any more. */
function changedObjects(before: ModelDocument, after: ModelDocument): ReadonlySet<string> {
  return new Set((["elements", "flows"] as const).flatMap((map) => {
    const [old, now] = [before[map] ?? {}, after[map] ?? {}];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((id) => JSON.stringify(old[id]) !== JSON.stringify(now[id]));
  }));
}
