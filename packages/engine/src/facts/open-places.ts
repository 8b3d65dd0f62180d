// Elements that do not say all that is there: any data of the model could be at one of them too.
import { dataAt } from "./data-at.ts";
import type { FactBase } from "./fact-base.ts";
import { ends } from "./fact.ts";
import { ofModel, partOfTable, sameList, sharedTable } from "./shared-table.ts";
import type { ElementSubject, Input } from "./subject.ts";

/** Places of one kind and trust. */
export interface OpenPlaces {
  readonly isExternal: boolean;
  /** Least and greatest place in the trust levels. */
  readonly low: number;
  readonly high: number;
  /** Some of the fields that do not say it. */
  readonly inputs: readonly Input[];
}

/** Enough to ask first; their answers bring the next. */
export const MOST_INPUTS = 5;

const places = sharedTable<readonly OpenPlaces[]>("open places", (a, b) => sameList(a, b, sameRange));
const place = sharedTable<OpenPlaces | null>("open place", (a, b) => a === b || (a !== null && b !== null && sameRange(a, b)));

function sameRange(a: OpenPlaces, b: OpenPlaces): boolean {
  return a.isExternal === b.isExternal && a.low === b.low && a.high === b.high;
}

/** Grouped once per model, so that whoever asks looks at a few groups instead of at every element. */
export function openPlaces(base: FactBase): readonly OpenPlaces[] {
  return ofModel(places, base, () => group(base));
}

function group(base: FactBase): readonly OpenPlaces[] {
  const groups = new Map<string, OpenPlaces & { readonly inputs: Input[] }>();
  for (const element of base.subjects.elements.values()) {
    const own = partOfTable(place, element, base, () => placeAt(element, base));
    if (!own) continue;
    const key = `${String(own.isExternal)} ${own.low} ${own.high}`;
    const known = groups.get(key);
    if (!known) groups.set(key, { ...own, inputs: own.inputs.slice(0, MOST_INPUTS) });
    else known.inputs.push(...own.inputs.slice(0, MOST_INPUTS - known.inputs.length));
  }
  return [...groups.values()];
}

function placeAt(element: ElementSubject, base: FactBase): OpenPlaces | null {
  const { missing } = dataAt(element, base);
  if (missing.length === 0 || element.isGone) return null;
  return { isExternal: element.source.kind === "external", ...ends(base.model.trustLevels, base.fact(element, "trust")), inputs: missing };
}
