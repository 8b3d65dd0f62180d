// What a change did to something, in a label: its sign, the words of what is different, and marks before and after.
import type { ChangeMark, ClassMark, Marks, PersonalMark, ThreatMark } from "../graph/diagram-graph.ts";
import type { ChangeSign, Piece, PillLook } from "../text/piece.ts";

export interface Marked extends Partial<Omit<Marks, "threats">> {
  readonly threats?: ThreatMark;
  readonly change?: ChangeMark;
}

const mostWords = 2;

/** Undefined where there is nothing to point at. */
export function changeSign(change: ChangeMark | undefined): ChangeSign | undefined {
  return change === undefined || change.kind === "same" || change.kind === "touched" ? undefined : change.kind;
}

export function isFaded(change: ChangeMark | undefined): boolean {
  return change?.kind === "same";
}

export function isGone(change: ChangeMark | undefined): boolean {
  return change?.kind === "removed" || change?.kind === "former";
}

export function signPieces(change: ChangeMark | undefined): Piece[] {
  const sign = changeSign(change);
  return sign === undefined ? [] : [{ kind: "sign", sign, ink: "strong" }];
}

/** A line each; the rest is counted. */
export function changeLines(change: ChangeMark | undefined): readonly string[] {
  const words = change?.words ?? [];
  return words.length <= mostWords + 1 ? words : [...words.slice(0, mostWords), `and ${words.length - mostWords} more`];
}

/** Class, personal data and threats, each as it was and as it is where that is not the same. */
export function markPieces(item: Marked): Piece[] {
  return [...classPieces(item), ...personalPieces(item), ...threatPieces(item)];
}

/** What is not known any more may be worse than before, so it is no mark that went. */
function classPieces({ sensitivity = "unknown", change }: Marked): Piece[] {
  const was = change?.before?.sensitivity ?? sensitivity;
  const [before, after] = [classPill(was), classPill(sensitivity)];
  if (was !== sensitivity && sensitivity === "unknown" && before.length > 0) return [...before, word("→?")];
  if (was !== sensitivity && was === "unknown" && after.length > 0) return [...arrowAfter("?"), ...after];
  return beforeAfter(before, after);
}

export function personalPieces({ personal = "none", change }: Marked): Piece[] {
  return beforeAfter(personalPill(change?.before?.personal ?? personal), personalPill(personal));
}

export function threatPieces({ threats, change }: Marked): Piece[] {
  const was = change?.before ? change.before.threats : threats;
  const fresh: Piece[] = change && change.newThreats > 0 ? [{ kind: "pill", text: `${change.newThreats} new`, look: "new" }] : [];
  const counts = was === undefined && threats !== undefined && change?.before ? [...arrowAfter("0"), ...threatPill(threats)] : beforeAfter(threatPill(was), threatPill(threats), "0");
  return [...counts, ...fresh];
}

/** `moderate → high`, `+ P`, `– P`. */
function beforeAfter(before: readonly Piece[], after: readonly Piece[], none?: string): Piece[] {
  if (keyOf(before) === keyOf(after)) return [...after];
  if (before.length === 0) return [word("+"), ...after];
  if (after.length > 0) return [...before, word("→"), ...after];
  return none === undefined ? [word("–"), ...before] : [...before, word(`→${none}`)];
}

function arrowAfter(text: string): Piece[] {
  return [word(`${text}→`)];
}

function keyOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === "pill" ? `${piece.look} ${piece.text}` : "")).join();
}

function word(text: string): Piece {
  return { kind: "text", text, style: "pill", ink: "strong" };
}

function classPill(sensitivity: ClassMark): Piece[] {
  return sensitivity === "unknown" || sensitivity === "none" ? [] : [{ kind: "pill", text: sensitivity, look: `class-${sensitivity}` }];
}

function personalPill(mark: PersonalMark): Piece[] {
  if (mark === "none") return [];
  return [mark === "special" ? { kind: "pill", text: "P+", look: "special" } : { kind: "pill", text: "P", look: "personal" }];
}

const severityLooks: Readonly<Record<ThreatMark["worst"], PillLook>> = {
  critical: "critical", high: "severe", medium: "medium", low: "minor", info: "info",
};

export function severityPill(severity: ThreatMark["worst"]): Piece {
  return { kind: "pill", text: severity, look: severityLooks[severity] };
}

/** The worst severity's letter and the number of open threats: `H 3`. */
function threatPill(mark: ThreatMark | undefined): Piece[] {
  if (mark === undefined) return [];
  return [{ kind: "pill", text: `${mark.worst.slice(0, 1).toUpperCase()} ${mark.count}`, look: severityLooks[mark.worst] }];
}
