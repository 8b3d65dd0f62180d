// The ideas of a think session from a file, for where nobody can be asked.
import { nearest, readYaml } from "@merlon/core";
import type { StrideLetter } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { placesNamed, proposals, thinkResult, type Compared, type Idea, type ThinkTopic } from "./think-session.ts";
import type { ThinkEnd } from "./think-dialogue.ts";

interface WrittenIdea extends Idea {
  /** The threat that it is, a rule for all its threats there, or `none`. */
  readonly "same-as"?: string;
}

const hint = 'Write {"people": ["Ana"], "ideas": [{"by": "Ana", "text": "…", "same-as": "a threat, a rule, or none", "at": ["web"], "stride": ["I"]}], "keep": true}; only `ideas` with `text` is needed.';

/** Unconfirmed proposals are told, and neither counted nor kept. */
export function readIdeas(path: string, text: string, topic: ThinkTopic): ThinkEnd {
  const { value, diagnostics } = readYaml({ path, text });
  if (value === undefined) throw new AppError("A4015", `${path} cannot be read.`, { diagnostics });
  const file = value as { readonly people?: unknown; readonly ideas?: unknown; readonly keep?: unknown } | null; // looked at below
  if (typeof file !== "object" || file === null || !Array.isArray(file.ideas)) throw new AppError("A4015", `${path} holds no ideas.`, { hint });
  const ideas = file.ideas.map((idea, index) => ideaOf(idea, index, path));
  const compared = ideas.map((idea) => compare(idea, topic));
  const result = thinkResult(compared, topic);
  const kept = file.keep === false ? [] : result.onlyPeople.map(({ idea }) => ({ ...idea, at: idea.at ?? placesNamed(idea.text, topic) }));
  const people = Array.isArray(file.people) ? file.people.map(String) : [...new Set(ideas.flatMap(({ by }) => (by === undefined ? [] : [by])))];
  return { people, result, kept };
}

function ideaOf(written: unknown, index: number, path: string): WrittenIdea {
  const idea = typeof written === "string" ? { text: written } : written as Partial<WrittenIdea> | null; // looked at below
  if (typeof idea !== "object" || idea === null || typeof idea.text !== "string" || idea.text.trim() === "") throw new AppError("A4015", `Idea ${index + 1} of ${path} has no text.`, { hint });
  const { text, by, at, stride, "same-as": same } = idea;
  const lists = [at, stride].every((list) => list === undefined || (Array.isArray(list) && list.every((item) => typeof item === "string")));
  const letters = (stride ?? []).every((letter) => /^[STRIDE]$/.test(letter));
  if (!lists || !letters || [by, same].some((word) => word !== undefined && typeof word !== "string")) throw new AppError("A4015", `Idea ${index + 1} of ${path} is not written as ideas are.`, { hint });
  return { text: text.trim(), ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }), ...(stride === undefined ? {} : { stride: stride as readonly StrideLetter[] }), ...(same === undefined ? {} : { "same-as": same }) };
}

function compare({ "same-as": same, ...idea }: WrittenIdea, topic: ThinkTopic): Compared {
  if (same === "none") return { idea };
  if (same !== undefined) {
    const meant = topic.threats.filter(({ id, rule }) => id === same || rule?.id === same).map(({ id }) => id);
    if (meant.length > 0) return { idea, same: meant };
    const close = nearest(same, topic.threats.map(({ id }) => id));
    throw new AppError("A4009", `There is no threat \`${same}\` at ${topic.title}.`, { hint: close === undefined ? "Say `none` when it is none of them." : `Did you mean \`${close}\`?` });
  }
  const perhaps = proposals(idea, topic).flatMap(({ threats }) => threats.map(({ id }) => id));
  return perhaps.length > 0 ? { idea, perhaps } : { idea };
}
