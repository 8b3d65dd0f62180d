// The bundled JSON Schema extended with what the loaded packs know: their characteristics with types, and their words as suggestions.
import type { CharacteristicTarget } from "../knowledge/characteristic.ts";
import type { Library } from "../knowledge/library.ts";
import type { Term } from "../knowledge/taxonomy.ts";
import { bundledSchema } from "./bundled-schema.ts";
import { characteristicSchema } from "./characteristic-schema.ts";
import { openFields, type Definitions } from "./definitions.ts";
import { isObject, type JsonObject } from "./json-object.ts";

const owners: Readonly<Record<CharacteristicTarget, string>> = { element: "Element", flow: "Flow", boundary: "Boundary" };

/** Where words of a catalogue are written: definition, field, the suggestions' name. `[]` means inside the list. */
const places = [
  ["Element", "type", "KnownType"],
  ["Element", "technology", "KnownTechnology"],
  ["Flow", "protocol", "KnownProtocol"],
  ["CrossingPolicy", "protocols", "KnownProtocol"],
  ["Data", "kind", "KnownDataKind"],
  ["Control", "type", "KnownControl"],
] as const;

export function schemaForPacks(library: Library): object {
  const bundle = bundledSchema();
  const base = bundle.$defs as Definitions; // bundledSchema puts definitions there
  const known = {
    KnownType: suggestions("Known type", library.types),
    KnownTechnology: suggestions("Known technology", library.technologies),
    KnownProtocol: suggestions("Known protocol", library.protocols),
    KnownDataKind: suggestions("Known data kind", library.dataKinds),
    KnownControl: suggestions("Known control", library.controls),
    KnownScale: suggestions("Known scale preset", library.scales),
  };
  const typed = withCharacteristics(base, library);
  const suggested = places.reduce((defs, [owner, field, name]) => withSuggestion(defs, owner, field, name), typed);
  return { ...bundle, $defs: { ...withPresets(suggested), ...known } };
}

/** An enumeration that only suggests: any other word fits as well. */
function suggestions(title: string, terms: readonly Term[]): JsonObject {
  const sorted = [...terms].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const text = (term: Term) => (term.description === undefined ? term.title : `${term.title}: ${term.description}`);
  const listed = sorted.length === 0 ? [] : [{ enum: sorted.map((term) => term.id), enumDescriptions: sorted.map(text) }];
  return { title, description: "Words that the loaded packs know; others fit too.", anyOf: [...listed, { $ref: "#/$defs/Key" }] };
}

function withCharacteristics(defs: Definitions, library: Library): Definitions {
  const added = library.characteristics.filter((one) => one["applies-to"].some((target) => !hasProperty(defs[owners[target]], one.id)));
  const { properties, defs: needed } = openFields(Object.fromEntries(added.map((one) => [one.id, characteristicSchema(one)])));
  return added.reduce((all, one) => {
    const changed = one["applies-to"].map((target) => [owners[target], withProperty(all[owners[target]] ?? {}, one.id, properties[one.id] ?? {})] as const);
    return { ...all, ...Object.fromEntries(changed) };
  }, { ...needed, ...defs });
}

function hasProperty(owner: JsonObject | undefined, key: string): boolean {
  return isObject(owner?.properties) && key in owner.properties;
}

/** Properties that are already there stay as they are. */
function withProperty(owner: JsonObject, key: string, schema: JsonObject): JsonObject {
  const properties = isObject(owner.properties) ? owner.properties : {};
  return { ...owner, properties: { ...properties, [key]: properties[key] ?? schema } };
}

function withSuggestion(defs: Definitions, owner: string, field: string, name: string): Definitions {
  const object = defs[owner];
  if (object === undefined || !isObject(object.properties)) return defs;
  const text = JSON.stringify(object.properties[field]);
  const changed = JSON.parse(text.replaceAll('"#/$defs/Key"', `"#/$defs/${name}"`)) as JsonObject; // the same value with another reference
  return { ...defs, [owner]: { ...object, properties: { ...object.properties, [field]: changed } } };
}

function withPresets(defs: Definitions): Definitions {
  const entry = defs.ScaleEntry;
  if (entry === undefined || !Array.isArray(entry.anyOf)) return defs;
  return { ...defs, ScaleEntry: { ...entry, anyOf: [{ $ref: "#/$defs/KnownScale" }, ...entry.anyOf] } };
}
