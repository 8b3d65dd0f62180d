// What would clear a threat: each fix with what happened when it was tried on the model.
import type { FixTrial, ThreatFix } from "@merlon/schema";
import { ink, labelled, line, type Line, type Piece } from "../terminal/lines.ts";
import { listed } from "../wording/counted.ts";

export function fixLines(fixes: readonly FixTrial[]): readonly Line[] {
  return fixes.flatMap((trial, index) => [
    labelled(`${index + 1}. `, [trial.fix.text, editPiece(trial.fix)], 2), line(verdict(trial), 5),
    ...(trial.alsoClears.length > 0 ? [labelled(ink("green", "also clears "), listed(trial.alsoClears), 5)] : []),
    ...(trial.adds.length > 0 ? [labelled(ink("red", "but adds "), listed(trial.adds), 5)] : []),
    ...(trial.fix.attack.length > 0 ? [line(ink("dim", `ATT&CK mitigation ${listed(trial.fix.attack)}`), 5)] : []),
  ]);
}

function verdict({ clears, fix }: FixTrial): Piece {
  if (clears === null) return ink("dim", "advice: nothing that could be tried on the model");
  const tried = fix.kind === "add-control" ? "tried with the control in place" : "tried on the model";
  return clears ? ink("green", `✓ clears it (${tried})`) : ink("yellow", `✗ does not clear it alone (${tried})`);
}

function editPiece({ edit }: ThreatFix): Piece {
  if (!edit) return undefined;
  return ink("dim", "object" in edit ? `  ${edit.object} › ${edit.key}: ${valueWords(edit.value)}` : `  control ${edit.type} at ${edit.at}`);
}

/** An edit's value as it would be written in the model. */
export function valueWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}
