// A version of a model as what a merge compares: every object by its map and id, wherever it is written, and every other key by its file.
import { fileRole } from "../model/file-role.ts";
import { idSpace, isMapName, isObject, type MapName, type PlainObject } from "../model/maps.ts";

/** One file of a version. */
export interface Document {
  readonly path: string;
  readonly value: PlainObject;
}

/** An object, or a key of a file that is no map of objects. */
export interface Slot {
  /** The file, for what an importer wrote, which is brought anew as a whole; "" for what people wrote, which may move between files. */
  readonly layer: string;
  readonly map: MapName | "header" | "file";
  readonly id: string;
}

export interface Written {
  readonly slot: Slot;
  readonly value: unknown;
  readonly file: string;
}

/** By the slot's name, in the order of files and of what they say. */
export type Slots = ReadonlyMap<string, Written>;

export function slotName({ layer, map, id }: Slot): string {
  return JSON.stringify([layer, map, id]);
}

export function slotsOf(documents: readonly Document[]): Slots {
  const slots = new Map<string, Written>();
  const put = (slot: Slot, value: unknown, file: string): void => {
    const name = slotName(slot);
    if (!slots.has(name)) slots.set(name, { slot, value, file });
  };
  for (const { path, value } of documents) {
    const role = fileRole(path);
    const layer = role === "imported" ? path : "";
    for (const [key, inner] of Object.entries(value)) {
      if (isMapName(key) && isObject(inner) && role !== "policy" && role !== "lock") for (const [id, object] of Object.entries(inner)) put({ layer, map: key, id }, object, path);
      else if (!isMapName(key) || inner !== null) put(role === "model" ? { layer: "", map: "header", id: key } : { layer: path, map: "file", id: key }, inner, path);
    }
  }
  return slots;
}

/** Where in its file a slot is written. */
export function pathOf({ map, id }: Slot): readonly string[] {
  return map === "header" || map === "file" ? [id] : [map, id];
}

export function inIdSpace({ map }: Slot): boolean {
  return (idSpace as readonly string[]).includes(map);
}
