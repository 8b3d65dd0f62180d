// The model with one thing changed, for what-if: a characteristic, a field, or one more control. The original stays as it is.
import type { Model, ModelControl, ModelData, ModelElement, ModelFlow, StatedValue } from "@merlon/core";
import type { Credential, Library, PersonalData, Scalar } from "@merlon/schema";

export interface Change {
  readonly object: string;
  readonly key: string;
  readonly value: unknown;
}

const PERSONAL_KEYS = new Set(["subjects", "purpose", "legal-basis", "retention", "special-category", "identifiability", "recipients", "transfers"]);
const CREDENTIAL_KEYS = new Set(["lifetime", "rotation"]);
const FIELDS = new Set(["type", "technology", "in", "holds", "handles", "protocol", "port", "carries", "response", "via", "trust", "policy", "actor", "levels", "personal", "kind", "derivedFrom"]);

export function withChange(model: Model, change: Change, library: Library): Model {
  const element = model.elements.get(change.object);
  if (element) return withElement(model, element, change, library);
  const flow = model.flows.get(change.object);
  if (flow) return { ...model, flows: new Map(model.flows).set(flow.id, changedFlow(flow, change, library)) };
  const data = model.data.get(change.object);
  if (data) return { ...model, data: new Map(model.data).set(data.id, changedData(data, change)) };
  const boundary = model.boundaries.get(change.object);
  if (!boundary) return model;
  const changed = FIELDS.has(change.key) ? { ...boundary, [change.key]: change.value } : { ...boundary, characteristics: stating(boundary.characteristics, change) };
  return { ...model, boundaries: new Map(model.boundaries).set(boundary.id, changed) };
}

/** An element's value for a flow characteristic is the default of its incoming flows. */
function withElement(model: Model, element: ModelElement, change: Change, library: Library): Model {
  if (FIELDS.has(change.key)) {
    return { ...model, elements: new Map(model.elements).set(element.id, { ...element, [change.key]: change.value }) };
  }
  const elements = new Map(model.elements).set(element.id, { ...element, characteristics: stating(element.characteristics, change) });
  const applies = library.characteristics.find((c) => c.id === change.key)?.["applies-to"] ?? [];
  if (!applies.includes("flow")) return { ...model, elements };
  const flows = new Map(model.flows);
  for (const flow of model.flows.values()) {
    const before = flow.characteristics.get(change.key);
    if (flow.to !== element.id || (before && before.provenance !== "inherited")) continue;
    flows.set(flow.id, { ...flow, characteristics: stating(flow.characteristics, change) });
  }
  return { ...model, elements, flows };
}

function changedFlow(flow: ModelFlow, change: Change, library: Library): ModelFlow {
  if (change.key !== "protocol") {
    return FIELDS.has(change.key) ? { ...flow, [change.key]: change.value } : { ...flow, characteristics: stating(flow.characteristics, change) };
  }
  const protocol = String(change.value);
  const characteristics = new Map([...flow.characteristics].filter(([, stated]) => stated.provenance !== "inferred"));
  for (const [key, value] of impliedBy(protocol, library)) {
    if (!characteristics.has(key)) characteristics.set(key, { value, provenance: "inferred", from: `protocol ${protocol}` });
  }
  return { ...flow, protocol, characteristics };
}

function impliedBy(protocol: string, library: Library): ReadonlyMap<string, Scalar | readonly string[]> {
  const implied = new Map<string, Scalar | readonly string[]>();
  for (let key: string | undefined = protocol; key; key = key.includes(".") ? key.slice(0, key.lastIndexOf(".")) : undefined) {
    const term = library.protocols.find((p) => p.id === key);
    for (const [name, value] of Object.entries(term?.implies ?? {})) if (!implied.has(name)) implied.set(name, value);
  }
  return implied;
}

function changedData(data: ModelData, change: Change): ModelData {
  if (PERSONAL_KEYS.has(change.key)) {
    const before: PersonalData = typeof data.personal === "object" ? data.personal : {};
    return { ...data, personal: { ...before, [change.key]: change.value } };
  }
  if (CREDENTIAL_KEYS.has(change.key)) {
    const before: Credential = typeof data.credential === "object" ? data.credential : {};
    return { ...data, credential: { ...before, [change.key]: change.value } };
  }
  return { ...data, [change.key]: change.value };
}

function stating(before: ReadonlyMap<string, StatedValue>, change: Change): ReadonlyMap<string, StatedValue> {
  return new Map(before).set(change.key, { value: change.value as StatedValue["value"], provenance: "declared" });
}

export function withControl(model: Model, type: string, at: string): Model {
  const control: ModelControl = {
    id: `what-if-${type}`, title: type, type, at: [at], state: "implemented",
    covers: "crossings", where: { file: "what-if", line: 1, column: 1 },
  };
  return { ...model, controls: new Map(model.controls).set(control.id, control) };
}
