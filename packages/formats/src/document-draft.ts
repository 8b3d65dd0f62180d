// The document under construction: objects by map and id, written out in the order of their ids so that the same file always gives the same bytes.
import type { ModelDocument, ModelHeader } from "@merlon/schema";

export type DraftMap = "scales" | "data" | "boundaries" | "elements" | "flows" | "controls" | "threats" | "decisions" | "views";
/** An object as it will be written; values that are undefined are left out. */
export type DraftObject = Readonly<Record<string, unknown>>;
export type Draft = Readonly<Record<DraftMap, Map<string, DraftObject>>>;

const maps: readonly DraftMap[] = ["scales", "data", "boundaries", "elements", "flows", "controls", "threats", "decisions", "views"];

export function openDraft(): Draft {
  return {
    scales: new Map(), data: new Map(), boundaries: new Map(), elements: new Map(), flows: new Map(),
    controls: new Map(), threats: new Map(), decisions: new Map(), views: new Map(),
  };
}

export function closeDraft(draft: Draft, header: ModelHeader & DraftObject): ModelDocument {
  const filled = maps.filter((map) => draft[map].size > 0);
  const entries = filled.map((map) => [map, byId(draft[map])] as const);
  // The readers build what the schema describes; their tests hold every document against it.
  return { ...withoutGaps(header), ...Object.fromEntries(entries) } as unknown as ModelDocument;
}

function byId(objects: ReadonlyMap<string, DraftObject>): Readonly<Record<string, DraftObject>> {
  const sorted = [...objects].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(sorted.map(([id, object]) => [id, withoutGaps(object)]));
}

function withoutGaps(object: DraftObject): DraftObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** `{name: value}` for the parts that are there; undefined when none is. */
export function someOf(object: DraftObject): DraftObject | undefined {
  const kept = withoutGaps(object);
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** What came of the file, by map; maps without objects count 0 where people expect a number. */
export function countDraft(draft: Draft): Readonly<Record<string, number>> {
  const always: readonly DraftMap[] = ["elements", "boundaries", "flows", "threats"];
  return Object.fromEntries(maps.filter((map) => draft[map].size > 0 || always.includes(map)).map((map) => [map, draft[map].size]));
}
