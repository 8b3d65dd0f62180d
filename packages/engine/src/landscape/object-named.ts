// What an id of a model names, as a thing of the landscape.
import type { Model } from "@merlon/core";
import type { LandscapeType } from "@merlon/schema";

/** What an id of the model names; undefined where nothing has it. */
export function objectNamed(id: string, model: Model): string | undefined {
  const live = model.formerly.get(id) ?? id;
  const maps: readonly (readonly [LandscapeType, ReadonlyMap<string, unknown>])[] = [
    ["element", model.elements], ["flow", model.flows], ["boundary", model.boundaries], ["data", model.data], ["control", model.controls], ["risk", model.risks], ["evidence", model.evidence],
  ];
  const found = maps.find(([, map]) => map.has(live));
  return found && `${found[0]}:${live}`;
}
