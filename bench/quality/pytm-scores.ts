// Section (c): pytm's own sample as a Merlon model: how much a person has to look at.
import type { Session } from "@merlon/app";
import type { Section } from "./section.ts";
import { show } from "./shown.ts";

/** Findings of pytm 1.3.1 on the same sample, from its own run: what a list of everything looks like. */
const pytmFindings = 99;

export async function pytmScores(session: Session): Promise<Section> {
  const { items, analysis } = await show("pytm-sample", session);
  const groups = items.filter(({ kind }) => kind === "group");
  const questions = items.filter(({ kind }) => kind === "question");
  return {
    title: "(c) pytm's own sample",
    lines: [
      `${groups.length} groups and ${questions.length} questions in the default view, for ${analysis.threats.length} threats and ${analysis.questions.length} places to answer at, the whole lists and not only the first screen; aim: at most 15 groups and 10 questions. pytm 1.3.1 lists ${pytmFindings} findings for it.`, "",
      `Groups: ${groups.map(({ key, generated }) => `\`${key}\` (${generated.length})`).join(", ")}.`, "",
      `Questions: ${questions.map(({ key, generated }) => `\`${key}\` (decides ${generated.length})`).join(", ")}.`,
    ],
    figures: { groups: groups.length, questions: questions.length, threats: analysis.threats.length },
  };
}
