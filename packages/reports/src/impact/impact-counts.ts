// What changed in a sentence, and the numbers of both versions beside each other.
import type { Impact, Reach, RiskVector, SensitivityClass, Version } from "@merlon/schema";
import { counted, listed } from "../wording/counted.ts";
import { SEVERITIES } from "../wording/severity.ts";
import { isBetter, isWorse } from "./story.ts";

/** `2 new threats (1 critical), 1 decision stale, 3 new questions`. */
export function impactSentence({ base, head, threats, decisions, questions, exposure, operations }: Impact): string {
  const having = (change: string) => threats.filter((one) => one.change === change).length;
  const fresh = threats.filter(({ change }) => change === "added" || change === "reopened");
  const severities = SEVERITIES.flatMap((severity) => {
    const n = fresh.filter(({ threat }) => threat.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}`];
  });
  const decided = fresh.filter(({ threat }) => threat.status !== "open").length;
  const parts = [
    head.absent ? "the whole model is gone" : base.absent ? "the model is new" : "",
    fresh.length === 0 ? "" : `${counted(fresh.length, "new threat")} (${severities.join(", ")}${decided === 0 ? "" : `; ${decided === fresh.length ? "all" : decided} decided`})`,
    amount(threats.filter((one) => one.change === "changed" && isWorse(one)).length, "threat", "worse than before"),
    amount(having("hidden"), "threat", "not known any more"),
    amount(decisions.filter(({ change }) => change === "stale").length, "decision", "made stale"),
    amount(exposure.filter(({ better }) => !better).length, "thing", "more exposed"),
    amount(questions.filter(({ change }) => change === "opened").length, "new question", ""),
    amount(having("resolved") + having("removed"), "threat", "gone"),
    amount(threats.filter((one) => one.change === "changed" && isBetter(one)).length, "threat", "less severe"),
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(", ") : `${counted(operations.length, "change")} to the model, none that matters to its threats`;
}

function amount(n: number, noun: string, how: string): string {
  return n === 0 ? "" : `${counted(n, noun)}${how === "" ? "" : ` ${how}`}`;
}

/** `As before: 7 open threats (2 high, 5 medium) and 3 questions.`: what need not be looked at again. */
export function unchangedSentence({ threats, questions, risk: { before, after } }: Impact): string {
  const told = threats.filter(({ change, threat }) => (change === "added" || change === "reopened" || change === "changed") && threat.status === "open");
  // What is open again because its decision holds no more was not among those open before.
  const left = SEVERITIES.map((severity) => [severity, Math.min(before.open[severity], after.open[severity] - told.filter(({ threat }) => threat.severity === severity).length)] as const).filter(([, n]) => n > 0);
  const open = left.reduce((sum, [, n]) => sum + n, 0);
  const asked = Math.max(0, after.questions - questions.filter(({ change }) => change === "opened").length);
  const parts = [open === 0 ? "" : `${counted(open, "open threat")} (${left.map(([severity, n]) => `${n} ${severity}`).join(", ")})`, asked === 0 ? "" : counted(asked, "question")];
  const words = listed(parts.filter((part) => part !== ""));
  return words === "" ? "" : `As before: ${words}.`;
}

export interface CountRow {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly worse: boolean;
}

/** Who needs no sign-in counts among those who may sign in, so that getting easier to reach is never less. */
const REACHES: readonly (readonly [readonly Reach[], string])[] = [[["anonymous"], "elements that anybody can reach"], [["anonymous", "authenticated"], "elements that outsiders can reach, with or without signing in"]];
const CLASSES: readonly SensitivityClass[] = ["high", "moderate", "low"];

/** Open threats always, the rest where it differs or all of it. */
export function countRows({ risk: { before, after } }: Impact, which: "different" | "all" = "different"): readonly CountRow[] {
  const row = (what: string, of: (vector: RiskVector) => number): readonly CountRow[] => {
    const [was, is] = [of(before), of(after)];
    return was === is && which === "different" ? [] : [{ what, before: String(was), after: String(is), worse: is > was }];
  };
  const open = (vector: RiskVector) => SEVERITIES.slice(0, 4).map((severity) => vector.open[severity]);
  const worse = SEVERITIES.slice(0, 4).map((severity) => after.open[severity] - before.open[severity]).find((difference) => difference !== 0) ?? 0;
  return [
    { what: `open threats (${SEVERITIES.slice(0, 4).join(" / ")})`, before: open(before).join(" / "), after: open(after).join(" / "), worse: worse > 0 },
    ...REACHES.flatMap(([reaches, what]) => row(what, ({ elementsByReach }) => reaches.reduce((sum, reach) => sum + elementsByReach[reach], 0))),
    ...CLASSES.flatMap((level) => row(`kinds of data of class ${level} where trust is lowest`, (vector) => vector.dataAtLeastTrust[level])),
    ...row("open questions", ({ questions }) => questions), ...row("stale decisions", ({ staleDecisions }) => staleDecisions),
  ];
}

/** `main (0ac0ac4)`. */
export function versionWords({ name, commit, view, absent }: Version): string {
  return `${name}${commit === undefined || commit.startsWith(name) ? "" : ` (${commit.slice(0, 7)})`}${view === undefined || view.name === name ? "" : `, view ${view.name}`}${absent ? ", where the model is not" : ""}`;
}
