// Takes the tactic that a reference states to another release. An id may have kept its letters and changed its meaning, so meanings are compared, not ids.
import type { AttackTactic, AttackTechnique } from "@merlon/schema";
import { tacticOf } from "./tactics.ts";

export interface TacticMove {
  readonly was: AttackTechnique | undefined;
  readonly now: AttackTechnique;
  readonly before: readonly AttackTactic[];
  readonly after: readonly AttackTactic[];
  /** What a person said, should only a person know. */
  readonly chosen?: string | undefined;
}

export interface MovedTactic {
  /** In the form it was written: a short name or an id. */
  readonly to?: string;
  /** Its meaning is another one now. */
  readonly changed: boolean;
  readonly why: readonly string[];
  /** Set when only a person can say. */
  readonly options?: readonly { readonly id: string; readonly name: string }[];
}

export function moveTactic(said: string, { was, now, before, after, chosen }: TacticMove): MovedTactic {
  const old = tacticOf(before, said);
  const served = now.tactics ?? [];
  const current = tacticOf(after, old?.shortname ?? said);
  if (current && served.includes(current.shortname)) return { to: formOf(said, current), changed: false, why: [] };
  const gained = served.filter((word) => !was?.tactics?.includes(word));
  const next = tacticOf(after, (gained.length === 1 ? gained[0] : served.length === 1 ? served[0] : undefined) ?? "");
  if (!next || !old) {
    const picked = chosen === undefined ? undefined : tacticOf(after, chosen);
    if (picked && served.includes(picked.shortname)) return { to: formOf(said, picked), changed: true, why: [`You chose ${picked.name}.`] };
    const options = served.map((word) => ({ id: word, name: tacticOf(after, word)?.name ?? word }));
    return { changed: true, options, why: [`The tactic ${old ? `${old.name} (${said})` : said} is not one of ${now.id} any more; which of its tactics is meant?`] };
  }
  const kept = formOf(said, next) === said ? `${said} meant ${old.name} and means ${next.name} now` : `${old.name} (${said}) becomes ${next.name} (${formOf(said, next)})`;
  return { to: formOf(said, next), changed: true, why: [`${kept}.`] };
}

function formOf(said: string, { id, shortname }: AttackTactic): string {
  return /TA\d{4}$/.test(said) ? id : shortname;
}
