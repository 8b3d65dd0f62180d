// A merge for people: what it could not decide, which threats only it has, and what changes in ours.
import type { MergedModel } from "@merlon/app";
import { blank, ink, line, renderLines, type Line, type Page } from "@merlon/reports";
import { changesText } from "./change-outcome.ts";

/** `changes`: show the lines that change, because nothing was written. */
export function mergeText({ conflicts, emergent, changes, gone }: MergedModel, page: Page, showChanges: boolean): string {
  const threats = emergent.length === 0 ? [] : [
    line(ink("bold", "Threats that only the merge has")),
    ...emergent.flatMap(({ threat, severityBefore }): readonly Line[] => [
      line([ink("bold", threat.severity), ` ${threat.title}`, ...(severityBefore === undefined ? [] : [` (${severityBefore} before)`])], 2, 4), line(ink("dim", threat.id), 4),
    ]), blank,
  ];
  return `${conflictsOnly(conflicts, page)}${renderLines(threats, page)}${showChanges ? changesText(changes, page) : ""}${renderLines(gone.map((path) => line(`${path} (gone)`)), page)}`;
}

export function conflictsOnly(conflicts: MergedModel["conflicts"], page: Page): string {
  if (conflicts.length === 0) return "";
  return renderLines([line(ink("bold", "Conflicts; ours is in place")), ...conflicts.flatMap(conflictLines), blank], page);
}

function conflictLines({ code, message, hint, where, base, ours, theirs, suggestion }: MergedModel["conflicts"][number]): readonly Line[] {
  const values = Object.entries({ base, ours, theirs, "safer to believe": suggestion }).filter(([, value]) => value !== undefined);
  return [
    line([ink("dim", `${where ? `${where.file}:${where.line} ` : ""}${code} `), message], 2, 4),
    ...values.map(([name, value]) => line([ink("dim", `${name}: `), typeof value === "string" ? value : JSON.stringify(value)], 4, 6)),
    line(ink("dim", hint), 4),
  ];
}
