// Random edits of a model document, as people make them: a value set, an item listed or struck out, an object added, an object removed with what refers to it.
import type { ModelDocument } from "@merlon/schema";

type Values = Record<string, unknown>;
type Objects = Record<string, Values>;

export interface RandomEdits {
  readonly random: () => number;
  readonly count: number;
  /** Starts the ids of new objects. */
  readonly name: string;
  /** The objects that are edited; all when left out. */
  readonly mine?: (id: string) => boolean;
  /** Nothing is removed when false. */
  readonly removing?: boolean;
}

interface Edited {
  readonly elements: Objects;
  readonly flows: Objects;
  readonly data: Objects;
}

/** A changed copy. */
export function randomEdits(document: ModelDocument, options: RandomEdits): ModelDocument {
  const edited = structuredClone(document) as unknown as Edited; // the maps that are edited
  for (let at = 0; at < options.count; at++) editOne(edited, options, at);
  return edited as unknown as ModelDocument; // the same maps with the same kinds of values
}

function editOne({ elements, flows, data }: Edited, { random, name, mine = () => true, removing = true }: RandomEdits, at: number): void {
  const pick = (ids: readonly string[]): string | undefined => ids[Math.floor(random() * ids.length)];
  const [element, flow, kind] = [pick(Object.keys(elements).filter(mine)), pick(Object.keys(flows).filter(mine)), pick(Object.keys(data))];
  const dice = random();
  if (dice >= 0.85 && (dice < 0.92 || !removing)) elements[`${name}-part-${at}`] = { kind: "process", title: `New ${at}` };
  else if (dice >= 0.97) removeElement({ elements, flows }, element);
  else if (dice >= 0.92) delete flows[flow ?? ""];
  else if (dice >= 0.75 && element) flows[`${name}-flow-${at}`] = { from: element, to: pick(Object.keys(elements).filter(mine)), carries: [] };
  else if (dice >= 0.65) toggle(elements[element ?? ""], "holds", kind);
  else if (dice >= 0.5) toggle(flows[flow ?? ""], "carries", kind);
  else if (dice >= 0.3) Object.assign(elements[element ?? ""] ?? {}, { title: `Part ${Math.floor(random() * 1000)}` });
  else Object.assign(flows[flow ?? ""] ?? {}, { "encryption-in-transit": pick(["yes", "no"]) });
}

function toggle(object: Values | undefined, key: string, item: string | undefined): void {
  if (!object || item === undefined) return;
  const list = Array.isArray(object[key]) ? object[key] as readonly string[] : [];
  object[key] = list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

function removeElement({ elements, flows }: Omit<Edited, "data">, id: string | undefined): void {
  delete elements[id ?? ""];
  for (const [flow, { from, to }] of Object.entries(flows)) if (from === id || to === id) delete flows[flow];
}
