// `merlon impact`: what a change would do that nobody has made yet. The model and the changed one are compared in memory; nothing is written.
import type { Impact, ModelOperation } from "@merlon/schema";
import { compareModel } from "../diff/compare-model.ts";
import type { ModelsDiff } from "../diff/diff-models.ts";
import { rootOf } from "../diff/diff-views.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { placeOf, type Imagined } from "./imagined.ts";
import { withFile } from "./with-file.ts";
import { withSetting } from "./with-setting.ts";
import { withoutIds } from "./without-ids.ts";

/** Taken in this order: files, then what is removed, then what is set. */
export interface WhatIf {
  readonly files: readonly string[];
  readonly remove: readonly string[];
  /** `object.field=value`. */
  readonly set: readonly string[];
}

export async function whatIf(path: string | undefined, asked: WhatIf, session: Session): Promise<ModelsDiff> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  let state: Imagined = { loaded, elsewhere: [], notes: [] };
  for (const file of asked.files) state = await withFile(state, file, session);
  if (asked.remove.length > 0) state = withoutIds(state, asked.remove, session);
  for (const text of asked.set) state = withSetting(state, text, asked.remove, session);
  const compared = compareModel(loaded.place.name, { name: "as it is", loaded }, { name: nameOf(asked), loaded: state.loaded }, session);
  return { set: false, models: [{ ...compared, impact: placed(compared.impact, state) }], root: await rootOf(session), notes: state.notes };
}

const MOST_CHARS = 80;

/** The first of the changes, and how many more. */
function nameOf({ files, remove, set }: WhatIf): string {
  const words = [...files.map((file) => `with ${file}`), ...remove.map((id) => `without ${id}`), ...set.map((text, at) => (at === 0 ? `if ${text}` : text))];
  const all = words.join(", ");
  return all.length <= MOST_CHARS ? all : `${words[0] ?? ""}${words.length > 1 ? ` and ${words.length - 1} more` : ""}`;
}

function placed(impact: Impact, { elsewhere }: Imagined): Impact {
  return elsewhere.length === 0 ? impact : { ...impact, operations: impact.operations.map((one): ModelOperation => (one.where ? { ...one, where: placeOf({ ...one.where, path: pathOf(one) }, elsewhere) } : one)) };
}

function pathOf({ map, object, key }: ModelOperation): string {
  return [map, object, ...(key === undefined ? [] : [key])].join(".");
}
