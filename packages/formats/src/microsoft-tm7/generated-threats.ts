// What the Microsoft tool itself would generate for a flow: with it, stored threats are told apart into those that the pack gives again, those that people wrote, and those that are stale.
import { holds } from "../microsoft-template/evaluate-expression.ts";
import type { Interaction } from "../microsoft-template/evaluate-expression.ts";
import type { ReadyType, Template } from "../microsoft-template/template.ts";
import type { Attached } from "./flows.ts";
import { isOutOfScope } from "./properties.ts";
import type { Shape } from "./shapes.ts";
import { chosenValues, stencilLine } from "./stencil-values.ts";
import type { StoredThreat } from "./stored-threats.ts";

export type Sorted =
  /** The pack gives it again. */
  | { readonly kind: "generated"; readonly flow: Shape; readonly type: ReadyType }
  | { readonly kind: "written" }
  | { readonly kind: "stale"; readonly why: string };

/** `generates`: whether generation is on; what is not generated is kept as it is stored. */
export function sorter(template: Template | undefined, attached: readonly Attached[], crossings: ReadonlyMap<string, readonly Shape[]>, generates: boolean): (stored: StoredThreat) => Sorted {
  if (template === undefined || !generates) return () => ({ kind: "written" });
  const types = new Map(template.ready.map((ready) => [ready.type.id, ready]));
  const flows = new Map(attached.map((one) => [`${one.flow.surface.guid} ${one.flow.id}`, one]));
  const interactions = new Map<Attached, Interaction>();
  const interactionOf = (one: Attached): Interaction => {
    const known = interactions.get(one) ?? interaction(template, one, crossings);
    interactions.set(one, known);
    return known;
  };
  return (stored) => {
    const type = types.get(stored.type);
    if (type === undefined) return { kind: "written" };
    const one = flows.get(`${stored.surface} ${stored.flow}`);
    if (one === undefined) return { kind: "stale", why: "Its flow is not there any more, or not attached at both ends." };
    if (one.from.id !== stored.source || one.to.id !== stored.target) return { kind: "stale", why: "Its flow goes somewhere else now." };
    if (isOutOfScope(one.flow.properties)) return { kind: "stale", why: "Its flow is out of scope." };
    const found = interactionOf(one);
    const generated = holds(type.include, found) && (type.exclude === undefined || !holds(type.exclude, found));
    return generated ? { kind: "generated", flow: one.flow, type } : { kind: "stale", why: "Its condition does not hold any more." };
  };
}

function interaction(template: Template, { flow, from, to }: Attached, crossings: ReadonlyMap<string, readonly Shape[]>): Interaction {
  const types = (shape: Shape): ReadonlySet<string> => new Set(stencilLine(template, shape));
  return {
    types: { source: types(from), target: types(to), flow: types(flow) },
    attributes: { source: chosenValues(from), target: chosenValues(to), flow: chosenValues(flow) },
    crossed: new Set((crossings.get(flow.key) ?? []).flatMap((boundary) => stencilLine(template, boundary))),
  };
}
