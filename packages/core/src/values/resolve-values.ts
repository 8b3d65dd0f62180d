// All characteristic values of a model but those that controls give: stated, implied, inherited and assumed, in one pass over its objects.
import type { Diagnostic, Element, Flow } from "@merlon/schema";
import type { Context } from "../model/context.ts";
import { inherits } from "../model/library-index.ts";
import { describePath } from "../model/maps.ts";
import type { Entry } from "../model/merge.ts";
import type { StatedValue } from "../model/model.ts";
import type { Structure } from "../model/structure.ts";
import { assumedValues } from "./assumed-values.ts";
import type { AssumedValue } from "./assumed-values.ts";
import { impliedForElement, impliedForFlow, natureOf } from "./implied-values.ts";
import type { ImpliedValue, Nature } from "./implied-values.ts";
import { insideDefaults } from "./inside-defaults.ts";
import type { InsideDefaults } from "./inside-defaults.ts";
import { statedValues } from "./stated-values.ts";
import { offer } from "./value-map.ts";
import type { ValueMap } from "./value-map.ts";

export interface ResolvedValues {
  readonly elements: ReadonlyMap<string, ValueMap>;
  readonly flows: ReadonlyMap<string, ValueMap>;
  readonly boundaries: ReadonlyMap<string, ValueMap>;
  readonly natures: ReadonlyMap<string, Nature>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Pass {
  readonly context: Context;
  readonly inside: InsideDefaults;
  readonly assumed: ReadonlyMap<string, readonly AssumedValue[]>;
  readonly report: (diagnostic: Diagnostic) => void;
  /** What each element's values mean for the flows into it. */
  readonly flowDefaults: Map<string, ValueMap>;
  /** What the type of a person says of the flows that the person starts. */
  readonly personDefaults: Map<string, ValueMap>;
  readonly natures: Map<string, Nature>;
}

export function resolveValues(context: Context, structure: Structure): ResolvedValues {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const assumed = assumedValues(context, report);
  const inside = insideDefaults(context, structure, report);
  const pass: Pass = { context, inside, assumed, report, flowDefaults: new Map(), personDefaults: new Map(), natures: new Map() };
  const { maps } = context;

  const boundaries = new Map([...maps.boundaries].map(([id, entry]) => [id, boundaryValues(pass, id, entry)]));
  const elements = new Map([...maps.elements].map(([id, entry]) => [id, elementValues(pass, id, entry)]));
  const flows = new Map<string, ValueMap>();
  for (const [id, own] of elements) {
    addDefaults(own, inside.forElement(id), context.index.keys.element);
    addFlowDefaults(pass, id, own);
  }
  for (const [id, entry] of maps.flows) flows.set(id, flowValues(pass, id, entry));
  return { elements, flows, boundaries, natures: pass.natures, diagnostics };
}

function boundaryValues(pass: Pass, id: string, entry: Entry<unknown>): ValueMap {
  const values = statedValues(entry, "boundary", pass.context, pass.report);
  addAll(pass, values, pass.assumed.get(id) ?? [], () => describePath(["boundaries", id]));
  return values;
}

function elementValues(pass: Pass, id: string, entry: Entry<Element>): ValueMap {
  const { index } = pass.context;
  const nature = natureOf(entry.value, index);
  pass.natures.set(id, nature);
  const values = statedValues(entry, "element", pass.context, pass.report);
  const object = (): string => describePath(["elements", id]);
  const implied = impliedForElement(entry, nature, index);
  addAll(pass, values, implied.filter(({ key }) => index.keys.element.has(key)), object);
  addAll(pass, values, pass.assumed.get(id) ?? [], object);
  const forFlows = implied.filter(({ key }) => index.keys.flow.has(key) && !index.keys.element.has(key));
  const defaults = nature.type !== undefined && inherits(nature.type, "human") ? pass.personDefaults : pass.flowDefaults;
  if (forFlows.length > 0) defaults.set(id, new Map(forFlows.map(({ key, value }) => [key, value])));
  return values;
}

function flowValues(pass: Pass, id: string, entry: Entry<Flow>): ValueMap {
  const values = statedValues(entry, "flow", pass.context, pass.report);
  const { from, to } = entry.value;
  addAll(pass, values, impliedForFlow(entry, pass.context.index), () => describePath(["flows", id]));
  addDefaults(values, pass.flowDefaults.get(to), pass.context.index.keys.flow);
  addDefaults(values, pass.personDefaults.get(from), pass.context.index.keys.flow);
  addDefaults(values, pass.inside.forFlow(from, to), pass.context.index.keys.flow);
  addAll(pass, values, pass.assumed.get(id) ?? [], () => describePath(["flows", id]));
  return values;
}

function addAll(pass: Pass, values: ValueMap, offered: readonly (ImpliedValue | AssumedValue)[], object: () => string): void {
  for (const { key, value } of offered) {
    const characteristic = pass.context.index.characteristics.get(key);
    const clash = characteristic === undefined ? undefined : offer(values, { characteristic, value, object });
    if (clash !== undefined) pass.report(clash);
  }
}

/** Inherited values fill gaps and replace what is only inferred or assumed. */
function addDefaults(values: ValueMap, defaults: ReadonlyMap<string, StatedValue> | undefined, keys: ReadonlySet<string>): void {
  for (const [key, value] of defaults ?? []) {
    if (!keys.has(key)) continue;
    const present = values.get(key);
    if (present === undefined || (value.provenance === "inherited" && (present.provenance === "inferred" || present.provenance === "assumed"))) values.set(key, value);
  }
}

/** An element's own value for something that also describes flows is the default of the flows into it; what it only inherits itself is not passed on. */
function addFlowDefaults(pass: Pass, id: string, own: ValueMap): void {
  const { keys } = pass.context.index;
  for (const [key, value] of own) {
    if (!keys.flow.has(key) || value.provenance === "inherited") continue;
    const defaults = pass.flowDefaults.get(id) ?? new Map();
    const stated = value.provenance !== "inferred" && value.provenance !== "assumed";
    defaults.set(key, { ...value, provenance: stated ? "inherited" : value.provenance, from: `element ${id}` });
    pass.flowDefaults.set(id, defaults);
  }
}
