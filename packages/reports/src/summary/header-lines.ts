// What was analysed, and how many threats are open by severity.
import { STAGES } from "@merlon/core";
import type { Analysis, Stage } from "@merlon/schema";
import { blank, ink, line, type Line, type Piece } from "../terminal/lines.ts";
import { counted } from "../wording/counted.ts";
import { wantsALook } from "../wording/decision.ts";
import { questionWords } from "../wording/open-questions.ts";
import { SEVERITIES, severityLooks } from "../wording/severity.ts";
import { viewSentence } from "../wording/view-words.ts";

export function headerLines(analysis: Analysis): readonly Line[] {
  const { model, counts, at } = analysis;
  const size = [counted(counts.elements, "element"), counted(counts.flows, "flow"), counted(counts.boundaries, "boundary"), `${counts.data} kind${counts.data === 1 ? "" : "s"} of data`];
  return [
    line([ink("bold", model.title), ink("dim", `  ${model.id}${model.version === undefined ? "" : ` ${model.version}`}`)]),
    ...(analysis.view ? [line(ink("yellow", viewSentence(analysis.view)))] : []),
    line(ink("dim", `stage ${model.stage} · depth ${model.depth} · ${size.join(" · ")} · ${counted(counts.rules, "rule")}${waitingWords(analysis)} · as of ${at}`)),
    blank,
    ...countLines(analysis),
  ];
}

/** Open threats by severity, and what became of the others. */
export function countLines(analysis: Analysis): readonly Line[] {
  const { counts, decisions } = analysis;
  const open = SEVERITIES.reduce((sum, severity) => sum + counts.open[severity], 0);
  const look = decisions.filter(wantsALook).length;
  const rest = [
    `${counts.planned} planned`, `${counts.accepted} accepted`, `${counts.dismissed} dismissed`, `${counts.mitigated} mitigated`,
    questionWords(analysis),
    ...(look > 0 ? [`${counted(look, "decision")} to look at again`] : []),
  ];
  return [
    line([ink("bold", `${counted(open, "open threat")}`), "   ", SEVERITIES.map((severity): Piece => amount(severity, counts.open[severity]))]),
    line(ink("dim", rest.join(" · "))),
  ];
}

/** ` (3 more at operate, 5 until build)`: what this stage does not ask, yet or any more. */
function waitingWords({ waiting = [], model }: Analysis): string {
  const isPast = (stage: Stage): boolean => STAGES.indexOf(stage) < STAGES.indexOf(model.stage);
  return waiting.length === 0 ? "" : ` (${waiting.map(({ stage, rules }) => (isPast(stage) ? `${rules.length} only until ${stage}` : `${rules.length} more at ${stage}`)).join(", ")})`;
}

function amount(severity: (typeof SEVERITIES)[number], n: number): Piece {
  const { mark, inks } = severityLooks[severity];
  return ink(n > 0 ? inks : "dim", `${mark} ${severity} ${n}   `);
}
