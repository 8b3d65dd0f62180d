// A think session about one boundary: what people named, laid beside what the rules found there.
import { targetsOf } from "@merlon/core";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import type { Analysis, StrideLetter, Threat } from "@merlon/schema";
import { analyzeLoaded } from "../analyze-models.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { boundaryCard } from "./boundary-card.ts";
import { matchIdea, type Match } from "./match-ideas.ts";
import { stems } from "./stems.ts";

export interface ThinkTopic {
  readonly boundary: string;
  readonly title: string;
  readonly card: readonly string[];
  /** Threats at the boundary, at what is inside and at the flows of these. */
  readonly threats: readonly Threat[];
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly loaded: LoadedModel;
}

export interface Idea {
  readonly text: string;
  readonly by?: string;
  readonly at?: readonly string[];
  readonly stride?: readonly StrideLetter[];
}

export interface Compared {
  readonly idea: Idea;
  /** The threats that the person says it is; undefined when it is none. */
  readonly same?: readonly string[];
  /** Proposed, and nobody said whether it is. */
  readonly perhaps?: readonly string[];
}

export interface ThinkResult {
  readonly both: readonly Compared[];
  readonly onlyPeople: readonly Compared[];
  readonly perhaps: readonly Compared[];
  readonly onlyRules: readonly Threat[];
}

export async function thinkTopic(boundary: string, path: string | undefined, session: Session): Promise<ThinkTopic> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  const { model } = loaded;
  const id = model.formerly.get(boundary) ?? boundary;
  const found = model.boundaries.get(id);
  if (!found) throw unknownId("boundary", boundary, model.boundaries.keys());
  const { analysis } = analyzeLoaded(loaded, session);
  const places = placesOf(id, analysis);
  const threats = analysis.threats.filter((threat) => targetsOf(threat).some(({ id }) => places.has(id)) && (threat.status !== "dismissed" || threat.origin === "person"));
  return { boundary: id, title: found.title, card: boundaryCard(id, analysis), threats, names: namesOf(places, loaded), loaded };
}

/** The boundary, what is inside, and every flow with an end inside. */
function placesOf(boundary: string, { boundaries, flows }: Analysis): ReadonlySet<string> {
  const members = new Set(boundaries.find(({ id }) => id === boundary)?.members);
  return new Set([boundary, ...members, ...flows.filter(({ from, to }) => members.has(from) || members.has(to)).map(({ id }) => id)]);
}

function namesOf(places: ReadonlySet<string>, { model }: LoadedModel): ReadonlyMap<string, readonly string[]> {
  return new Map([...places].map((id) => {
    const flow = model.flows.get(id);
    const one = model.elements.get(id) ?? model.boundaries.get(id) ?? flow;
    const ends = flow ? [flow.from, flow.to].map((end) => model.elements.get(end)?.title ?? end) : [];
    return [id, [one?.title ?? id, id.replaceAll("-", " "), ...ends]];
  }));
}

export function proposals(idea: Idea, topic: ThinkTopic): readonly Match[] {
  return matchIdea(idea.text, topic.threats, topic);
}

export function thinkResult(compared: readonly Compared[], { threats }: ThinkTopic): ThinkResult {
  const met = new Set(compared.flatMap(({ same = [], perhaps = [] }) => [...same, ...perhaps]));
  return {
    both: compared.filter(({ same }) => same !== undefined), perhaps: compared.filter(({ perhaps = [] }) => perhaps.length > 0),
    onlyPeople: compared.filter(({ same, perhaps = [] }) => same === undefined && perhaps.length === 0),
    onlyRules: threats.filter(({ id, origin }) => origin === "rule" && !met.has(id)),
  };
}

/** What the sentence names, else the boundary itself. Only whole names count, so that nothing is guessed. */
export function placesNamed(text: string, { names, boundary, loaded }: ThinkTopic): readonly string[] {
  const said = new Set(stems(text));
  const named = [...names].filter(([id]) => loaded.model.elements.has(id)).filter(([, [title = ""]]) => stems(title).length > 0 && stems(title).every((word) => said.has(word))).map(([id]) => id);
  return named.length > 0 ? named : [boundary];
}
