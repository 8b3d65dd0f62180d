// The knowledge of a library by key, with inheritance of dotted values. Built once per library value.
import type { ActorClass, Characteristic, CharacteristicTarget, ControlType, DataKind, ElementType, Library, Protocol, Scalar, ScalePreset, Technology } from "@merlon/schema";

export type Implied = ReadonlyMap<string, { readonly value: Scalar | readonly string[]; readonly from: string }>;

export interface LibraryIndex {
  readonly library: Library;
  readonly characteristics: ReadonlyMap<string, Characteristic>;
  /** Characteristic ids by what they apply to. */
  readonly keys: Readonly<Record<CharacteristicTarget, ReadonlySet<string>>>;
  readonly types: ReadonlyMap<string, ElementType>;
  readonly technologies: ReadonlyMap<string, Technology>;
  readonly protocols: ReadonlyMap<string, Protocol>;
  readonly dataKinds: ReadonlyMap<string, DataKind>;
  readonly controls: ReadonlyMap<string, ControlType>;
  readonly scales: ReadonlyMap<string, ScalePreset>;
  /** What a dotted value and its ancestors imply; the most specific wins. */
  impliedByType(type: string): Implied;
  impliedByTechnology(technology: string): Implied;
  impliedByProtocol(protocol: string): Implied;
  actorOf(type: string): ActorClass | undefined;
}

const indexes = new WeakMap<Library, LibraryIndex>();

/** Built once for a library, however often it is asked for. */
export function indexLibrary(library: Library): LibraryIndex {
  const known = indexes.get(library);
  if (known !== undefined) return known;
  const types = byId(library.types);
  const technologies = byId(library.technologies);
  const protocols = byId(library.protocols);
  const index: LibraryIndex = {
    library, types, technologies, protocols,
    characteristics: byId(library.characteristics),
    keys: { element: keysFor(library, "element"), flow: keysFor(library, "flow"), boundary: keysFor(library, "boundary") },
    dataKinds: byId(library.dataKinds), controls: byId(library.controls), scales: byId(library.scales),
    impliedByType: remember((type) => impliedBy(types, type, "type")),
    impliedByTechnology: remember((technology) => impliedBy(technologies, technology, "technology")),
    impliedByProtocol: remember((protocol) => impliedBy(protocols, protocol, "protocol")),
    actorOf: (type) => lineage(type).map((key) => types.get(key)?.actor).find((actor) => actor !== undefined),
  };
  indexes.set(library, index);
  return index;
}

/** `a.b.c`, `a.b`, `a`. */
export function lineage(dotted: string): readonly string[] {
  const all = [dotted];
  for (let at = dotted.lastIndexOf("."); at > 0; at = dotted.lastIndexOf(".", at - 1)) all.push(dotted.slice(0, at));
  return all;
}

/** True for the value itself and for what inherits from it. */
export function inherits(dotted: string, ancestor: string): boolean {
  return dotted === ancestor || (dotted.length > ancestor.length && dotted.startsWith(ancestor) && dotted[ancestor.length] === ".");
}

interface Implying {
  readonly implies?: Readonly<Record<string, Scalar | readonly string[]>>;
}

function impliedBy(terms: ReadonlyMap<string, Implying>, dotted: string, word: string): Implied {
  const implied = new Map<string, { value: Scalar | readonly string[]; from: string }>();
  for (const key of lineage(dotted)) {
    for (const [characteristic, value] of Object.entries(terms.get(key)?.implies ?? {})) {
      if (!implied.has(characteristic)) implied.set(characteristic, { value, from: `${word} ${key}` });
    }
  }
  return implied;
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return function remembered(key) {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function keysFor(library: Library, target: CharacteristicTarget): ReadonlySet<string> {
  return new Set(library.characteristics.filter((c) => c["applies-to"].includes(target)).map((c) => c.id));
}
