// What an import could not carry, for a terminal: counts first, then each loss once with its places.
import type { ImportResult } from "@merlon/schema";
import { blank, ink, labelled, line, renderLines, type Line, type Page } from "../terminal/lines.ts";
import type { Ink } from "../terminal/style.ts";
import { counted, listed } from "../wording/counted.ts";
import { LOSS_KINDS, lossGroups, lossWords, type LossGroup } from "./loss-groups.ts";

/** An import, whether a model or a rule pack came of it. */
export type LossSource = Omit<ImportResult, "document">;

export interface LossTextOptions extends Page {
  /** Lists every place instead of the first few. */
  readonly all?: boolean;
}

const PLACES = 3;
const inks: Readonly<Record<LossGroup["kind"], readonly Ink[]>> = { dropped: ["red"], guessed: ["yellow"], defaulted: ["cyan"], kept: ["green"] };

export function lossText(result: LossSource, options: LossTextOptions): string {
  const groups = lossGroups(result.losses);
  const head = line([ink("bold", `Read ${formatWords(result)}`), ink("dim", `  ${countWords(result)}`)], 0, 2);
  if (groups.length === 0) return renderLines([head, line([ink("green", "✓ "), "Everything was carried over."])], options);
  const sections = LOSS_KINDS.flatMap((kind) => sectionLines(kind, groups.filter((group) => group.kind === kind), options));
  return renderLines([head, ...sections], options);
}

export function formatWords({ format, formatVersion }: LossSource): string {
  return [format, formatVersion].filter((word) => word !== "").join(" ");
}

export function countWords({ counts }: LossSource): string {
  return listed(Object.keys(counts).sort().map((what) => `${what} ${counts[what] ?? 0}`));
}

function sectionLines(kind: LossGroup["kind"], groups: readonly LossGroup[], options: LossTextOptions): readonly Line[] {
  if (groups.length === 0) return [];
  const total = groups.reduce((sum, group) => sum + group.places.length, 0);
  const { mark, meaning } = lossWords[kind];
  return [blank, line([ink(inks[kind], `${mark} ${total} ${kind}`), ink("dim", `  ${meaning}`)], 0, 2), ...groups.flatMap((group) => groupLines(group, options))];
}

function groupLines({ what, why, places }: LossGroup, options: LossTextOptions): readonly Line[] {
  const shown = options.all || places.length <= PLACES + 1 ? places : places.slice(0, PLACES);
  const more = places.length - shown.length;
  const at = shown.map(({ at: place, object }) => (object === undefined ? place : `${place} (${object})`));
  return [
    labelled("  ", [ink("bold", what), `: ${why}`]),
    line(ink("dim", `at ${at.join(", ")}${more > 0 ? ` and ${counted(more, "other place")}, all of them in the written loss report` : ""}`), 4),
  ];
}
