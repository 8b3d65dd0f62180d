// `merlon log` for people: a head for each commit, and below it what came, what went and what was decided.
import { blank, ink, line, renderLines, severityLooks, type Line, type Page } from "@merlon/reports";
import type { LoggedCommit, LoggedDecision, LoggedThreat, ModelLog, Severity } from "@merlon/schema";
import { counted } from "./counts-text.ts";

export interface LogTextOptions extends Page {
  readonly all: boolean;
  /** The command that shows older ones too. */
  readonly more: string;
}

const SHOWN = 5;

export function logText({ commits, more, reasons, model }: ModelLog, options: LogTextOptions): string {
  const none = commits.length === 0 ? [blank, line("No commit touched it since.")] : [];
  const end = [...reasons.map((reason) => line(ink("yellow", reason))), ...(more > 0 ? [line(ink("dim", `See ${more === 1 ? "it" : "them"} with ${options.more}`))] : [])];
  return renderLines([line(ink("bold", model)), ...commits.flatMap((one) => [blank, ...commitLines(one, options)]), ...none, ...(end.length > 0 ? [blank, ...end] : [])], options);
}

function commitLines(logged: LoggedCommit, options: LogTextOptions): readonly Line[] {
  const { commit, problem } = logged;
  const items = [...logged.threats.map(threatLine), ...logged.decisions.filter(isOwn).map(decisionLine)];
  const shown = options.all || items.length <= SHOWN + 1 ? items : items.slice(0, SHOWN);
  const rest = items.length - shown.length;
  return [
    line([ink("yellow", commit.id.slice(0, 7)), `  ${commit.date}  ${commit.author}  `, ink("bold", commit.subject)]),
    problem === undefined ? line(ink("dim", summaryOf(logged)), 2, 4) : line(ink("yellow", `not judged: ${problem}`), 2, 4),
    ...shown, ...(rest > 0 ? [line(ink("dim", `and ${rest} more: --all`), 2)] : []),
  ];
}

/** A decision whose threat came or went is told with the threat. */
function isOwn({ change }: LoggedDecision): boolean {
  return change !== "resolved" && change !== "reopened";
}

function summaryOf({ commit, begins, gone, operations, threats, decisions, questions, open }: LoggedCommit): string {
  const parts = [
    begins ? beginnings[begins] : gone ? "the model is gone" : commit.parents.length > 1 ? "a merge" : counted(operations, "change"),
    questions.opened + questions.closed === 0 ? "" : ["questions", ...(questions.opened > 0 ? [`+${questions.opened}`] : []), ...(questions.closed > 0 ? [`−${questions.closed}`] : [])].join(" "),
    threats.length + decisions.length === 0 ? "nothing about threats and decisions" : "",
    open === undefined ? "" : `open: ${openText(open)}`,
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

const beginnings = { model: "the model begins", history: "what is at hand begins" } as const;

function openText(open: Readonly<Record<Severity, number>>): string {
  const some = (["critical", "high", "medium", "low"] as const).filter((severity) => open[severity] > 0);
  return some.length === 0 ? "nothing" : some.map((severity) => `${open[severity]} ${severity}`).join(", ");
}

const marks: Readonly<Record<LoggedThreat["change"], { readonly mark: string; readonly word: string }>> = {
  added: { mark: "+", word: "" }, reopened: { mark: "+", word: "open again" }, changed: { mark: "~", word: "" }, hidden: { mark: "?", word: "not known any more" },
  resolved: { mark: "−", word: "resolved" }, removed: { mark: "−", word: "gone with its object" },
};

function threatLine({ change, id, severity, severityBefore, status }: LoggedThreat): Line {
  const { mark, word: told } = marks[change];
  const word = change === "added" && status !== "open" ? status : told;
  const weight = severityBefore === undefined ? severity : `${severityBefore} → ${severity}`;
  const isWorse = change === "added" || change === "reopened" || change === "hidden";
  return line([ink(isWorse ? "red" : change === "changed" ? "yellow" : "green", `${mark} `), ink(severityLooks[severity].inks, weight), "  ", ink("cyan", id), word === "" ? undefined : ink("dim", `  ${word}`)], 2, 4);
}

const words: Readonly<Record<LoggedDecision["change"], string>> = {
  "added": "decided", "removed": "decision taken back", "changed": "decided anew", "stale": "decision made stale", "valid-again": "decision holds again", "resolved": "", "reopened": "",
};

function decisionLine({ change, key, state, by, until }: LoggedDecision): Line {
  const said = change === "removed" || state === undefined ? "" : `: ${state}${by === undefined ? "" : ` by ${by}`}${until === undefined ? "" : `, until ${until}`}`;
  return line([ink(change === "stale" || change === "removed" ? "yellow" : "green", "● "), `${words[change]}${said}  `, ink("cyan", key)], 2, 4);
}
