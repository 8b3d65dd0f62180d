// `merlon attack upgrade`: takes a model's references from the release that it speaks to another. What is certain is written; the rest is asked.
import { attackReferences, attackVersion, newestVersion, planUpgrade, ruleReferences, type AttackKnowledge, type UpgradeStep } from "@merlon/engine";
import type { AttackCatalogue } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import type { FileChange } from "../write/plan-change.ts";
import { writeChange } from "../write/write-change.ts";
import { attackLibrary } from "./attack-library.ts";
import { changeReferences } from "./change-references.ts";

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
  /** Of rules that the model brings: told, and written by hand. */
  readonly rules: readonly UpgradeStep[];
  /** How many steps wait for a person. */
  readonly open: number;
  readonly files: readonly FileChange[];
  readonly written: boolean;
}

/** The release is written only when nothing is open, so that what is left keeps its meaning. */
export async function upgradeAttack(path: string | undefined, options: AttackUpgradeOptions, session: Session): Promise<AttackUpgrade> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  const knowledge = await attackLibrary(session, options.catalogues);
  const [from, to] = releases(loaded, options, knowledge);
  const choices = readChoices(options.choices ?? []);
  const references = attackReferences(loaded.documents);
  const steps = session.limit(() => planUpgrade(references, knowledge, { from, to, choices }));
  const rules = session.limit(() => planUpgrade(loaded.packs.flatMap(ruleReferences), knowledge, { from, to, choices }));
  assertUsed(choices, [...steps, ...rules]);
  const open = steps.filter(({ outcome }) => outcome === "ask").length;
  const change = changeReferences(loaded, references, steps, open === 0 ? to : undefined, session);
  if (options.apply) await writeChange(change);
  return { model: loaded.place.shown, from, to, steps, rules, open, files: change.files, written: options.apply === true };
}

function releases({ model, place }: LoadedModel, { from, to }: AttackUpgradeOptions, knowledge: AttackKnowledge): readonly [string, string] {
  const said = from ?? model.header["attack-version"];
  if (said === undefined) throw new AppError("A4015", `${place.shown} does not say which ATT&CK release it speaks.`, { hint: "Say it with --from, such as --from 14.1." });
  const [start, end] = [known(said, knowledge), to === undefined ? newestVersion(knowledge) : known(to, knowledge)];
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
