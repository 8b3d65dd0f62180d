// What the characteristics of an object say of a mitigation: what a control of it would provide may be stated without naming a control.
import { isAsSafe, type Model } from "@merlon/core";
import type { ControlType, Library } from "@merlon/schema";
import { around, type AttackView } from "./attack-view.ts";

export interface StatedAt {
  /** Such as `patching of portal`; those that a control set are told with the control. */
  readonly safe: readonly string[];
  /** Something is stated and does not protect. */
  readonly unsafe: boolean;
}

type Objects = Pick<Model, "elements" | "flows" | "boundaries">;

/** A type of control counts when everything that it provides is stated at one object: the place, an end of it, or a boundary around. */
export function statedAt({ model, library }: Pick<AttackView, "model" | "library">, counts: (type: ControlType) => boolean, place: string): StatedAt {
  const types = library.controls.filter((type) => counts(type) && type.provides !== undefined && Object.keys(type.provides).length > 0);
  const found = around(model, place).flatMap((id) => types.map(({ provides = {} }) => judged(model, library, id, provides)));
  return { safe: [...new Set(found.flatMap(({ safe }) => safe))], unsafe: found.some(({ unsafe }) => unsafe) };
}

function judged(model: Objects, library: Library, id: string, provides: Readonly<Record<string, unknown>>): StatedAt {
  const characteristics = (model.elements.get(id) ?? model.flows.get(id) ?? model.boundaries.get(id))?.characteristics;
  const parts = Object.entries(provides).map(([key, wanted]) => {
    const [characteristic, stated] = [library.characteristics.find((one) => one.id === key), characteristics?.get(key)];
    return { key, stated, isSafe: characteristic !== undefined && stated !== undefined && isAsSafe(characteristic, stated.value, wanted) };
  });
  const own = parts.filter(({ stated }) => stated?.from?.startsWith("control ") !== true);
  return {
    safe: parts.every(({ isSafe }) => isSafe) ? own.map(({ key }) => `${key} of ${id}`) : [],
    unsafe: parts.some(({ stated, isSafe }) => stated !== undefined && !isSafe),
  };
}
