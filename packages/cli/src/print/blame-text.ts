// `merlon blame` for people: how the threat came in, what was decided since, and how it stands.
import type { BlamedOrigin, DecisionEvent, ThreatBlame } from "@merlon/app";
import { blank, ink, line, placedWords, renderLines, severityLooks, type Line, type Page, type Piece } from "@merlon/reports";

type Commit = BlamedOrigin["commit"];

export function blameText(blame: ThreatBlame, page: Page): string {
  const { threat, id, formerly, origin, decisions, searched } = blame;
  const head = [
    line([ink(severityLooks[threat.severity].inks, threat.severity), "  ", ink("bold", threat.title), "  ", ink("cyan", id)]),
    ...(formerly.length > 0 ? [line(ink("dim", `was called ${formerly.join(", ")}`))] : []),
  ];
  const came = origin ? originLines(origin) : [line("It is in no commit yet: your files bring it. See what they change with merlon diff.")];
  const half = searched === "halved" ? [line(ink("dim", "Found by halving the way back: it may have been gone for a while since."))] : [];
  return renderLines([...head, blank, ...came, ...half, ...decisions.flatMap(eventLines), ...standingLines(blame)], page);
}

function originLines({ commit, begins, operations, cause }: BlamedOrigin): readonly Line[] {
  if (begins === "shallow") return [commitLine("there since before", commit), line(ink("yellow", "The clone is shallow and ends here: fetch the rest with git fetch --unshallow."), 2)];
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

function commitLine(what: Piece, { commit, date, author, subject }: Commit): Line {
  return line([what, "  ", ink("yellow", commit.slice(0, 7)), `  ${date}  ${author}  `, ink("bold", subject)]);
}
