// What a newcomer may try after the first report: the commands that go on from what they just saw.
import type { AnalysedModel } from "@merlon/app";
import { ink, line, renderLines, type Line } from "@merlon/reports";
import type { Context } from "../context.ts";

export function tryNextText(models: readonly AnalysedModel[], { page, commandOn }: Context): string {
  const [model] = models;
  if (!model) return "";
  const on = commandOn(model.loaded.place.shown);
  const [threat] = model.analysis.threats;
  return renderLines([
    line(ink("bold", "Try next")),
    ...(threat ? step(on(`explain ${threat.id}`), "why this threat is there, and what would clear it") : []),
    ...step(on("stride"), "every trust boundary, cell by cell"),
    ...(model.analysis.questions.length > 0 ? step(on("ask"), "answer the open questions") : []),
    ...(/(?:^|\/)examples\//.test(model.loaded.place.shown) ? step(commandOn(undefined)("init my-model"), "a first model of your own") : []),
  ], page);
}

function step(command: string, does: string): readonly Line[] {
  return [line([ink("cyan", command)], 2, 6), line(ink("dim", does), 6)];
}
