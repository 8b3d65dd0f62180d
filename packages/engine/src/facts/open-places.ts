// Elements that do not say all that is there: any data of the model could be at one of them too.
import { dataAt } from "./data-at.ts";
import type { FactBase } from "./fact-base.ts";
import { ends } from "./fact.ts";
import type { Input } from "./subject.ts";

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

const found = new WeakMap<FactBase, readonly OpenPlaces[]>();

/** Grouped once per model, so that whoever asks looks at a few groups instead of at every element. */
export function openPlaces(base: FactBase): readonly OpenPlaces[] {
  let places = found.get(base);
  if (!places) found.set(base, (places = group(base)));
  return places;
}

function group(base: FactBase): readonly OpenPlaces[] {
  const groups = new Map<string, OpenPlaces & { readonly inputs: Input[] }>();
  for (const element of base.subjects.elements.values()) {
    const { missing } = dataAt(element, base);
    if (missing.length === 0 || element.isGone) continue;
    const isExternal = element.source.kind === "external";
    const { low, high } = ends(base.model.trustLevels, base.fact(element, "trust"));
    const key = `${String(isExternal)} ${low} ${high}`;
    const known = groups.get(key);
    if (!known) groups.set(key, { isExternal, low, high, inputs: missing.slice(0, MOST_INPUTS) });
    else known.inputs.push(...missing.slice(0, MOST_INPUTS - known.inputs.length));
  }
  return [...groups.values()];
}
