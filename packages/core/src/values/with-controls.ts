// The model with controls in force: each sets what its type provides where it is, and never makes anything less safe.
// The one place that says what a control does: reading uses it for controls that are there, the engine for those that are planned or tried out.
import type { Characteristic, Diagnostic, Library } from "@merlon/schema";
import { indexLibrary, lineage } from "../model/library-index.ts";
import { describePath } from "../model/maps.ts";
import type { ModelControl, StatedProvenance, StatedValue } from "../model/model.ts";
import { agree, readValue, safety } from "./characteristic-value.ts";
import { controlPlaces } from "./control-places.ts";
import type { ControlPlace, Controllable } from "./control-places.ts";
import { contradiction } from "./value-map.ts";

/** Only such a control changes facts today. */
export function isInForce({ state }: Pick<ModelControl, "state">): boolean {
  return state === "implemented" || state === "verified";
}

/**
 * Planned and proposed controls speak of what will be: they replace even what was observed, and silently.
 * The diagnostics (C1058) are about controls that are said to be there. Digest and controls of the model stay as they are.
 */
export function withControls<M extends Controllable>(
  model: M, controls: readonly ModelControl[], library: Library,
): { readonly model: M; readonly diagnostics: readonly Diagnostic[] } {
  const changes: Changes = { elements: new Map(), flows: new Map(), boundaries: new Map(), given: new Set(), diagnostics: [] };
  const placesOf = controlPlaces(model);
  for (const control of controls) {
    for (const provision of provisionsOf(control, library)) {
      for (const place of placesOf(control, provision.characteristic)) provide(place, provision, model, changes);
    }
  }
  if (changes.given.size === 0) return { model, diagnostics: changes.diagnostics };
  const { elements, flows, boundaries } = model;
  const changed: Controllable = {
    elements: withValues(elements, changes.elements), flows: withValues(flows, changes.flows), boundaries: withValues(boundaries, changes.boundaries),
  };
  return { model: { ...model, ...changed }, diagnostics: changes.diagnostics };
}

/** One characteristic that a control provides, wherever the control is. */
interface Provision {
  readonly characteristic: Characteristic;
  readonly value: StatedValue;
  readonly isThere: boolean;
}

type Values = Map<string, StatedValue>;

interface Changes {
  /** New characteristics by object: copies, so that the model stays as it is. */
  readonly elements: Map<string, Values>;
  readonly flows: Map<string, Values>;
  readonly boundaries: Map<string, Values>;
  /** Values that controls gave; two controls at one place do not contradict each other. */
  readonly given: Set<StatedValue>;
  readonly diagnostics: Diagnostic[];
}

function provisionsOf(control: ModelControl, library: Library): readonly Provision[] {
  const index = indexLibrary(library);
  const provided = lineage(control.type).map((key) => index.controls.get(key)?.provides).find((found) => found !== undefined);
  return Object.entries(provided ?? {}).flatMap(([key, written]): readonly Provision[] => {
    const characteristic = index.characteristics.get(key);
    const read = characteristic && readValue(characteristic, characteristic.kind === "set" ? [written] : written);
    if (characteristic === undefined || read?.kind !== "known") return [];
    const value: StatedValue = { value: read.value, provenance: "declared", where: control.where, from: `control ${control.id}` };
    return [{ characteristic, value, isThere: isInForce(control) }];
  });
}

const defaults: ReadonlySet<StatedProvenance> = new Set(["inherited", "inferred", "assumed"]);

function provide(place: ControlPlace, { characteristic, value, isThere }: Provision, model: Controllable, changes: Changes): void {
  const { map, object, into } = place;
  const present = (changes[map].get(object.id) ?? object.characteristics).get(characteristic.id);
  const better = improved(characteristic, present, value);
  if (better === undefined) return;
  if (into !== undefined) {
    // What holds for an element is no more than a default for the flows into it.
    if (present === undefined || defaults.has(present.provenance)) set(place, characteristic.id, { ...better, provenance: "inherited", from: `element ${into}` }, changes);
    return;
  }
  if (present !== undefined && isThere && !changes.given.has(present) && !agree(present.value, better.value)) {
    const isSeen = present.provenance === "observed" || present.provenance === "imported";
    const [winner, loser] = isSeen ? [present, value] : [value, present];
    if (!defaults.has(present.provenance)) changes.diagnostics.push(contradiction(characteristic.id, describePath([map, object.id]), winner, loser));
    if (isSeen) return;
  }
  set(place, characteristic.id, better, changes);
}

/** What is there after the control adds to it; undefined when it was as safe already. */
function improved(characteristic: Characteristic, present: StatedValue | undefined, value: StatedValue): StatedValue | undefined {
  if (present === undefined) return value;
  const merged = Array.isArray(present.value) && Array.isArray(value.value) ? { ...value, value: [...new Set([...present.value, ...value.value])].sort() } : value;
  return safety(characteristic, present.value) < safety(characteristic, merged.value) ? merged : undefined;
}

function set({ map, object }: ControlPlace, key: string, value: StatedValue, changes: Changes): void {
  let own = changes[map].get(object.id);
  if (own === undefined) changes[map].set(object.id, (own = new Map(object.characteristics)));
  own.set(key, value);
  changes.given.add(value);
}

function withValues<T extends ControlPlace["object"]>(objects: ReadonlyMap<string, T>, values: ReadonlyMap<string, Values>): ReadonlyMap<string, T> {
  if (values.size === 0) return objects;
  const changed = new Map(objects);
  for (const [id, characteristics] of values) {
    const object = changed.get(id);
    if (object !== undefined) changed.set(id, { ...object, characteristics });
  }
  return changed;
}
