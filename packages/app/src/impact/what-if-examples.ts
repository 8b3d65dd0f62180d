// What could be asked of a model, for somebody who does not know how: options with ids and values of their own model.
import type { Model } from "@merlon/core";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

export async function whatIfExamples(path: string | undefined, session: Session): Promise<readonly string[]> {
  const { model } = await loadSoundModel(await findModel(path, session.cwd), session);
  const [element] = [...model.elements.keys()];
  return [...statedOf(model).slice(0, 1), ...(element === undefined ? [] : [`--remove ${element}`]), "--set model.stage=operate"];
}

/** A yes or no that is stated, the other way round. */
function statedOf({ elements, flows }: Model): readonly string[] {
  return [...elements.values(), ...flows.values()].flatMap(({ id, characteristics }) => [...characteristics]
    .filter(([, { value, provenance }]) => provenance === "declared" && (value === "yes" || value === "no"))
    .map(([key, { value }]) => `--set ${id}.${key}=${value === "yes" ? "no" : "yes"}`));
}
