// What a label is made of before it is broken into lines: words in a style, small pills and signs.
import { textWidth } from "./text-width.ts";
import type { FontWeight } from "./text-width.ts";

export type TextStyle =
  | "heading" | "subheading" | "element" | "boundary" | "flow" | "detail" | "small" | "legend" | "pill";

/** The colour roles of text and signs; the palette says what they look like. */
export type Ink = "strong" | "normal" | "quiet" | "boundary" | "none" | "low" | "moderate" | "high" | "unknown";

/** The looks of a pill: a severity, personal data, a sensitivity class, another boundary, a number, what is new. */
export type PillLook =
  | "critical" | "severe" | "medium" | "minor" | "info" | "personal" | "special"
  | "class-low" | "class-moderate" | "class-high" | "tag" | "number" | "new";

/** What a change did. */
export type ChangeSign = "added" | "removed" | "changed" | "former";
export type Sign = "locked" | "unlocked" | "lock-unknown" | ChangeSign;

export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly style: TextStyle; readonly ink: Ink; readonly struck?: true }
  | { readonly kind: "pill"; readonly text: string; readonly look: PillLook }
  | { readonly kind: "sign"; readonly sign: Sign; readonly ink: Ink };

export const textStyles: Readonly<Record<TextStyle, { readonly size: number; readonly weight: FontWeight }>> = {
  heading: { size: 19, weight: "bold" },
  subheading: { size: 11.5, weight: "regular" },
  element: { size: 12.5, weight: "bold" },
  boundary: { size: 12, weight: "bold" },
  flow: { size: 10.5, weight: "bold" },
  detail: { size: 10, weight: "regular" },
  small: { size: 9.5, weight: "regular" },
  legend: { size: 10.5, weight: "regular" },
  pill: { size: 9, weight: "bold" },
};

const pillHeight = 14;
const pillPadding = 5;
const signSize = 11;

export function pieceWidth(piece: Piece): number {
  switch (piece.kind) {
    case "text": return styledWidth(piece.text, piece.style);
    case "pill": return Math.max(pillHeight, styledWidth(piece.text, "pill") + 2 * pillPadding);
    case "sign": return signSize;
  }
}

export function pieceHeight(piece: Piece): number {
  switch (piece.kind) {
    case "text": return textStyles[piece.style].size * 1.25;
    case "pill": return pillHeight + 1;
    case "sign": return signSize;
  }
}

function styledWidth(text: string, style: TextStyle): number {
  return textWidth(text, textStyles[style].size, textStyles[style].weight);
}
