// The objects of a STIX 2.0 or 2.1 bundle that ATT&CK consists of, found by type and by relation. Foreign data: every field may be missing or something else.
export interface StixObject {
  readonly type: string;
  /** `""` where it has none. */
  readonly stix: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface StixBundle {
  readonly objects: readonly StixObject[];
  ofType(type: string): readonly StixObject[];
  /** Ends of all relations of a type that hold: from, to. */
  relations(type: string): readonly (readonly [StixObject, StixObject])[];
}

/** A bundle, or a list of objects; undefined for anything else. */
export function stixBundle(value: unknown): StixBundle | undefined {
  const list = Array.isArray(value) ? value as readonly unknown[] : isRecord(value) && Array.isArray(value["objects"]) ? value["objects"] as readonly unknown[] : undefined;
  if (!list) return undefined;
  const objects = list.filter(isRecord).map((fields): StixObject => ({ type: textOf(fields["type"]) ?? "", stix: textOf(fields["id"]) ?? "", fields }));
  const byType = grouped(objects, ({ type }) => type);
  const byStix = new Map(objects.map((object) => [object.stix, object]));
  const relationships = grouped((byType.get("relationship") ?? []).filter(holds), ({ fields }) => textOf(fields["relationship_type"]) ?? "");
  return {
    objects, ofType: (type) => byType.get(type) ?? [],
    relations: (type) => (relationships.get(type) ?? []).flatMap(({ fields }) => {
      const [from, to] = [byStix.get(textOf(fields["source_ref"]) ?? ""), byStix.get(textOf(fields["target_ref"]) ?? "")];
      return from && to ? [[from, to] as const] : [];
    }),
  };
}

/** Neither revoked nor deprecated. */
export function holds({ fields }: StixObject): boolean {
  return fields["revoked"] !== true && fields["x_mitre_deprecated"] !== true;
}

/** The id that MITRE gave it, of the form wanted. */
export function mitreId({ fields }: StixObject, form: RegExp): string | undefined {
  const references = listOf(fields["external_references"]).filter(isRecord).filter((reference) => (textOf(reference["source_name"]) ?? "").startsWith("mitre-"));
  return references.map((reference) => textOf(reference["external_id"])).find((id) => id !== undefined && form.test(id));
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item): item is string => typeof item === "string");
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value as readonly unknown[] : [];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
