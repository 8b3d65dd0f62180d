// Draws a block of text, pills and signs.
import type { Block, Line } from "../text/block.ts";
import { textStyles } from "../text/piece.ts";
import type { Piece, Sign } from "../text/piece.ts";
import { drawChangeSign } from "./draw-change.ts";
import { inks, pillColours } from "./palette.ts";
import { number, tag, textTag, xy } from "./xml.ts";
import type { Svg } from "./xml.ts";

/** Half the height of capital letters, in ems: puts text in the middle of its line. */
const halfCapital = 0.365;

export interface BlockPlace {
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "centre";
  /** Replaces the colour of text: for titles of boundaries. */
  readonly ink?: string;
}

export function drawBlock(block: Block, place: BlockPlace): Svg[] {
  return block.lines.flatMap((line) => drawLine(line, block.width, place));
}

function drawLine(line: Line, width: number, { x, y, align, ink }: BlockPlace): Svg[] {
  const left = x + (align === "centre" ? (width - line.width) / 2 : 0);
  const middle = y + line.y + line.height / 2;
  const [only, ...more] = line.runs;
  if (align === "centre" && only?.piece.kind === "text" && more.length === 0) {
    return [drawText(only.piece, { x: x + width / 2, middle, width: only.width, ink }, "middle")];
  }
  return line.runs.flatMap((run) => drawPiece(run.piece, { x: left + run.x, middle, width: run.width, ink }));
}

interface PiecePlace {
  readonly x: number;
  readonly middle: number;
  readonly width: number;
  readonly ink: string | undefined;
}

function drawPiece(piece: Piece, place: PiecePlace): Svg[] {
  switch (piece.kind) {
    case "text": return [drawText(piece, place)];
    case "pill": return drawPill(piece.text, piece.look, place);
    case "sign": return [drawSign(piece.sign, place.x + place.width / 2, place.middle, inks[piece.ink])];
  }
}

/** A line of text alone is anchored at its middle: then it stands right even in a font of other widths. */
function drawText(piece: Piece & { readonly kind: "text" }, place: PiecePlace, anchor?: "middle"): Svg {
  const { size, weight } = textStyles[piece.style];
  return textTag("text", {
    x: place.x, y: place.middle + size * halfCapital, "font-size": size, "font-weight": weight === "bold" ? "bold" : undefined, "text-anchor": anchor,
    fill: place.ink !== undefined && piece.ink === "boundary" ? place.ink : inks[piece.ink],
    "text-decoration": piece.struck ? "line-through" : undefined,
  }, piece.text);
}

function drawPill(text: string, look: keyof typeof pillColours, { x, middle, width }: PiecePlace): Svg[] {
  const colours = pillColours[look];
  const { size } = textStyles.pill;
  const square = look.startsWith("class-");
  return [
    tag("rect", {
      x: x + 0.5, y: middle - 6.5, width: width - 1, height: 13, rx: square ? 2 : 6.5, fill: colours.fill, stroke: colours.line,
      "stroke-width": 1,
    }),
    textTag("text", {
      x: x + width / 2, y: middle + size * halfCapital, "font-size": size, "font-weight": "bold", "text-anchor": "middle", fill: colours.ink,
    }, text),
  ];
}

/** What a change did, or a padlock: closed when encrypted, open when not, with a question mark when nobody said. */
export function drawSign(sign: Sign, x: number, y: number, colour: string): Svg {
  if (sign === "added" || sign === "removed" || sign === "changed" || sign === "former") return drawChangeSign(sign, { x, y, radius: 6.2 });
  const body = tag("rect", { x: x - 4, y: y - 0.5, width: 8, height: 5.5, rx: 1, fill: sign === "locked" ? colour : "#ffffff", stroke: colour, "stroke-width": 1.2 });
  const shackle = sign === "unlocked"
    ? `M${xy(x + 1.5, y - 0.5)}V${number(y - 2.5)}A2.2 2.2 0 0 1 ${xy(x + 5.5, y - 2.5)}`
    : `M${xy(x - 2.5, y - 0.5)}V${number(y - 2.5)}A2.5 2.5 0 0 1 ${xy(x + 2.5, y - 2.5)}V${number(y - 0.5)}`;
  const bow = tag("path", { d: shackle, fill: "none", stroke: colour, "stroke-width": 1.4 });
  if (sign !== "lock-unknown") return tag("g", {}, bow, body);
  const mark = textTag("text", { x, y: y + 4.6, "font-size": 6.5, "font-weight": "bold", "text-anchor": "middle", fill: colour }, "?");
  return tag("g", {}, bow, body, mark);
}
