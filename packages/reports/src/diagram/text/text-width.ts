// How wide a text is in DejaVu Sans, without a font file: the layout must be the same on every machine.
import { advanceRanges, unitsPerEm } from "./advance-widths.ts";

export type FontWeight = "regular" | "bold";

/** Estimates, in ems, for characters that the table does not have. */
const otherWidth = 0.7;
const wideWidth = 1.05;
const pictographWidth = 1.4;

export function textWidth(text: string, size: number, weight: FontWeight = "regular"): number {
  let width = 0;
  for (const character of text) width += emWidth(character.codePointAt(0) ?? 0, weight);
  return width * size;
}

function emWidth(codePoint: number, weight: FontWeight): number {
  for (const range of advanceRanges) {
    const advance = range[weight][codePoint - range.first];
    if (advance !== undefined && advance >= 0) return advance / unitsPerEm;
  }
  if (isZeroWidth(codePoint)) return 0;
  if (codePoint >= 0x1f000 && codePoint < 0x20000) return pictographWidth;
  return isWide(codePoint) ? wideWidth : otherWidth;
}

/** Combining marks, joiners, direction marks and variation selectors. */
export function isZeroWidth(codePoint: number): boolean {
  return (codePoint >= 0x300 && codePoint <= 0x36f) || (codePoint >= 0x200b && codePoint <= 0x200f)
    || (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0x202a && codePoint <= 0x202e) || codePoint === 0xfeff;
}

/** Scripts written in full-width cells, roughly. */
function isWide(codePoint: number): boolean {
  return (codePoint >= 0x1100 && codePoint <= 0x115f) || (codePoint >= 0x2e80 && codePoint <= 0xd7a3)
    || (codePoint >= 0xf900 && codePoint <= 0xfaff) || (codePoint >= 0xff00 && codePoint <= 0xff60) || codePoint >= 0x20000;
}
