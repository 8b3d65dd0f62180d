// Sensitivity classes: what a level means to rules, and the high-water mark over many data.
import type { Derivation, ProtectedProperty, SensitivityClass } from "@merlon/schema";
import type { FactBase } from "./fact-base.ts";
import { assumed, between, ends, known, unknown } from "./fact.ts";
import type { DataSubject, Fact, Input } from "./subject.ts";
import { CLASSES } from "./orders.ts";

/** The most that is left of a property after a derivation, when the derived data states no level of its own. */
const REMAINS: Readonly<Record<Derivation, SensitivityClass>> = {
  tokenised: "low", hashed: "low", encrypted: "low", aggregated: "low", anonymised: "none",
};

/** Class of one kind of data for a property: stated levels, else its origin's or its kind's, else unknown. */
export function classOfData(data: DataSubject, property: ProtectedProperty, base: FactBase): Fact {
  const stated = classOfLevels(data.source.levels, property, base);
  if (stated) return stated;
  if (data.source.derivedFrom.length > 0) return classOfOrigin(data, property, base);
  const kind = kindClass(data.source.kind, property, base);
  if (kind) return assumed(kind);
  if (property === "privacy") return privacyFromPersonal(data, base);
  if (!hasScale(property, base)) return assumed("low");
  return unknown([{ subject: data, key: "levels" }], CLASSES);
}

/** The highest class over all scales that protect the property; undefined when no level is stated. */
export function classOfLevels(levels: Readonly<Record<string, string>>, property: ProtectedProperty, base: FactBase): Fact | undefined {
  let best = -1;
  for (const [scaleId, level] of Object.entries(levels)) {
    const scale = base.model.scales.get(scaleId);
    if (scale?.protects !== property) continue;
    best = Math.max(best, CLASSES.indexOf(scale.classes[level] ?? "none"));
  }
  return best < 0 ? undefined : known(CLASSES[best]!);
}

export function hasScale(property: ProtectedProperty, base: FactBase): boolean {
  for (const scale of base.model.scales.values()) if (scale.protects === property) return true;
  return false;
}

/** The high-water mark; `missing` are inputs that could bring any class. */
export function highWater(classes: readonly Fact[], missing: readonly Input[]): Fact {
  let low = 0;
  let high = 0;
  let guess = false;
  for (const fact of classes) {
    const end = ends(CLASSES, fact);
    low = Math.max(low, end.low);
    high = Math.max(high, end.high);
    guess ||= fact.assumed === true;
  }
  if (missing.length > 0) high = CLASSES.length - 1;
  if (low === high) return guess ? assumed(CLASSES[low]!) : known(CLASSES[low]!);
  const open = classes.filter((fact) => ends(CLASSES, fact).high > low).flatMap((fact) => fact.inputs);
  return between(CLASSES, low, high, [...new Set([...open, ...missing])]);
}

function classOfOrigin(data: DataSubject, property: ProtectedProperty, base: FactBase): Fact {
  let low = 0;
  let high = 0;
  const inputs: Input[] = [];
  for (const { data: id, by } of data.source.derivedFrom) {
    const origin = base.subjects.data.get(id);
    if (!origin) continue;
    const fact = base.fact(origin, property);
    const cap = property === "privacy" && by !== "aggregated" && by !== "anonymised" ? 3 : CLASSES.indexOf(REMAINS[by]);
    const end = ends(CLASSES, fact);
    low = Math.max(low, Math.min(cap, end.low));
    high = Math.max(high, Math.min(cap, end.high));
    inputs.push(...fact.inputs);
  }
  return between(CLASSES, low, high, inputs);
}

function kindClass(kind: string | undefined, property: ProtectedProperty, base: FactBase): SensitivityClass | undefined {
  for (let key = kind; key; key = key.includes(".") ? key.slice(0, key.lastIndexOf(".")) : undefined) {
    const found = base.dataKinds.get(key)?.class?.[property];
    if (found) return found;
  }
  return undefined;
}

/** Without a privacy scale: special categories are high, other personal data moderate, the rest none. */
function privacyFromPersonal(data: DataSubject, base: FactBase): Fact {
  const personal = base.fact(data, "personal-data");
  if (personal.value === "no") return known("none");
  if (personal.value === undefined) return unknown(personal.inputs, CLASSES);
  return known(base.fact(data, "special-category").value === "yes" ? "high" : "moderate");
}
