// The model with one thing changed, for what-if: a characteristic or a field. The original stays as it is.
import { indexLibrary, type Characteristics, type Model, type ModelData, type ModelElement, type ModelFlow, type StatedValue } from "@merlon/core";
import type { Credential, Library, PersonalData } from "@merlon/schema";

export interface Change {
  readonly object: string;
  readonly key: string;
  readonly value: unknown;
}

const PERSONAL_KEYS = new Set(["subjects", "purpose", "legal-basis", "retention", "special-category", "identifiability", "recipients", "transfers"]);
const CREDENTIAL_KEYS = new Set(["lifetime", "rotation", "opens"]);

export function withChange(model: Model, change: Change, library: Library): Model {
  const element = model.elements.get(change.object);
  if (element) return withElement(model, element, change, library);
  const flow = model.flows.get(change.object);
  if (flow) return { ...model, flows: new Map(model.flows).set(flow.id, changedFlow(flow, change, library)) };
  const data = model.data.get(change.object);
  if (data) return { ...model, data: new Map(model.data).set(data.id, changedData(data, change)) };
  const boundary = model.boundaries.get(change.object);
  return boundary ? { ...model, boundaries: new Map(model.boundaries).set(boundary.id, changed(boundary, change, library)) } : model;
}

/** An element's value for something that also describes flows is the default of the flows into it (SPEC: MOD-7). */
function withElement(model: Model, element: ModelElement, change: Change, library: Library): Model {
  const elements = new Map(model.elements).set(element.id, changed(element, change, library));
  if (!indexLibrary(library).keys.flow.has(change.key)) return { ...model, elements };
  const flows = new Map(model.flows);
  for (const flow of model.flows.values()) {
    const before = flow.characteristics.get(change.key);
    const isOwn = before && (before.provenance === "declared" || before.provenance === "imported" || before.provenance === "observed");
    if (flow.to === element.id && !isOwn) flows.set(flow.id, { ...flow, characteristics: stating(flow.characteristics, change) });
  }
  return { ...model, elements, flows };
}

function changedFlow(flow: ModelFlow, change: Change, library: Library): ModelFlow {
  return change.key === "protocol" ? withProtocol(flow, String(change.value), library) : changed(flow, change, library);
}

/** What the old protocol implied goes, also where the model said the same, and what the new one implies comes (SPEC: VAL-8). */
function withProtocol(flow: ModelFlow, protocol: string, library: Library): ModelFlow {
  const index = indexLibrary(library);
  const old = flow.protocol === undefined ? undefined : index.impliedByProtocol(flow.protocol);
  const characteristics = new Map([...flow.characteristics].filter(([key, { value, from }]) => !from?.startsWith("protocol ") && old?.get(key)?.value !== value));
  for (const [key, { value, from }] of index.impliedByProtocol(protocol)) {
    const before = characteristics.get(key);
    if (!before || before.provenance === "assumed") characteristics.set(key, { value, provenance: "inferred", from });
  }
  return { ...flow, protocol, characteristics };
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

function changed<T extends { readonly characteristics: Characteristics }>(object: T, change: Change, library: Library): T {
  const isCharacteristic = indexLibrary(library).characteristics.has(change.key);
  return isCharacteristic ? { ...object, characteristics: stating(object.characteristics, change) } : { ...object, [change.key]: change.value };
}

function stating(before: Characteristics, change: Change): Characteristics {
  return new Map(before).set(change.key, { value: change.value as StatedValue["value"], provenance: "declared" }); // a fix states a value that its characteristic takes
}
