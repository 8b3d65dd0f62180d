// The impact of a change as a reader needs it, whatever the output: sections by what matters most, in them items that say what, why and what to do.
import type { DecisionChange, ExposureChange, Impact, ModelOperation, Question, QuestionChange, RenameProposal, Severity, Threat, ThreatChange } from "@merlon/schema";
import { sentence } from "../wording/counted.ts";
import { decisionSentence, staleWords } from "../wording/decision.ts";
import { SEVERITIES } from "../wording/severity.ts";
import { placeWords, targetsWords } from "../wording/titles.ts";
import { exposureLines, exposureTitle, type ExposureLine } from "./exposure-words.ts";
import { grouped, parted } from "./grouped.ts";
import { causeWords, nouns, operationWords, placedWords } from "./operation-words.ts";

export type Tone = "worse" | "ask" | "better" | "plain";

export interface StoryItem {
  readonly kind: "threat" | "decision" | "question" | "exposure" | "reminder" | "rename" | "operation";
  readonly severity?: Severity;
  /** A word or two in front of the title. */
  readonly mark?: string;
  readonly title: string;
  readonly id?: string;
  readonly details: readonly Detail[];
  /** How many changes it tells; one when left out. */
  readonly count?: number;
  /** Items with the same say the same of several places. */
  readonly like?: string;
  /** What it tells of, for outputs that have room for all of it; not of what is gone. */
  readonly threat?: Threat;
  readonly question?: Question;
}

/** A label with the lines that it is about. */
export interface Detail {
  readonly label: string;
  readonly lines: readonly string[];
  /** Of a cause: ids of the operations that the first lines are, in their order. */
  readonly operations?: readonly number[];
}

export interface StorySection {
  readonly title: string;
  readonly tone: Tone;
  readonly items: readonly StoryItem[];
}

/** undefined: one version does not have the model, so that everything has that one cause. */
type Operations = ReadonlyMap<number, ModelOperation> | undefined;

/** Sections without items are left out. Of everything in the impact there is an item. */
export function storyOf(impact: Impact): readonly StorySection[] {
  const all: Operations = impact.base.absent || impact.head.absent ? undefined : new Map(impact.operations.map((operation) => [operation.id, operation]));
  const asked = new Map(impact.questions.filter(({ change }) => change === "opened").flatMap(({ question }) => question.decides.map((id) => [id, question.id] as const)));
  const threats = (test: (change: ThreatChange) => boolean) => bySeverity(impact.threats.filter(test)).map((change) => threatItem(change, all, asked.get(change.id)));
  const exposure = (better: boolean) => exposureItems(impact.exposure.filter((change) => change.better === better), all);
  const decisions = (test: (change: DecisionChange) => boolean) => impact.decisions.filter(test).map((change) => decisionItem(change, all));
  const questions = (what: QuestionChange["change"]) => impact.questions.filter(({ change }) => change === what).map((change) => questionItem(change, all));
  const sections: readonly StorySection[] = [
    { title: "The model is gone", tone: "worse", items: impact.head.absent ? [goneItem(impact)] : [] },
    { title: "What got worse", tone: "worse", items: threats(isWorse) },
    { title: "Probably renamed", tone: "ask", items: (impact.renames ?? []).map(renameItem) },
    { title: "Decisions to look at again", tone: "worse", items: decisions(wantsALook) },
    { title: "What is more exposed", tone: "worse", items: exposure(false) },
    { title: "Questions that this change opens", tone: "ask", items: questions("opened") },
    { title: "Think of", tone: "ask", items: impact.reminders.map(({ text, because: why }): StoryItem => ({ kind: "reminder", title: text, details: why === "" ? [] : [{ label: "because", lines: [why] }] })) },
    { title: impact.head.absent ? "What is not looked at any more" : "What got better", tone: impact.head.absent ? "plain" : "better", items: [...threats(isBetter), ...exposure(true)] },
    { title: "Questions that are answered", tone: "better", items: questions("closed") },
    { title: "Decided", tone: "plain", items: decisions((change) => !wantsALook(change)) },
    { title: "Threats for other reasons than before", tone: "plain", items: threats((change) => !isWorse(change) && !isBetter(change)) },
    { title: "Changes to the model", tone: "plain", items: impact.operations.map((operation): StoryItem => ({ kind: "operation", title: operationWords(operation), ...(operation.where ? { id: placeWords(operation.where) } : {}), details: [] })) },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

/** Nobody cleared what was open: it is only told no more. */
function goneItem({ base, risk: { before } }: Impact): StoryItem {
  const open = SEVERITIES.flatMap((severity) => (before.open[severity] === 0 ? [] : [`${before.open[severity]} ${severity}`]));
  return { kind: "operation", title: `Nothing of ${base.model} is modelled any more`, details: [{ label: "threats left open", lines: [open.length === 0 ? "none" : open.join(", ")] }] };
}

export function isWorse({ change, threat, severityBefore }: ThreatChange): boolean {
  return change === "added" || change === "reopened" || change === "hidden" || (change === "changed" && rankOf(threat.severity) < rankOf(severityBefore ?? threat.severity));
}

export function isBetter({ change, threat, severityBefore }: ThreatChange): boolean {
  return change === "resolved" || change === "removed" || (change === "changed" && rankOf(threat.severity) > rankOf(severityBefore ?? threat.severity));
}

function wantsALook(one: DecisionChange): boolean {
  const { change } = one;
  return change === "stale" || change === "reopened" || change === "removed" || isProposed(one);
}

/** A decision of a split or merged element, or of many, that nobody confirmed here: it counts for nothing yet. */
function isProposed({ change, status }: DecisionChange): boolean {
  return change !== "removed" && status?.state === "unconfirmed";
}

function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Worst first; what is open before what nobody knows, and that before what somebody decided. */
function bySeverity(changes: readonly ThreatChange[]): readonly ThreatChange[] {
  const rank = ({ change, threat }: ThreatChange) => (change === "hidden" ? 1 : isGone(change) || threat.status === "open" ? 0 : 2) * SEVERITIES.length + rankOf(threat.severity);
  return [...changes].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

const marks: Readonly<Record<ThreatChange["change"], string>> = {
  added: "new", reopened: "back again", changed: "", hidden: "not known any more", resolved: "resolved", removed: "gone with what it was about",
};

export const AT = "at";
export const CLEARS = "would clear it";

/** `question`: which decides whether it is there. */
function threatItem({ change, id, threat, severityBefore, cause, facts }: ThreatChange, all: Operations, question: string | undefined): StoryItem {
  const { severity, status, decision } = threat;
  const words = [change === "changed" ? `was ${severityBefore ?? severity}` : marks[change], isGone(change) || status === "open" ? "" : status].filter((word) => word !== "");
  const shown = facts.slice(0, 4).map(({ fact, before, after }) => `${fact} was ${before ?? "not stated"}, is ${after ?? "not stated"}`);
  return {
    kind: "threat", severity, mark: words.join(", "), title: threat.title, id, ...(isGone(change) ? {} : { threat }), ...(decision ? {} : { like: JSON.stringify([change, severity, severityBefore, status, threat.title, facts]) }),
    details: [
      { label: AT, lines: [targetsWords(threat)] }, ...because(cause, all),
      ...(shown.length > 0 && change !== "added" ? [{ label: "facts", lines: shown }] : []),
      ...(change === "hidden" ? [{ label: "to know", lines: [question === undefined ? "Answer the question that decides it." : `Answer \`${question}\`.`] }] : []),
      ...(isGone(change) || status === "accepted" || status === "dismissed" || threat.fixes.length === 0 ? [] : [{ label: CLEARS, lines: threat.fixes.map(({ text }) => text).slice(0, 3) }]),
      ...(decision && !isGone(change) ? [{ label: decision.state === "valid" ? "decided" : `decided, and now ${decision.state}`, lines: [decisionSentence(decision)] }] : []),
    ],
  };
}

function isGone(change: ThreatChange["change"]): boolean {
  return change === "resolved" || change === "removed" || change === "hidden";
}

/** What one cause brings stands together: one move changes many crossings. Where there are many causes, what is of one kind does. */
function exposureItems(changes: readonly ExposureChange[], all: Operations): readonly StoryItem[] {
  const byCause = grouped(changes, ({ cause: { kind, operations } }) => [kind, operations]);
  if (byCause.length > MOST_CAUSES) return grouped(changes, ({ kind, better }) => [kind, better]).flatMap((group) => exposureOfKind(group, all));
  return byCause.flatMap((group) => parted(exposureLines(group)).map((lines): StoryItem => {
    const [first, ...others] = lines.map(({ text }) => text);
    return { kind: "exposure", title: first!, count: sumOf(lines), details: [...(others.length > 0 ? [{ label: "and", lines: others }] : []), ...because(group[0]!.cause, all)] };
  }));
}

const MOST_CAUSES = 8;

function exposureOfKind(changes: readonly ExposureChange[], all: Operations): readonly StoryItem[] {
  const lines = grouped(changes, ({ cause: { kind, operations } }) => [kind, operations]).flatMap((group) => exposureLines(group).map((line) => ({ ...line, text: `${line.text}${causeInLine(because(group[0]!.cause, all))}` })));
  return parted(lines).map((part) => ({ kind: "exposure", title: `${exposureTitle(changes[0]!)}: ${sumOf(part)} of ${changes.length}`, count: sumOf(part), details: [{ label: "that is", lines: part.map(({ text }) => text) }] }));
}

function sumOf(lines: readonly ExposureLine[]): number {
  return lines.reduce((sum, { count }) => sum + count, 0);
}

const decisionMarks: Readonly<Record<DecisionChange["change"], string>> = {
  "added": "new", "removed": "taken back", "changed": "changed", "stale": "stale", "valid-again": "holds again", "resolved": "resolved: its threat is gone", "reopened": "its threat is back",
};

function decisionItem(one: DecisionChange, all: Operations): StoryItem {
  const { key, change, status, stale, cause } = one;
  return {
    kind: "decision", mark: isProposed(one) ? "to confirm" : decisionMarks[change], title: status ? decisionSentence(status) : sentence(key), id: key,
    details: [
      ...(stale.length > 0 ? [{ label: "it rests on", lines: stale.map((fact) => `${staleWords(fact)}${fact.where ? ` (${placeWords(fact.where)})` : ""}`) }] : []),
      ...(isProposed(one) ? [{ label: "if it holds here too", lines: [`\`merlon decide ${key} --confirm\``] }] : []),
      ...(status?.decision.reason === undefined ? [] : [{ label: "its reason", lines: [sentence(status.decision.reason)] }]), ...because(cause, all),
    ],
  };
}

function renameItem({ map, from, to, score, decisions }: RenameProposal): StoryItem {
  return {
    kind: "rename", title: `${nouns[map]} \`${from}\` → \`${to}\` (${score.toFixed(2)})`,
    details: [
      ...(decisions.length > 0 ? [{ label: "decisions that would follow", lines: decisions }] : []),
      { label: "if so, keep its history", lines: [`\`merlon rename ${from} ${to} --confirm\``] },
    ],
  };
}

function questionItem({ question, change, cause }: QuestionChange, all: Operations): StoryItem {
  const { decides, worst, text, id } = question;
  const waiting = decides.length === 0 || change === "closed" ? [] : [{ label: "decides", lines: [`${decides.length === 1 ? "1 threat" : `${decides.length} threats`}, up to ${worst}`] }];
  return { kind: "question", title: text, id, ...(change === "closed" ? {} : { question }), details: [...waiting, ...(change === "closed" ? [] : because(cause, all))] };
}

function because(cause: ThreatChange["cause"], all: Operations): readonly Detail[] {
  const words = all && causeWords(cause, all);
  if (!words) return [];
  const first = words.operations.slice(0, MOST_OPERATIONS);
  const shown = first.map(placedWords);
  const more = words.operations.length - shown.length;
  return [{ label: words.label, lines: more > 0 ? [...shown, `and ${more} more, listed below`] : shown, operations: first.map(({ id }) => id) }];
}

const MOST_OPERATIONS = 6;

/** A cause behind what it brings, in the same line; nothing where nothing is known. */
export function causeInLine(details: readonly Detail[]): string {
  return details.filter(({ operations }) => operations !== undefined).map(({ label, lines }) => `, ${label}${lines.length === 0 ? "" : ` ${lines.join("; ")}`}`).join("");
}
