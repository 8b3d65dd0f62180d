// `merlon threat add` and what a think session keeps: threats that people name become part of the model. A sentence is enough.
import { analyze } from "@merlon/engine";
import { whereIs } from "@merlon/core";
import type { HumanThreat, Threat, Where } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { slugOf } from "../slug-of.ts";
import { unknownId } from "../unknown-id.ts";
import { homeOf } from "../write/home.ts";
import { planChange, type Edit, type ModelChange } from "../write/plan-change.ts";
import { writeChange } from "../write/write-change.ts";

export interface NewThreat extends HumanThreat {
  /** Made from the title when left out. */
  readonly id?: string;
}

export interface AddedThreat {
  readonly id: string;
  readonly where: Where;
  /** As the analysis sees it. */
  readonly threat: Threat;
}

export interface AddedThreats {
  readonly added: readonly AddedThreat[];
  /** Ids of threats that say the same already. */
  readonly there: readonly string[];
  readonly change: ModelChange;
}

export async function addThreats(threats: readonly NewThreat[], loaded: LoadedModel, session: Session, options: { readonly dryRun?: boolean } = {}): Promise<AddedThreats> {
  const file = homeOf(loaded, "threats");
  const edits: Edit[] = [];
  const there: string[] = [];
  const ids = takenIds(loaded);
  const added: string[] = [];
  for (const { id: wanted, ...threat } of threats) {
    const known = sameTitle(threat.title, loaded);
    if (known !== undefined && wanted === undefined) {
      there.push(known);
      continue;
    }
    assertPlaces(threat.at, loaded);
    const id = wanted ?? freeId(slugOf(threat.title.replace(/^(?:an?|the)\s+/i, ""), "threat"), ids);
    if (wanted !== undefined && ids.has(wanted)) throw new AppError("A4008", `The id \`${wanted}\` is taken.`, { hint: "Choose another with --id, or leave it out." });
    ids.add(id);
    added.push(id);
    edits.push({ file, path: ["threats", id], value: ordered(threat) });
  }
  const change = planChange(loaded, edits, session);
  if (!options.dryRun) await writeChange(change);
  return { added: addedThreats(added, file, change, session), there, change };
}

function addedThreats(ids: readonly string[], file: string, { after }: ModelChange, session: Session): readonly AddedThreat[] {
  if (ids.length === 0) return [];
  const { analysis } = session.limit(() => analyze(after.model, after.library, { at: session.at }));
  const source = after.documents.find(({ parsed }) => parsed.file.path === file);
  return ids.map((id) => {
    const threat = analysis.threats.find((one) => one.id === id);
    if (!threat || !source) throw new Error(`The threat ${id} was added and is not there.`);
    return { id, where: whereIs(source.parsed, ["threats", id]), threat };
  });
}

function sameTitle(title: string, { model }: LoadedModel): string | undefined {
  return [...model.threats.values()].find((threat) => words(threat.title) === words(title))?.id;
}

function words(title: string): string {
  return title.toLowerCase().replace(/[\s.!]+/g, " ").trim();
}

/** Also the ids that things had before. */
function takenIds({ model }: LoadedModel): Set<string> {
  const maps: readonly ReadonlyMap<string, unknown>[] = [model.elements, model.flows, model.boundaries, model.data, model.controls, model.assumptions, model.threats, model.risks, model.formerly, model.decisions];
  return new Set(maps.flatMap((map) => [...map.keys()]));
}

function freeId(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function assertPlaces(at: HumanThreat["at"], { model }: LoadedModel): void {
  const places = [...model.elements.keys(), ...model.flows.keys(), ...model.boundaries.keys()];
  for (const id of typeof at === "string" ? [at] : at ?? []) if (!places.includes(id)) throw unknownId("element, flow or boundary", id, places);
}

function ordered({ title, statement, at, stride, ...rest }: HumanThreat): HumanThreat {
  return { title, ...(statement ? { statement } : {}), ...(at === undefined ? {} : { at }), ...(stride ? { stride } : {}), ...rest };
}
