// Breaks labels into lines. A block knows where each of its pieces stands; nothing is ever cut off: a word that is too
// long for a line is broken.
import { pieceHeight, pieceWidth, textStyles } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { isZeroWidth, textWidth } from "./text-width.ts";

export interface Run {
  readonly piece: Piece;
  /** From the left end of its line. */
  readonly x: number;
  readonly width: number;
}

export interface Line {
  /** From the top of the block. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

export interface Block {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** Words that had to be broken. */
  readonly broken: number;
}

const pieceGap = 4;

/** Each paragraph starts a new line; lines are at most `maxWidth` wide unless a pill alone is wider. */
export function blockOf(paragraphs: readonly (readonly Piece[])[], maxWidth: number): Block {
  const lines: Line[] = [];
  let y = 0;
  for (const paragraph of paragraphs) {
    for (const runs of breakLines(paragraph, maxWidth)) {
      const height = Math.max(...runs.map((run) => pieceHeight(run.piece)));
      lines.push({ y, height, width: endOf(runs), runs });
      y += height;
    }
  }
  const broken = paragraphs.flatMap((paragraph) => unitsOf(paragraph, maxWidth)).filter((unit) => unit.joined).length;
  return { lines, height: y, width: Math.max(0, ...lines.map((line) => line.width)), broken };
}

/** The narrowest block with as few lines as `maxWidth` allows, so that no line holds a lone last word. */
export function balancedBlock(paragraphs: readonly (readonly Piece[])[], maxWidth: number): Block {
  let best = blockOf(paragraphs, maxWidth);
  for (;;) {
    const narrower = blockOf(paragraphs, best.width - 1);
    if (narrower.lines.length > best.lines.length || narrower.broken > best.broken || narrower.width >= best.width) return best;
    best = narrower;
  }
}

function breakLines(paragraph: readonly Piece[], maxWidth: number): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let end = 0;
  for (const unit of unitsOf(paragraph, maxWidth)) {
    const gap = line.length === 0 || unit.joined ? 0 : gapBefore(unit.pieces[0]);
    const placed = placeUnit(unit, end + gap);
    const unitEnd = endOf(placed);
    if (line.length > 0 && unitEnd > maxWidth) {
      lines.push(joinWords(line));
      line = placeUnit(unit, 0);
    } else {
      line.push(...placed);
    }
    end = endOf(line);
  }
  return line.length === 0 ? lines : [...lines, joinWords(line)];
}

/** What stays on one line: a word with the sign before it and the pills after it. */
interface Unit {
  readonly pieces: readonly Piece[];
  /** A part of a broken word: no space before it. */
  readonly joined: boolean;
}

function unitsOf(paragraph: readonly Piece[], maxWidth: number): Unit[] {
  const units: Unit[] = [];
  let signs: Piece[] = [];
  for (const piece of paragraph) {
    const last = units[units.length - 1];
    if (piece.kind === "sign") {
      signs.push(piece);
    } else if (piece.kind === "text") {
      units.push(...wordsOf(piece, maxWidth).map((unit, i) => (i === 0 ? { ...unit, pieces: [...signs, ...unit.pieces] } : unit)));
      signs = [];
    } else if (last !== undefined) {
      units[units.length - 1] = { ...last, pieces: [...last.pieces, piece] };
    } else {
      units.push({ pieces: [piece], joined: false });
    }
  }
  return signs.length === 0 ? units : [...units, { pieces: signs, joined: false }];
}

function wordsOf(piece: Piece & { readonly kind: "text" }, maxWidth: number): Unit[] {
  const words = piece.text.split(/\s+/u).filter((word) => word !== "");
  return words.flatMap((word) =>
    breakWord(word, (text) => pieceWidth({ ...piece, text }) <= maxWidth)
      .map((text, i) => ({ pieces: [{ ...piece, text }], joined: i > 0 })));
}

function placeUnit(unit: Unit, start: number): Run[] {
  const runs: Run[] = [];
  for (const piece of unit.pieces) {
    const x = runs.length === 0 ? start : endOf(runs) + pieceGap;
    runs.push({ piece, x, width: pieceWidth(piece) });
  }
  return runs;
}

function endOf(runs: readonly Run[]): number {
  const last = runs[runs.length - 1];
  return last === undefined ? 0 : last.x + last.width;
}

/** Breaks a word that does not fit, after punctuation where there is some, else anywhere. */
function breakWord(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && !isZeroWidth(character.codePointAt(0) ?? 0) && !fits(part + character)) {
      const cut = part.search(/[-_/.:@,;][^-_/.:@,;]*$/u) + 1;
      const at = cut > part.length / 3 ? cut : part.length;
      parts.push(part.slice(0, at));
      part = part.slice(at);
    }
    part += character;
  }
  return [...parts, part];
}

function gapBefore(piece: Piece | undefined): number {
  if (piece?.kind !== "text") return pieceGap;
  const { size, weight } = textStyles[piece.style];
  return textWidth(" ", size, weight);
}

/** Neighbouring words of one style become one run, so that a text can be searched and copied. */
function joinWords(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    if (last !== undefined && last.piece.kind === "text" && run.piece.kind === "text"
      && last.piece.style === run.piece.style && last.piece.ink === run.piece.ink && last.piece.struck === run.piece.struck) {
      const space = run.x > last.x + last.width + 0.01 ? " " : "";
      joined[joined.length - 1] = {
        piece: { ...last.piece, text: last.piece.text + space + run.piece.text }, x: last.x, width: run.x + run.width - last.x,
      };
    } else {
      joined.push(run);
    }
  }
  return joined;
}
