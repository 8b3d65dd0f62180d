// Text for a terminal as lines of inked spans. Spans hold raw text: it is escaped, wrapped and inked only when rendered,
// so that nothing gets in unescaped and wrapping never counts an escape code.
import { oneLine } from "../escape/visible.ts";
import { displayWidth } from "./display-width.ts";
import type { Ink, Style } from "./style.ts";

export interface Span {
  readonly text: string;
  readonly inks: readonly Ink[];
}

export type Piece = Span | string | undefined | readonly Piece[];

export interface Line {
  readonly spans: readonly Span[];
  /** Columns in front of the first row. */
  readonly indent: number;
  /** Columns in front of the following rows. */
  readonly hang: number;
}

export interface Page {
  readonly style: Style;
  /** Columns of the screen; 0 never wraps. */
  readonly width: number;
}

export function ink(inks: Ink | readonly Ink[], text: string): Span {
  return { text, inks: typeof inks === "string" ? [inks] : inks };
}

export function line(pieces: Piece, indent = 0, hang = indent): Line {
  return { spans: spansOf(pieces), indent, hang };
}

/** A line whose wrapped rows start below what follows the label. */
export function labelled(label: Piece, pieces: Piece, indent = 0): Line {
  const spans = spansOf(label);
  const width = spans.reduce((sum, span) => sum + displayWidth(span.text), 0);
  return { spans: [...spans, ...spansOf(pieces)], indent, hang: indent + width };
}

export const blank: Line = { spans: [], indent: 0, hang: 0 };

export function renderLines(lines: readonly Line[], page: Page): string {
  return lines.flatMap((one) => rowsOf(one, page.width).map((row) => renderRow(row, page.style))).map((row) => `${row}\n`).join("");
}

export function renderRow({ indent, spans }: Row, style: Style): string {
  const text = runsOf(spans).map((span) => span.inks.reduce((inked, name) => style[name](inked), span.text)).join("");
  return text === "" ? "" : " ".repeat(indent) + text;
}

/** Neighbours of one ink become one span, so that a row has few escape codes. */
function runsOf(spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && last.inks.join() === span.inks.join()) runs[runs.length - 1] = { text: last.text + span.text, inks: span.inks };
    else runs.push(span);
  }
  return runs;
}

export interface Row {
  readonly indent: number;
  readonly spans: readonly Span[];
}

/** Breaks at spaces; a word longer than the screen is cut, so that no row is wider. */
export function rowsOf({ spans, indent, hang }: Line, width: number): readonly Row[] {
  const whole = spans.reduce((sum, span) => sum + displayWidth(span.text), indent);
  if (width === 0 || whole <= width) return [{ indent, spans: trimEnd(spans) }];
  const rows: Row[] = [];
  let row: Span[] = [];
  let used = 0;
  const room = (): number => (width === 0 ? Infinity : Math.max(8, width - (rows.length === 0 ? indent : hang)));
  const end = (): void => {
    rows.push({ indent: rows.length === 0 ? indent : hang, spans: trimEnd(row) });
    [row, used] = [[], 0];
  };
  for (const word of wordsOf(spans)) {
    const parts = word.text.trim() === "" ? [word] : cut(word, room() - used, width === 0 ? Infinity : Math.max(8, width - hang));
    for (const part of parts) {
      const wide = displayWidth(part.text);
      if (used + wide > room() && used > 0) end();
      if (part.text.trim() === "" && used === 0 && rows.length > 0) continue;
      row.push(part);
      used += wide;
    }
  }
  end();
  return rows;
}

function spansOf(piece: Piece): readonly Span[] {
  if (piece === undefined) return [];
  if (typeof piece === "string") return [{ text: keepEdges(piece), inks: [] }];
  return "text" in piece ? [{ text: keepEdges(piece.text), inks: piece.inks }] : piece.flatMap(spansOf);
}

/** Escapes; runs of spaces that the caller laid out stay, line breaks and tabs become spaces. */
function keepEdges(text: string): string {
  const [, before = "", inner = "", after = ""] = /^( *)(.*?)( *)$/s.exec(text) ?? [];
  return before + oneLine(inner) + after;
}

function wordsOf(spans: readonly Span[]): Span[] {
  return spans.flatMap(({ text, inks }) => (text.match(/ +|[^ ]+/g) ?? []).map((word) => ({ text: word, inks })));
}

/** Cuts a word that no row can hold. */
function cut(word: Span, room: number, later: number): Span[] {
  if (displayWidth(word.text) <= Math.max(room, later)) return [word];
  const parts: Span[] = [];
  let text = "";
  for (const character of word.text) {
    if (displayWidth(text + character) > later) {
      parts.push({ text, inks: word.inks });
      text = "";
    }
    text += character;
  }
  return [...parts, { text, inks: word.inks }];
}

function trimEnd(row: readonly Span[]): readonly Span[] {
  const at = row.findLastIndex((span) => span.text.trim() !== "");
  const last = row[at];
  return last ? [...row.slice(0, at), { text: last.text.replace(/ +$/, ""), inks: last.inks }] : [];
}
