// `merlon decide`: what people decide about a threat or a cell, with the facts it rests on, into the model's decisions. Judged in memory before anything is written.
import { analyze } from "@merlon/engine";
import type { Decision, DecisionMatch, DecisionStatus, Diagnostic } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import { isDay, type Session } from "../session.ts";
import { slugOf } from "../slug-of.ts";
import { unknownId } from "../unknown-id.ts";
import { planChange, type ModelChange } from "../write/plan-change.ts";
import { writeChange } from "../write/write-change.ts";
import type { DecidableModel, DecisionSubject } from "./decision-subject.ts";
import { decisionEdits, mergedDecision } from "./plan-decision.ts";

/** What a person says. `at` and `facts` are added. */
export type SaidDecision = Omit<Decision, "at" | "facts" | "match" | "expanded">;

export interface DecideOptions {
  readonly dryRun?: boolean;
  /** Write also what the policy finds incomplete. */
  readonly force?: boolean;
}

export interface MadeDecision {
  readonly key: string;
  readonly decision: Decision;
  /** What was decided before. */
  readonly before?: Decision;
  /** How it stands right after, by id for a bulk decision. */
  readonly statuses: readonly DecisionStatus[];
  /** What is missing or wrong about it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly change: ModelChange;
}

export async function decidableModel(path: string | undefined, session: Session): Promise<DecidableModel> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  return { loaded, analysis: analysisOf(loaded, session).analysis };
}

export async function decide(subject: DecisionSubject, said: SaidDecision, model: DecidableModel, session: Session, options: DecideOptions = {}): Promise<MadeDecision> {
  assertSayable(said, model.loaded, session);
  const before = recorded(subject.written, model.loaded);
  const facts = subject.facts === undefined || Object.keys(subject.facts).length === 0 ? {} : { facts: subject.facts };
  const decision = mergedDecision(before, { ...said, at: session.at, ...facts });
  return make({ key: subject.written ?? subject.key, before, decision }, model, session, options);
}

/** Everything that matches now is confirmed; what comes later waits to be looked at. */
export async function decideMany(match: DecisionMatch, said: SaidDecision, model: DecidableModel, session: Session, options: DecideOptions & { readonly name?: string } = {}): Promise<MadeDecision> {
  const { loaded } = model;
  assertSayable(said, loaded, session);
  assertMatch(match, loaded);
  const key = options.name ?? freeKey(slugOf([said.state, match.rule, match.stride, match.severity, match.at && `at-${match.at}`].filter((part) => part !== undefined).join("-"), "decision", 60), loaded);
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(key)) throw new AppError("A4015", `\`${key}\` cannot name a decision.`, { hint: "A name is a lower-case letter, then letters, digits and hyphens." });
  const before = recorded(key, loaded);
  const draft = mergedDecision(before, { ...said, at: session.at, match, expanded: [] });
  const planned = planChange(loaded, decisionEdits(loaded, key, before, draft), session);
  const expanded = analysisOf(planned.after, session).analysis.decisions.filter((status) => status.alias === key && status.decision.match !== undefined).map((status) => status.key).sort();
  if (expanded.length === 0) throw new AppError("A4009", "Nothing matches that has no decision of its own.", { hint: "See what is open with `merlon analyze --all`." });
  return make({ key, before, decision: { ...draft, expanded } }, model, session, options);
}

export interface DecisionEntry {
  /** As it is, or is to be, filed. */
  readonly key: string;
  readonly before: Decision | undefined;
  readonly decision: Decision;
}

export async function make(entry: DecisionEntry, { loaded }: DecidableModel, session: Session, { dryRun, force }: DecideOptions): Promise<MadeDecision> {
  const { key, before } = entry;
  const settled = withoutUnstable(entry, loaded, session);
  const change = planChange(loaded, decisionEdits(loaded, key, before, settled), session);
  const { analysis, diagnostics } = analysisOf(change.after, session);
  const statuses = analysis.decisions.filter((status) => (status.alias ?? status.key) === key);
  const keys = new Set([key, ...statuses.map((status) => status.key)]);
  const own = diagnostics.filter(({ data }) => keys.has(String(data?.["key"])));
  if (!force) assertComplete(own);
  if (!dryRun) await writeChange(change);
  return { key, decision: settled, ...(before ? { before } : {}), statuses, diagnostics: own, change };
}

/** A fact that reads as changed at once would make every decision stale; it is not relied on. */
function withoutUnstable({ key, before, decision }: DecisionEntry, loaded: LoadedModel, session: Session): Decision {
  if (!decision.facts) return decision;
  const { after } = planChange(loaded, decisionEdits(loaded, key, before, decision), session);
  const stale = analysisOf(after, session).analysis.decisions.find((status) => (status.alias ?? status.key) === key)?.stale ?? [];
  if (stale.length === 0) return decision;
  const { facts, ...rest } = decision;
  const kept = Object.entries(facts).filter(([fact]) => !stale.some((one) => one.fact === fact));
  return kept.length === 0 ? rest : { ...rest, facts: Object.fromEntries(kept) };
}

/** As it is written in a file. */
export function recorded(key: string | undefined, { model }: LoadedModel): Decision | undefined {
  const found = key === undefined ? undefined : model.decisions.get(key);
  if (!found) return undefined;
  const { key: _, where: __, ...decision } = found;
  return decision;
}

function analysisOf(loaded: LoadedModel, session: Session) {
  return session.limit(() => analyze(loaded.model, loaded.library, { at: session.at }));
}

export function assertSayable({ until, due, because = [] }: Partial<SaidDecision>, { model }: LoadedModel, session: Session): void {
  assertLastDay(until, session);
  if (due !== undefined) assertDay(due);
  for (const id of because) if (!model.controls.has(id) && !model.assumptions.has(id)) throw unknownId("control or assumption", id, [...model.controls.keys(), ...model.assumptions.keys()]);
}

function assertDay(day: string): void {
  if (!isDay(day)) throw new AppError("A4015", `\`${day}\` is not a day.`, { hint: "Write it as year, month and day: 2027-03-31." });
}

/** What has run out already decides nothing. */
function assertLastDay(day: string | undefined, { at }: Session): void {
  if (day === undefined) return;
  assertDay(day);
  if (day < at) throw new AppError("A4015", `${day} is over: today is ${at}.`, { hint: "Give a day to come with --until." });
}

const lackCodes: ReadonlySet<string> = new Set(["E3010", "E3030", "E3031", "E3032", "E3033"]);

/** A decision is as the policy asks at the severity of its threat. */
function assertComplete(diagnostics: readonly Diagnostic[]): void {
  const lacking = diagnostics.filter(({ code }) => lackCodes.has(code));
  if (lacking.length === 0) return;
  const missing = lacking.flatMap(({ data }) => (Array.isArray(data?.["missing"]) ? data["missing"] : []));
  const options = [...new Set(missing)].map((part) => `--${String(part)}`).join(", ");
  const about = [...new Set(lacking.map(({ data }) => String(data?.["decision"])))];
  const said = about.map((one) => `The ${one} is not as the policy asks: it ${lacking.filter(({ data }) => data?.["decision"] === one).map(({ data }) => String(data?.["lack"])).join("; it ")}.`);
  throw new AppError("A4015", said.join(" "), { hint: `Give ${options}, or say --force to write it as it is.` });
}

function assertMatch({ rule, at }: DecisionMatch, { model, library }: LoadedModel): void {
  if (rule !== undefined && !library.rules.some(({ id }) => id === rule)) throw unknownId("rule", rule, library.rules.map(({ id }) => id));
  const objects = [...model.elements.keys(), ...model.flows.keys(), ...model.boundaries.keys(), ...model.data.keys()];
  if (at !== undefined && !objects.includes(at)) throw unknownId("element, flow or boundary", at, objects);
}

function freeKey(key: string, { model }: LoadedModel): string {
  const taken = (name: string) => [model.decisions, model.threats, model.elements, model.flows, model.boundaries, model.data, model.controls, model.assumptions, model.risks].some((map) => map.has(name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? key : `${key}-${number}`;
    if (!taken(name)) return name;
  }
}
