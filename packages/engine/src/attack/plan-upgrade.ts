// Takes references from one release of ATT&CK to another: what stays, what has another name, tactic or id, and what only a person can say.
import type { AttackDomain, AttackTechnique, Where } from "@merlon/schema";
import { attackRelease, catalogueAt, isLive, type AttackKnowledge, type AttackRelease } from "./attack-knowledge.ts";
import type { AttackReference } from "./attack-references.ts";
import { allReleases, releaseOf } from "./check-attack.ts";
import { successors } from "./successors.ts";
import { moveTactic, type MovedTactic } from "./move-tactic.ts";

/** `ask`: only a person can say. */
export type UpgradeOutcome = "unchanged" | "renamed" | "tactic-changed" | "replaced" | "dropped" | "ask";

export interface UpgradeOption {
  readonly id: string;
  readonly name: string;
}

export interface UpgradeStep {
  readonly kind: AttackReference["kind"];
  readonly id: string;
  readonly tactic?: string;
  readonly by: string;
  readonly where: Where;
  readonly outcome: UpgradeOutcome;
  /** What it becomes, where that differs. */
  readonly to?: string;
  readonly toTactic?: string;
  /** Sentences. */
  readonly why: readonly string[];
  /** What a person may choose; anything live will do. */
  readonly options: readonly UpgradeOption[];
}

export interface UpgradeOptions {
  readonly from: string;
  readonly to: string;
  /** What people chose for an id: another, one of its tactics, or `none`. */
  readonly choices: ReadonlyMap<string, string>;
}

interface Upgrade extends UpgradeOptions {
  readonly knowledge: AttackKnowledge;
  readonly before: readonly AttackRelease[];
  readonly after: readonly AttackRelease[];
}

/** One step for each reference, in their order. */
export function planUpgrade(references: readonly AttackReference[], knowledge: AttackKnowledge, options: UpgradeOptions): readonly UpgradeStep[] {
  const upgrade: Upgrade = { ...options, knowledge, before: allReleases(knowledge, options.from), after: allReleases(knowledge, options.to) };
  return references.map((reference) => {
    const { kind, id, tactic, by, where } = reference;
    const planned = kind === "technique" ? technique(reference, upgrade) : other(reference, upgrade);
    return { kind, id, ...(tactic === undefined ? {} : { tactic }), by, where, ...planned };
  });
}

type Planned = Pick<UpgradeStep, "outcome" | "to" | "toTactic" | "why" | "options">;

function technique(reference: AttackReference, upgrade: Upgrade): Planned {
  const { id } = reference;
  const said = upgrade.choices.get(id);
  if (said === "none") return { outcome: "dropped", why: ["You chose to drop it."], options: [] };
  const chosenTactic = said !== undefined && isTacticWord(said) ? said : undefined;
  const chosen = chosenTactic === undefined ? said : undefined;
  const domain = chosen === undefined ? domainOf(id, upgrade) : releaseOf(upgrade.after, chosen)?.domain;
  const after = upgrade.after.find((one) => one.domain === domain);
  if (!domain || !after) return ask(`ATT&CK ${upgrade.to} does not know ${chosen ?? id}.`);
  const live = (chosen === undefined ? targetsOf(id, domain, after, upgrade) : [chosen]).flatMap((target) => after.techniques.get(target) ?? []).filter(isLive);
  const [only, second] = live;
  if (only === undefined) return lost(id, chosen, { domain, upgrade });
  if (second !== undefined) return { outcome: "ask", why: [`${id} was split; which of these is meant?`], options: live.map((target) => ({ id: target.id, name: target.name })) };
  return moved(reference, only, { before: upgrade.before.find((one) => one.domain === domain), after, chosenTactic });
}

/** Where it was live, else where it is known now. */
function domainOf(id: string, { before, after }: Upgrade): AttackDomain | undefined {
  const old = releaseOf(before, id);
  return (isLive(old?.techniques.get(id)) ? old : releaseOf(after, id) ?? old)?.domain;
}

function targetsOf(id: string, domain: AttackDomain, after: AttackRelease, { knowledge, before, from, to }: Upgrade): readonly string[] {
  const wasLive = isLive(releaseOf(before, id)?.techniques.get(id));
  const followed = successors(knowledge.history, { domain, id, from: wasLive ? from : undefined, to });
  // Ids from before the first release are known only as what the catalogues say of them.
  return followed.some((target) => isLive(after.techniques.get(target))) ? followed : after.techniques.get(id)?.revokedBy ?? [];
}

function isTacticWord(word: string): boolean {
  return /TA\d{4}$/.test(word) || /^[a-z-]+$/.test(word);
}

/** Nothing live is left of it. */
function lost(id: string, chosen: string | undefined, { domain, upgrade }: { readonly domain: AttackDomain; readonly upgrade: Upgrade }): Planned {
  if (chosen !== undefined) return ask(`${chosen} is not live in ATT&CK ${upgrade.to}.`);
  const now = attackRelease(upgrade.knowledge, domain, upgrade.to).techniques.get(id);
  const name = now ? ` (${now.name})` : "";
  const why = now?.status === "revoked" ? "was revoked and nothing is named in its place" : now?.status === "deprecated" ? "is deprecated and nothing replaces it" : "is not known";
  return ask(`${id}${name} ${why} in ATT&CK ${upgrade.to}: choose another technique or drop it.`);
}

function ask(why: string): Planned {
  return { outcome: "ask", why: [why], options: [] };
}

interface Between {
  readonly before: AttackRelease | undefined;
  readonly after: AttackRelease;
  readonly chosenTactic: string | undefined;
}

function moved({ id, tactic }: AttackReference, now: AttackTechnique, { before, after, chosenTactic }: Between): Planned {
  const known = before?.techniques.get(id);
  const was = known ?? now;
  const stated = tactic === undefined ? stays : moveTactic(tactic, { was: known, now, before: before?.tactics ?? [], after: after.tactics, chosen: chosenTactic });
  const own = now.id === id ? changesOf(was, now) : [`${id}${known ? ` (${known.name})` : ""} is now ${now.id} (${now.name}).`];
  const outcome = stated.options ? "ask" : now.id === id ? outcomeOf(was, now, stated) : "replaced";
  const edits = { ...(now.id === id ? {} : { to: now.id }), ...(stated.to === undefined || stated.to === tactic ? {} : { toTactic: stated.to }) };
  const newer = outcome === "unchanged" && !isLive(known) ? [`It is of a release after ${before?.version ?? "the one named"}.`] : [];
  return { outcome, ...edits, why: [...own, ...stated.why, ...newer], options: stated.options ?? [] };
}

const stays: MovedTactic = { changed: false, why: [] };

function changesOf(was: AttackTechnique, now: AttackTechnique): readonly string[] {
  return [
    ...(was.name === now.name ? [] : [`${was.name} is now called ${now.name}.`]),
    ...(same(was.tactics, now.tactics) ? [] : [`It served ${listed(was.tactics)} and now serves ${listed(now.tactics)}.`]),
  ];
}

function outcomeOf(was: AttackTechnique, now: AttackTechnique, { changed }: MovedTactic): UpgradeOutcome {
  if (changed || !same(was.tactics, now.tactics)) return "tactic-changed";
  return was.name === now.name ? "unchanged" : "renamed";
}

/** Mitigations and groups are known from the catalogues. */
function other({ id, kind }: AttackReference, { knowledge, from, to, choices }: Upgrade): Planned {
  const chosen = choices.get(id);
  if (chosen === "none") return { outcome: "dropped", why: ["You chose to drop it."], options: [] };
  const at = (version: string, wanted: string) => {
    const catalogues = (["enterprise-attack", "mobile-attack", "ics-attack", "atlas"] as const).flatMap((domain) => catalogueAt(knowledge, domain, version) ?? []);
    const records = catalogues.flatMap((catalogue) => (kind === "group" ? catalogue.groups : catalogue.mitigations)).filter((record) => record.id === wanted);
    return records.find(isLive) ?? records[0];
  };
  let now = at(to, chosen ?? id);
  for (let step = 0; step < 10 && now?.status === "revoked" && now.revokedBy?.length === 1; step++) now = at(to, now.revokedBy[0] ?? "");
  if (!now) return ask(`ATT&CK ${to} does not know the ${kind} ${chosen ?? id}.`);
  if (now.status !== undefined) return ask(`${now.id} (${now.name}) is ${now.status} in ATT&CK ${to} and nothing replaces it: choose another ${kind} or drop it.`);
  if (now.id !== id) return { outcome: "replaced", to: now.id, why: [`${id} is now ${now.id} (${now.name}).`], options: [] };
  const was = at(from, id)?.name ?? now.name;
  return was === now.name ? { outcome: "unchanged", why: [], options: [] } : { outcome: "renamed", why: [`${was} is now called ${now.name}.`], options: [] };
}

function same(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((word) => b.includes(word));
}

function listed(words: readonly string[] = []): string {
  return words.join(", ") || "no tactic";
}
