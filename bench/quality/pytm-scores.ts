// Section (c): pytm's own sample as a Merlon model: how much a person has to look at.
import type { Session } from "@merlon/app";
import type { Section } from "./section.ts";
import { show } from "./shown.ts";

/** Findings of pytm 1.3.1 on the same sample, from its own run: what a list of everything looks like. */
const pytmFindings = 99;

export async function pytmScores(session: Session): Promise<Section> {
  const { items, analysis } = await show("pytm-sample", session);
  const groups = items.filter(({ kind }) => kind === "group");
  const all = items.filter(({ kind }) => kind === "question");
  const questions = all.filter(({ folded }) => folded !== true);
  return {
    title: "(c) pytm's own sample",
    lines: [
      `${groups.length} groups and ${questions.length} questions in the default view, for ${analysis.threats.length} threats; aim: at most 15 groups and 10 questions. The default view is what the summary and the reports show unfolded: all groups, and the ten questions that decide most. ${all.length - questions.length} more questions of the model's depth are folded behind them; with those that are deeper there are ${analysis.questions.length} places to answer at. pytm 1.3.1 lists ${pytmFindings} findings for it.`, "",
      `Groups: ${groups.map(({ key, generated }) => `\`${key}\` (${generated.length})`).join(", ")}.`, "",
      `Questions shown: ${questions.map(({ key, generated }) => `\`${key}\` (decides ${generated.length})`).join(", ")}.`,
    ],
    figures: { "groups": groups.length, "questions": questions.length, "questions folded": all.length - questions.length, "threats": analysis.threats.length },
  };
}
