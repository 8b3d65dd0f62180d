// Sensitivity classes: what the levels of one kind of data, or of an object itself, mean to rules.
import { lineage } from "@merlon/core";
import type { Derivation, ProtectedProperty, SensitivityClass } from "@merlon/schema";
import type { FactBase } from "./fact-base.ts";
import { assumed, between, ends, known, unknown } from "./fact.ts";
import { highWater } from "./high-water.ts";
import type { DataSubject, Fact } from "./subject.ts";
import { CLASSES } from "./orders.ts";

/** The most that is left of a property after a derivation, when the derived data states no level of its own. */
const REMAINS: Readonly<Record<Derivation, SensitivityClass>> = {
  tokenised: "low", hashed: "low", encrypted: "low", aggregated: "low", anonymised: "none",
};

const MODERATE = CLASSES.indexOf("moderate");
const HIGH = CLASSES.indexOf("high");

/** Class of one kind of data for a property: stated levels, else its origin's or its kind's, else unknown. */
export function classOfData(data: DataSubject, property: ProtectedProperty, base: FactBase): Fact {
  const stated = classOfLevels(data.source.levels, property, base);
  if (stated) return stated;
  if (data.source.derivedFrom.length > 0) return classOfOrigin(data, property, base);
  if (property === "privacy") return privacyOf(data, base);
  const kind = kindClass(data.source.kind, property, base);
  if (kind) return assumed(kind);
  return hasScale(property, base) ? unknown([{ subject: data, key: "levels" }], CLASSES) : assumed("low");
}

/** The highest class over all scales that protect the property; undefined when no level is stated. */
export function classOfLevels(levels: Readonly<Record<string, string>>, property: ProtectedProperty, base: FactBase): Fact | undefined {
  let best = -1;
  for (const scaleId in levels) {
    const scale = base.model.scales.get(scaleId);
    if (scale?.protects !== property) continue;
    best = Math.max(best, CLASSES.indexOf(scale.classes[levels[scaleId]!] ?? "none"));
  }
  return best < 0 ? undefined : known(CLASSES[best]!);
}

export function hasScale(property: ProtectedProperty, base: FactBase): boolean {
  for (const scale of base.model.scales.values()) if (scale.protects === property) return true;
  return false;
}

function classOfOrigin(data: DataSubject, property: ProtectedProperty, base: FactBase): Fact {
  return highWater(data.source.derivedFrom.flatMap(({ data: id, by }) => {
    const origin = base.subjects.data.get(id);
    if (!origin) return [];
    const isStillPersonal = property === "privacy" && by !== "aggregated" && by !== "anonymised";
    return [capped(base.fact(origin, property), isStillPersonal ? HIGH : CLASSES.indexOf(REMAINS[by]))];
  }));
}

function capped(fact: Fact, cap: number): Fact {
  const { low, high } = ends(CLASSES, fact);
  if (high <= cap) return fact;
  const rest = between(CLASSES, Math.min(low, cap), cap, fact.inputs);
  return fact.assumed && rest.value !== undefined ? assumed(rest.value) : rest;
}

function kindClass(kind: string | undefined, property: ProtectedProperty, base: FactBase): SensitivityClass | undefined {
  for (const key of kind === undefined ? [] : lineage(kind)) {
    const found = base.index.dataKinds.get(key)?.class?.[property];
    if (found) return found;
  }
  return undefined;
}

/** Without a level on a privacy scale: none for what is not personal, high for special categories, else moderate, or what the kind says. */
function privacyOf(data: DataSubject, base: FactBase): Fact {
  const personal = base.fact(data, "personal-data");
  const kind = kindClass(data.source.kind, "privacy", base);
  if (personal.value === "no") return known("none");
  if (personal.value === undefined) return unknown(personal.inputs, CLASSES);
  const special = base.fact(data, "special-category");
  if (special.value === undefined) return between(CLASSES, MODERATE, HIGH, special.inputs);
  if (special.value === "yes") return known("high");
  return assumed(kind ?? "moderate");
}
