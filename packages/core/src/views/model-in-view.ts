// A model as one view in time shows it: what is not there is left out and named, with what cannot be without it; what is planned and there counts as done.
import type { Library, ModelView } from "@merlon/schema";
import { idSpace, isObject, type IdSpaceMap } from "../model/maps.ts";
import { mergeSources, type Maps } from "../model/merge.ts";
import type { Model, StatedValue } from "../model/model.ts";
import { modelOfSources } from "../model/read-model.ts";
import type { ModelSource } from "../model/read-sources.ts";
import { isInForce, withControls } from "../values/with-controls.ts";
import { fieldEdits, withEdits, type ValueEdit } from "../what-if/with-edits.ts";
import { withoutObjects, type Gone } from "../what-if/without-objects.ts";
import { absentIn, timeViewName, type Life, type TimeView } from "./time-view.ts";

export interface ViewedModel {
  readonly model: Model;
  readonly documents: readonly ModelSource[];
}

/** Of a sound model. `at`: the day at which expiries are judged. */
export function modelInView(sources: readonly ModelSource[], view: TimeView, library: Library, { at }: { readonly at?: string } = {}): ViewedModel {
  const { maps: all } = mergeSources(sources).merged;
  const chosen = new Map<string, string>();
  for (const map of idSpace) {
    for (const { id, value } of all[map].values()) {
      const why = absentIn(view, lifeOf(map, value));
      if (why !== undefined) chosen.set(id, why);
    }
  }
  const { gone, edits } = withoutObjects(sources, chosen);
  const { sources: there } = withEdits(sources, [...edits, ...notRetired(all, new Set(gone.map(({ id }) => id)))], library);
  const read = (from: readonly ModelSource[]): Model => modelOfSources(from, library, at === undefined ? {} : { at }).model;
  const { sources: documents } = withEdits(there, controlsDone(there, read, library), library);
  const model = read(documents);
  return { model: { ...model, header: { ...model.header, title: `${model.header.title} (${titleOf(view)})` }, view: { name: timeViewName(view), leftOut: gone.map(told) } }, documents };
}

function titleOf(view: TimeView): string {
  return view.kind === "at" ? `at ${view.day}` : view.kind;
}

function lifeOf(map: IdSpaceMap, value: Life): Life {
  return map === "controls" ? value : value.lifecycle === undefined ? {} : { lifecycle: value.lifecycle };
}

/** What will be retired one day is not retired yet. */
function notRetired(all: Maps, absent: ReadonlySet<string>): readonly ValueEdit[] {
  return idSpace.flatMap((map) => [...all[map].values()].filter(({ id, value }) => !absent.has(id) && value.lifecycle?.state === "retired").flatMap(({ id, layers }) =>
    layers.filter(({ raw }) => isObject(raw["lifecycle"])).map(({ source, raw }): ValueEdit => ({ file: source.parsed.file.path, path: [map, id, "lifecycle"], value: { ...(raw["lifecycle"] as object), state: "live" } }))));
}

/** Controls that the view holds are in force, also against what was observed before they were. */
function controlsDone(there: readonly ModelSource[], read: (from: readonly ModelSource[]) => Model, library: Library): readonly ValueEdit[] {
  if (!there.some(({ raw }) => isObject(raw["controls"]))) return [];
  const model = read(there);
  const waiting = [...model.controls.values()].filter((control) => !isInForce(control));
  const done = withControls(model, waiting, library).model;
  const given = (["elements", "flows", "boundaries"] as const).flatMap((map) => [...done[map]].flatMap(([id, { characteristics }]) => {
    const before = model[map].get(id)!.characteristics;
    if (before === characteristics) return [];
    return [...characteristics].filter(([key, { value }]) => isSeen(before.get(key)) && before.get(key)?.value !== value).flatMap(([key, { value }]) => fieldEdits(there, { map, id }, [key], value));
  }));
  return [...given, ...waiting.flatMap(({ id }) => fieldEdits(there, { map: "controls", id }, ["state"], "implemented"))];
}

function isSeen(value: StatedValue | undefined): boolean {
  return value?.provenance === "observed" || value?.provenance === "imported";
}

function told({ map, id, title, because }: Gone): ModelView["leftOut"][number] {
  return { map, id, title, because };
}
