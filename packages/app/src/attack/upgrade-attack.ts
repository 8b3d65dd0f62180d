// `merlon attack upgrade`: takes a model's references from the release that it speaks to another. What is certain is written; the rest is asked.
import { resolve } from "node:path";
import { attackReferences, attackVersion, newestVersion, planUpgrade, ruleReferences, type AttackKnowledge, type UpgradeStep } from "@merlon/engine";
import type { AttackCatalogue, Threat } from "@merlon/schema";
import { analyzeLoaded } from "../analyze-models.ts";
import { AppError } from "../app-error.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import type { FileChange } from "../write/plan-change.ts";
import { writeChange, writeFileChanges } from "../write/write-change.ts";
import { attackLibrary } from "./attack-library.ts";
import { changeReferences, changeRules } from "./change-references.ts";

export interface AttackUpgradeOptions {
  /** The newest when left out. */
  readonly to?: string;
  /** What the model says when left out. */
  readonly from?: string;
  /** `T1064=T1059`, `T1078=stealth` for a tactic of it, or `T1064=none` to drop it. */
  readonly choices?: readonly string[];
  readonly apply?: boolean;
  readonly catalogues?: readonly AttackCatalogue[];
}

export interface AttackUpgrade {
  readonly model: string;
  readonly from: string;
  readonly to: string;
  readonly steps: readonly UpgradeStep[];
  /** Of the rules that the model's own packs bring. */
  readonly rules: readonly UpgradeStep[];
  /** Threats that name other techniques than before. */
  readonly threats: readonly MovedThreat[];
  /** How many steps wait for a person. */
  readonly open: number;
  readonly files: readonly FileChange[];
  readonly written: boolean;
}

export interface MovedThreat {
  readonly id: string;
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** The release is written only when nothing is open, so that what is left keeps its meaning. */
export async function upgradeAttack(path: string | undefined, options: AttackUpgradeOptions, session: Session): Promise<AttackUpgrade> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  const knowledge = await attackLibrary(session, options.catalogues);
  const [from, to] = releases(loaded, options, knowledge);
  const choices = readChoices(options.choices ?? []);
  const references = attackReferences(loaded.documents);
  const steps = session.limit(() => planUpgrade(references, knowledge, { from, to, choices }));
  const ofRules = loaded.packs.flatMap(ruleReferences);
  const rules = session.limit(() => planUpgrade(ofRules, knowledge, { from, to, choices }));
  assertUsed(choices, [...steps, ...rules]);
  const open = [...steps, ...rules].filter(({ outcome }) => outcome === "ask").length;
  const change = changeReferences(loaded, references, steps, open === 0 ? to : undefined, session);
  const ruleFiles = changeRules(loaded.packs, ofRules, rules);
  if (options.apply) {
    await writeChange(change);
    await writeFileChanges(ruleFiles, (file) => resolve(session.cwd, file));
  }
  const threats = movedThreats(analyzeLoaded(loaded, session).analysis.threats, [...steps, ...rules]);
  return { model: loaded.place.shown, from, to, steps, rules, threats, open, files: [...change.files, ...ruleFiles], written: options.apply === true };
}

function movedThreats(threats: readonly Threat[], steps: readonly UpgradeStep[]): readonly MovedThreat[] {
  return threats.flatMap(({ id, rule, attack }): readonly MovedThreat[] => {
    const own = steps.filter(({ kind, by }) => kind === "technique" && by === (rule ? `rule ${rule.id}` : `threat ${id}`));
    const was = [...new Set(attack.map((reference) => reference.id))];
    const is = [...new Set(was.flatMap((technique) => becomes(technique, own)))];
    return was.join() === is.join() ? [] : [{ id, was, is }];
  });
}

function becomes(technique: string, steps: readonly UpgradeStep[]): readonly string[] {
  const step = steps.find(({ id }) => id === technique);
  return step?.outcome === "dropped" ? [] : [step?.to ?? technique];
}

function releases({ model, place }: LoadedModel, { from, to }: AttackUpgradeOptions, knowledge: AttackKnowledge): readonly [string, string] {
  const end = to === undefined ? newestVersion(knowledge) : known(to, knowledge);
  const said = from ?? model.header["attack-version"];
  if (said === undefined) throw new AppError("A4015", `${place.shown} does not say which ATT&CK release it speaks.`, { hint: "Say it with --from, such as --from 14.1." });
  const start = known(said, knowledge);
  const { versions } = knowledge.history;
  if (versions.indexOf(end) < versions.indexOf(start)) throw new AppError("A4015", `${end} is older than ${start}; there is no way back.`, { hint: "Use version control to go back." });
  return [start, end];
}

function known(said: string, knowledge: AttackKnowledge): string {
  const version = attackVersion(knowledge, said);
  if (version !== undefined) return version;
  throw new AppError("A4009", `There is no ATT&CK release ${said}.`, { hint: `Known are ${knowledge.history.versions.join(", ")}; \`merlon attack import\` reads others.` });
}

function readChoices(choices: readonly string[]): ReadonlyMap<string, string> {
  return new Map(choices.map((choice): [string, string] => {
    const [, id, chosen] = /^([A-Z][\w.]*)=([A-Za-z][\w.-]*)$/.exec(choice) ?? [];
    if (id === undefined || chosen === undefined) throw new AppError("A4015", `\`${choice}\` is no choice.`, { hint: "Write --choose T1064=T1059, --choose T1078=stealth for a tactic, or --choose T1064=none to drop it." });
    return [id, chosen];
  }));
}

function assertUsed(choices: ReadonlyMap<string, string>, steps: readonly UpgradeStep[]): void {
  const unused = [...choices.keys()].find((id) => !steps.some((step) => step.id === id));
  if (unused !== undefined) throw new AppError("A4009", `Nothing refers to ${unused}, for which something is chosen.`);
}
