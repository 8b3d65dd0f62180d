// `merlon log` for people: a head for each commit, and below it what came, what went and what was decided.
import type { LoggedCommit, LoggedDecision, LoggedThreat, ModelLog } from "@merlon/app";
import { blank, ink, line, renderLines, severityLooks, type Line, type Page } from "@merlon/reports";
import { counted } from "./counts-text.ts";

export interface LogTextOptions extends Page {
  readonly all: boolean;
  readonly command: (verb: string) => string;
}

const SHOWN = 5;

export function logText({ commits, more, shallow, model }: ModelLog, options: LogTextOptions): string {
  const end = [
    ...(more > 0 ? [line(ink("dim", `${counted(more, "older commit")}: ${options.command(`log -n ${commits.length + Math.min(more, commits.length)}`)}`))] : []),
    ...(shallow && more === 0 ? [line(ink("yellow", `The clone is shallow: what is older than the last commit here is missing. Fetch it with git fetch --unshallow.`))] : []),
  ];
  return renderLines([line(ink("bold", model)), ...commits.flatMap((commit) => [blank, ...commitLines(commit, options)]), ...(end.length > 0 ? [blank, ...end] : [])], options);
}

function commitLines(commit: LoggedCommit, options: LogTextOptions): readonly Line[] {
  const items = [...commit.threats.map(threatLine), ...commit.decisions.filter(isOwn).map(decisionLine)];
  const shown = options.all || items.length <= SHOWN + 1 ? items : items.slice(0, SHOWN);
  const rest = items.length - shown.length;
  return [
    line([ink("yellow", commit.commit.slice(0, 7)), `  ${commit.date}  ${commit.author}  `, ink("bold", commit.subject)]),
    ...(commit.problem === undefined ? [line(ink("dim", summaryOf(commit)), 2)] : [line(ink("yellow", `not judged: ${commit.problem}`), 2, 4)]),
    ...shown, ...(rest > 0 ? [line(ink("dim", `and ${rest} more: --all`), 2)] : []),
  ];
}

/** A decision whose threat came or went is told with the threat. */
function isOwn({ change }: LoggedDecision): boolean {
  return change !== "resolved" && change !== "reopened";
}

function summaryOf({ begins, gone, parents, operations, threats, decisions, questions, open }: LoggedCommit): string {
  const parts = [
    begins ? "the model begins" : gone ? "the model is gone" : parents.length > 1 ? "a merge" : "", begins || gone || parents.length > 1 ? "" : counted(operations, "change"),
    questions.opened + questions.closed === 0 ? "" : `questions +${questions.opened} −${questions.closed}`,
    threats.length + decisions.length === 0 ? "nothing about threats and decisions" : "",
    open === undefined ? "" : `open: ${(["critical", "high", "medium", "low"] as const).map((severity) => `${open[severity]} ${severity}`).join(", ")}`,
  ];
  return parts.filter((part) => part !== "").join(" · ");
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
