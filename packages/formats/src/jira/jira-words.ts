// What a map and its preset say together, to look words up in without regard to capitals.
import type { JiraFields, JiraMap, LandscapeRelationType, Severity, TicketLink, TicketState, TicketType } from "@merlon/schema";
import { jiraPresets } from "./presets.ts";

export interface JiraStep {
  readonly relation: LandscapeRelationType;
  /** From the issue that shows the link to the other. */
  readonly forward: boolean;
}

export interface JiraWords {
  readonly url?: string;
  readonly type: (name: string) => TicketType | undefined;
  readonly state: (status: string) => TicketState | undefined;
  readonly severity: (word: string) => Severity | undefined;
  readonly place: (word: string) => string | undefined;
  readonly rule: (label: string) => string | undefined;
  readonly link: (link: Pick<TicketLink, "type" | "way" | "label">) => JiraStep | "left-out" | undefined;
  readonly fields: Required<JiraFields>;
  /** Fields that the map itself names. */
  readonly ownFields: readonly string[];
}

export function jiraWords(map: JiraMap): JiraWords {
  const preset = jiraPresets[map.preset ?? "plain"];
  const links = lookup(preset.links, map.links);
  return {
    ...(map.url === undefined ? {} : { url: map.url.replace(/\/+$/, "") }),
    type: lookup(preset.types, map.types), state: lookup(preset.states, map.states), severity: lookup(preset.severities, map.severities),
    place: lookup({}, map.places), rule: lookup({}, map.rules),
    link: (link) => stepOf(link, links),
    fields: { ...preset.fields, ...map.fields } as Required<JiraFields>, // presets say all
    ownFields: [...new Set(Object.values(map.fields ?? {}).flat())],
  };
}

function lookup<T>(preset: Readonly<Record<string, T>>, own: Readonly<Record<string, T>> | undefined): (word: string) => T | undefined {
  const known = new Map([...Object.entries(preset), ...Object.entries(own ?? {})].map(([word, value]) => [plainWord(word), value]));
  return (word) => known.get(plainWord(word));
}

export function plainWord(word: string): string {
  return word.trim().replace(/\s+/g, " ").toLowerCase();
}

/** A label is read from the issue that shows it, the name of a type from the link's source. */
function stepOf({ type, way, label }: Pick<TicketLink, "type" | "way" | "label">, known: (word: string) => string | undefined): JiraStep | "left-out" | undefined {
  const byLabel = label === undefined ? undefined : known(label);
  const step = byLabel ?? known(type);
  if (step === undefined || step === "left-out") return step;
  const forward = step.endsWith(">") === (byLabel !== undefined || way === "out");
  return { relation: step.slice(0, -1) as LandscapeRelationType, forward }; // the map's schema lets only relations through
}
