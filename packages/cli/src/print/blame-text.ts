// `merlon blame` for people: how the threat came in, what was decided since, and how it stands.
import { blank, ink, line, placedWords, renderLines, severityLooks, type Line, type Page, type Piece } from "@merlon/reports";
import type { Commit, DecisionEvent, ThreatBlame, ThreatOrigin } from "@merlon/schema";

export function blameText(blame: ThreatBlame, page: Page): string {
  const { threat, id, formerly, origin, decisions, reasons } = blame;
  const head = [
    line([ink(severityLooks[threat.severity].inks, threat.severity), "  ", ink("bold", threat.title), "  ", ink("cyan", id)]),
    ...(formerly.length > 0 ? [line(ink("dim", `was called ${formerly.join(", ")}`))] : []),
  ];
  const came = origin ? originLines(origin) : [line("It is in no commit yet: your files bring it. See what they change with merlon diff.")];
  const partial = reasons.map((reason) => line(ink("yellow", reason), 2, 2));
  return renderLines([...head, blank, ...came, ...partial, ...decisions.flatMap(eventLines), ...standingLines(blame)], page);
}

function originLines({ commit, begins, operations, cause }: ThreatOrigin): readonly Line[] {
  if (begins === "history") return [commitLine("there before", commit)];
  if (begins === "model") return [commitLine("came in", commit), line("with the model itself, which begins here", 2)];
  const why = cause.kind === "rules" ? ["the rules of its packs changed, not the model"] : operations.map(placedWords);
  return [commitLine("came in", commit), ...(why.length === 0 ? [line(ink("dim", "by which part of the commit was not found"), 2)] : why.map((text) => line(["because ", text], 2, 4)))];
}

const words: Readonly<Record<DecisionEvent["change"], string>> = { "decided": "decided", "changed": "decided anew", "taken-back": "decision taken back" };

function eventLines({ commit, change, key, decision }: DecisionEvent): readonly Line[] {
  const { state, by, owner, until, approved = [], reason, match } = decision;
  const parts = [state, by === undefined ? "" : `by ${by}`, owner === undefined ? "" : `owner ${owner}`, until === undefined ? "" : `until ${until}`, approved.length === 0 ? "" : `approved by ${approved.join(", ")}`, match === undefined ? "" : `with others as ${key}`];
  return [blank, commitLine(words[change], commit), line(parts.filter((part) => part !== "").join(", "), 2, 4), ...(reason === undefined || change === "taken-back" ? [] : [line(ink("dim", reason), 2, 4)])];
}

function standingLines({ standing, gone, threat }: ThreatBlame): readonly Line[] {
  if (gone) return [blank, commitLine("went", gone)];
  return standing === "there" ? [blank, line(["now ", ink("bold", threat.status)])] : [];
}

function commitLine(what: Piece, { id, date, author, subject }: Commit): Line {
  return line([what, "  ", ink("yellow", id.slice(0, 7)), `  ${date} ${author}  `, ink("bold", subject)]);
}
