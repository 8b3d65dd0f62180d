// Which objects the published schema admits a characteristic on, whether or not a loaded pack declares it.
import { boundaryCharacteristicsShape, elementCharacteristicsShape, flowCharacteristicsShape } from "@merlon/schema";
import type { CharacteristicTarget } from "@merlon/schema";

const shapes: Readonly<Record<CharacteristicTarget, Readonly<Record<string, unknown>>>> = {
  element: elementCharacteristicsShape, flow: flowCharacteristicsShape, boundary: boundaryCharacteristicsShape,
};
const targets: readonly CharacteristicTarget[] = ["element", "flow", "boundary"];

export function schemaTargets(key: string): readonly CharacteristicTarget[] {
  return targets.filter((target) => schemaKeys[target].has(key));
}

/** Asked for every key of every object, hence sets. */
export const schemaKeys: Readonly<Record<CharacteristicTarget, ReadonlySet<string>>> = {
  element: new Set(Object.keys(shapes.element)), flow: new Set(Object.keys(shapes.flow)), boundary: new Set(Object.keys(shapes.boundary)),
};
