// What became reachable, who gets data and what crosses, in sentences; and the same the other way round. What is said alike of several is one sentence.
import type { ExposureChange } from "@merlon/schema";
import { listed } from "../wording/counted.ts";
import { grouped, parted } from "./grouped.ts";

export interface ExposureLine {
  readonly text: string;
  /** How many changes it tells. */
  readonly count: number;
}

/** `changes`: with one cause. */
export function exposureLines(changes: readonly ExposureChange[]): readonly ExposureLine[] {
  const byTarget = grouped(changes, ({ kind, better, target, before, after, about, personal }) => (hasAbouts(kind) ? [kind, better, target.id, personal] : [kind, better, target.id, before, after, about?.id]));
  const alike = byTarget.map((one): Alike => ({ change: one[0]!, abouts: one.map(({ about }) => about?.title ?? ""), count: one.length }));
  const byAbouts = grouped(alike, ({ change: { kind, better, before, after, personal }, abouts }) => [kind, better, personal, abouts, hasAbouts(kind) ? "" : [before, after]]);
  return byAbouts.flatMap((same) => parted(same).map((part) => ({
    text: exposureWords(part[0]!, part.map(({ change }) => change.target.title)), count: part.reduce((sum, { count }) => sum + count, 0),
  })));
}

interface Alike {
  readonly change: ExposureChange;
  readonly abouts: readonly string[];
  readonly count: number;
}

/** One target may have several of what it is about. */
function hasAbouts(kind: ExposureChange["kind"]): boolean {
  return kind === "data-to-outside" || kind === "data-at-lower-trust" || kind === "crossing" || kind === "forbidden-crossing";
}

const reaches: Readonly<Record<string, string>> = {
  none: "by nobody from outside", indirect: "from outside, through others", authenticated: "by outsiders who have signed in", anonymous: "by anybody",
};

function exposureWords({ change, abouts }: Omit<Alike, "count">, titles: readonly string[]): string {
  const { kind, better, before, after, personal } = change;
  const here = listed(titles);
  const what = personal ? `personal data (${listed(abouts)})` : listed(abouts);
  const [doesNot, gets, crosses] = titles.length === 1 ? ["does not", "gets", "crosses"] : ["do not", "get", "cross"];
  switch (kind) {
    case "reach": return `${here} can be reached ${reachWords(after)}${before === undefined ? "" : `, before ${reachWords(before)}`}`;
    case "data-to-outside": return better ? `${here} ${doesNot} get ${what} any more` : `${here}, outside, ${gets} ${what}`;
    case "data-at-lower-trust": return lowerTrustWords({ change, abouts }, titles);
    case "forbidden-crossing": return better ? `${here} ${doesNot} cross ${what} any more, whose policy forbids it` : `${here} ${crosses} ${what} against its policy`;
    case "crossing": return better ? `${here} ${doesNot} cross ${what} any more` : `${here} ${crosses} ${what}`;
    case "control-gone": return better ? `${what} is in force at ${here}` : `${what} is not in force at ${here} any more`;
  }
}

function lowerTrustWords({ change: { better, personal }, abouts }: Omit<Alike, "count">, titles: readonly string[]): string {
  const data = personal ? `Personal data (${listed(abouts)})` : listed(abouts);
  const is = personal || abouts.length === 1 ? "is" : "are";
  const trusted = `which ${titles.length === 1 ? "is" : "are"} trusted less than`;
  return better ? `${data} ${is} not at ${listed(titles)} any more, ${trusted} the rest` : `${data} ${is} at ${listed(titles)}, ${trusted} any place before`;
}

/** Many of one kind. */
export function exposureTitle({ kind, better }: ExposureChange): string {
  switch (kind) {
    case "reach": return better ? "Attackers get less far" : "Attackers get farther";
    case "data-to-outside": return better ? "Data that somebody outside gets no more" : "Data that somebody outside gets";
    case "data-at-lower-trust": return better ? "Data that is not where trust is lower any more" : "Data where trust is lower than before";
    case "forbidden-crossing": return better ? "Crossings against a policy that are gone" : "Crossings against a policy";
    case "crossing": return better ? "Crossings that are gone" : "New crossings";
    case "control-gone": return better ? "Controls that are in force" : "Controls that are not in force any more";
  }
}

/** Of what is not fully known, as in `indirect to anonymous`, the farthest. */
function reachWords(reach: string | undefined): string {
  if (reach === undefined) return "nowhere";
  const [, , farthest] = /^(\w+) to (\w+)$/.exec(reach) ?? [];
  return farthest === undefined ? reaches[reach] ?? `(${reach})` : `perhaps ${reaches[farthest] ?? farthest}`;
}
