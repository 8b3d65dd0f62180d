// Two versions of one model, read and sound, and the impact of going from one to the other.
import { impactOf, type ImpactSide } from "@merlon/engine";
import type { Impact, Version } from "@merlon/schema";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

/** One version, as the person named it. */
export interface ComparedVersion {
  readonly name: string;
  readonly commit?: string;
  /** The day that it is judged at, where that is its own. */
  readonly day?: string;
  readonly loaded: LoadedModel;
  /** An empty model stands for one that is not there. */
  readonly absent?: true;
}

export interface ComparedModel {
  readonly name: string;
  readonly impact: Impact;
  /** An empty one where the model is not there. */
  readonly base: LoadedModel;
  readonly head: LoadedModel;
}

/** The policy of base counts, so that a change cannot loosen the gate that it has to pass. */
export function compareModel(name: string, base: ComparedVersion, head: ComparedVersion, session: Session): ComparedModel {
  session.progress(`Comparing ${(base.absent ? head : base).loaded.place.shown}`);
  const { policy } = (base.absent ? head : base).loaded.model;
  const impact = session.limit(() => impactOf(sideOf(base), sideOf(head), { at: session.at, policy }));
  return { name, impact, base: base.loaded, head: head.loaded };
}

function sideOf(version: ComparedVersion): ImpactSide {
  const { model, library, documents } = version.loaded;
  return { version: versionOf(version), model, library, documents };
}

export function versionOf({ name, commit, loaded: { model }, absent }: ComparedVersion): Version {
  return { name, ...(commit === undefined ? {} : { commit }), ...(model.view ? { view: model.view } : {}), model: model.header.id, digest: model.digest, ...(absent ? { absent } : {}) };
}
