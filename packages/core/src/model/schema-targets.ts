// Which objects the published schema admits a characteristic on, whether or not a loaded pack declares it.
import { boundaryCharacteristicsShape, elementCharacteristicsShape, flowCharacteristicsShape } from "@merlon/schema";
import type { CharacteristicTarget } from "@merlon/schema";

const shapes: Readonly<Record<CharacteristicTarget, Readonly<Record<string, unknown>>>> = {
  element: elementCharacteristicsShape, flow: flowCharacteristicsShape, boundary: boundaryCharacteristicsShape,
};
const targets: readonly CharacteristicTarget[] = ["element", "flow", "boundary"];

export function schemaTargets(key: string): readonly CharacteristicTarget[] {
  return targets.filter((target) => Object.hasOwn(shapes[target], key));
}
