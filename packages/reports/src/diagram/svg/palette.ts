// All colours of the pictures. Light, and made to stay apart in grey print; no meaning is carried by colour alone.
import type { ClassMark } from "../graph/diagram-graph.ts";
import type { ChangeSign, Ink, PillLook } from "../text/piece.ts";

export const fontFamily = "DejaVu Sans, Verdana, Arial, sans-serif";
export const background = "#ffffff";
export const plainLine = "#344054";
export const quietLine = "#9aa3af";
export const innerLine = "#475467";

export const classColours: Readonly<Record<ClassMark, string>> = {
  unknown: "#667085", none: "#0f766e", low: "#1d6fb8", moderate: "#b45309", high: "#b42318",
};

export const inks: Readonly<Record<Ink, string>> = {
  strong: "#101828", normal: "#344054", quiet: "#667085", boundary: "#5b4636", ...classColours,
};

export interface PillColours {
  readonly fill: string;
  readonly line: string;
  readonly ink: string;
}

export const pillColours: Readonly<Record<PillLook, PillColours>> = {
  critical: { fill: "#7a0916", line: "#7a0916", ink: "#ffffff" },
  severe: { fill: "#c4320a", line: "#c4320a", ink: "#ffffff" },
  medium: { fill: "#fdb022", line: "#b54708", ink: "#3d1f00" },
  minor: { fill: "#fef7c3", line: "#a15c07", ink: "#5c3a00" },
  info: { fill: "#f2f4f7", line: "#667085", ink: "#344054" },
  personal: { fill: "#6941c6", line: "#6941c6", ink: "#ffffff" },
  special: { fill: "#42307d", line: "#42307d", ink: "#ffffff" },
  "class-low": { fill: "#ffffff", line: classColours.low, ink: classColours.low },
  "class-moderate": { fill: "#fff4e5", line: classColours.moderate, ink: classColours.moderate },
  "class-high": { fill: "#fde8e6", line: classColours.high, ink: classColours.high },
  number: { fill: "#ffffff", line: "#101828", ink: "#101828" },
  tag: { fill: "#ffffff", line: "#5b4636", ink: "#5b4636" },
  new: { fill: "#101828", line: "#101828", ink: "#ffffff" },
};

/** What a change did: the band along it, light, and its sign, dark. */
export const changeColours: Readonly<Record<ChangeSign, { readonly band: string; readonly sign: string }>> = {
  added: { band: "#86e0a4", sign: "#067647" },
  removed: { band: "#fda29b", sign: "#b42318" },
  changed: { band: "#fde272", sign: "#8a5a00" },
  former: { band: "#d0d5dd", sign: "#667085" },
};

export const elementColours = {
  process: { fill: "#eaf1fb", line: "#274472" },
  store: { fill: "#fff8e1", line: "#6b4e00" },
  external: { fill: "#f2f4f7", line: "#1f2937" },
  collapsed: { fill: "#f4f1ea", line: "#5b4636" },
  outOfScope: { fill: "#f7f7f8", line: "#a3a9b3" },
} as const;

export interface Tint {
  readonly fill: string;
  readonly line: string;
}

/** Least trusted first. */
const tints: readonly Tint[] = [
  { fill: "#fdecea", line: "#b42318" },
  { fill: "#fdf3e4", line: "#a35b0c" },
  { fill: "#fbf9e6", line: "#7a6a0a" },
  { fill: "#f0f8ee", line: "#3c7a3a" },
  { fill: "#e4f4ea", line: "#0b6b4a" },
];
const unknownTint: Tint = { fill: "#f7f7f8", line: "#667085" };

/** `rank` 0 = least trusted, 1 = most trusted; undefined when not stated. */
export function trustTint(rank: number | undefined): Tint {
  if (rank === undefined) return unknownTint;
  return tints[Math.round(rank * (tints.length - 1))] ?? unknownTint;
}
