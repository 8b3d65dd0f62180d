// What controls provide: in the live view those implemented or verified, in the target view planned and proposed ones too.
// A control's characteristic stands where the model states nothing, or states less than the control brings.
import type { Characteristics, Model, ModelBoundary, ModelControl, ModelElement, ModelFlow, StatedValue } from "@merlon/core";
import type { Characteristic, Library, Scalar } from "@merlon/schema";

export type ControlView = "live" | "target";

export function applyControls(model: Model, library: Library, view: ControlView): Model {
  const types = new Map(library.controls.map((c) => [c.id, c]));
  const characteristics = new Map(library.characteristics.map((c) => [c.id, c]));
  const elements = new Map(model.elements);
  const flows = new Map(model.flows);
  const boundaries = new Map(model.boundaries);
  for (const control of model.controls.values()) {
    if (!counts(control, view)) continue;
    for (const [key, value] of Object.entries(types.get(control.type)?.provides ?? {})) {
      const characteristic = characteristics.get(key);
      if (!characteristic) continue;
      for (const place of placesOf(control, model)) provide(place, control, characteristic, value, { elements, flows, boundaries, model });
    }
  }
  return { ...model, elements, flows, boundaries };
}

function counts(control: ModelControl, view: ControlView): boolean {
  if (control.state === "implemented" || control.state === "verified") return true;
  return view === "target" && control.state !== "retired";
}

type Place = ModelElement | ModelFlow | ModelBoundary;
interface Target { readonly elements: Map<string, ModelElement>; readonly flows: Map<string, ModelFlow>; readonly boundaries: Map<string, ModelBoundary>; readonly model: Model }

function placesOf(control: ModelControl, model: Model): readonly Place[] {
  return control.at.flatMap((id) => {
    const place = model.elements.get(id) ?? model.flows.get(id);
    if (place) return [place];
    const boundary = model.boundaries.get(id);
    return boundary ? [boundary, ...coveredBy(boundary, control, model)] : [];
  });
}

function coveredBy(boundary: ModelBoundary, control: ModelControl, model: Model): readonly Place[] {
  const inside = (id: string) => isInside(model.elements.get(id), boundary.id, model);
  if (control.covers === "inside") {
    return [
      ...[...model.elements.values()].filter((e) => inside(e.id)),
      ...[...model.flows.values()].filter((f) => inside(f.from) && inside(f.to)),
    ];
  }
  return [...model.flows.values()].filter((f) => inside(f.from) !== inside(f.to));
}

function isInside(element: ModelElement | undefined, boundary: string, model: Model): boolean {
  return (element?.in ?? []).some((id) => {
    for (let at: string | undefined = id, steps = 0; at !== undefined && steps < 1000; at = model.boundaries.get(at)?.parent, steps++) {
      if (at === boundary) return true;
    }
    return false;
  });
}

function provide(place: Place, control: ModelControl, characteristic: Characteristic, value: Scalar, target: Target): void {
  const stated: StatedValue = { value, provenance: "declared", where: control.where, from: `control ${control.id}` };
  const applies = characteristic["applies-to"];
  if (target.boundaries.has(place.id)) {
    if (applies.includes("boundary")) setAt(target.boundaries, place.id, characteristic, stated);
    return;
  }
  const isFlow = target.flows.has(place.id);
  if (isFlow && applies.includes("flow")) setAt(target.flows, place.id, characteristic, stated);
  if (!isFlow && applies.includes("element")) setAt(target.elements, place.id, characteristic, stated);
  if (!isFlow && applies.includes("flow")) {
    for (const flow of target.model.flows.values()) if (flow.to === place.id) setAt(target.flows, flow.id, characteristic, stated);
  }
}

function setAt<P extends { readonly characteristics: Characteristics }>(map: Map<string, P>, id: string, characteristic: Characteristic, stated: StatedValue): void {
  const place = map.get(id)!;
  const before = place.characteristics.get(characteristic.id);
  if (before && isSafer(characteristic, before.value, stated.value)) return;
  map.set(id, { ...place, characteristics: new Map(place.characteristics).set(characteristic.id, stated) });
}

/** Whether what is stated is at least as safe as what the control brings. */
function isSafer(characteristic: Characteristic, before: StatedValue["value"], after: StatedValue["value"]): boolean {
  const order = characteristic.kind === "flag"
    ? (characteristic.safer === "no" ? ["yes", "no"] : ["no", "yes"])
    : ["no", ...(characteristic.values ?? []).map((v) => v.id)];
  return order.indexOf(String(before)) >= order.indexOf(String(after));
}
