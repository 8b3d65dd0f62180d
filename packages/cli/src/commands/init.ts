// `merlon init`: the first files of a model.
import { resolve } from "node:path";
import { answersHelp, assertFreshFolder, exampleAnswers, initModel, interviewDialogue, readAnswers, readText, shownPath, type InitialisedModel, type InterviewAnswers } from "@merlon/app";
import { blank, line, renderLines } from "@merlon/reports";
import { flagOption, textOption, type Command, type Input, type Outcome } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { countsText } from "../print/counts-text.ts";
import { stopped } from "../print/stopped.ts";
import { converse, isSomebodyThere } from "../talk/converse.ts";

export const init: Command = {
  description: "Writes a first model into a folder: a small one to change, or with --from-questions one made from your answers to some plain questions. Never overwrites anything.",
  arguments: [{ name: "[folder]", description: "where to; left out, the folder that you are in" }],
  options: [
    { flags: "--from-questions", description: "ask in plain words what the system is, and make the model from the answers" },
    { flags: "--answers <file>", description: "the answers to these questions as a JSON or YAML file, where nobody can be asked" },
    { flags: "--example-answers", description: "print such a file, and what may stand in it" },
    { flags: "--dry-run", description: "print the model and write nothing" },
  ],
  examples: [
    { line: "init models/shop", does: "a small model to change, in a new folder" },
    { line: "init --from-questions", does: "for your first threat model: answer about fifteen questions" },
    { line: "init --example-answers > answers.json", does: "a file of answers to fill in" },
    { line: "init models/portal --answers answers.json", does: "the same model without being asked" },
  ],
  json: "An object with `folder`, `id`, `title`, `files` (path and purpose of each), `model` (the text of model.yaml), `counts` and `next` of its analysis, and whether it was `written`.",
  interactive: true,
  async run(input, context) {
    if (flagOption(input, "exampleAnswers")) return exampleOutcome();
    const [folder] = input.args;
    const { session } = context;
    await assertFreshFolder(folder, session);
    const answers = await answersFrom(input, context);
    if (answers === "stopped") return stopped("Nothing was written.");
    const dryRun = flagOption(input, "dryRun");
    const made = await initModel(folder, { dryRun, ...(answers === undefined ? {} : { answers }) }, session);
    const { text, analysis, ...rest } = made;
    return {
      result: { ...rest, model: text, counts: analysis.counts, next: analysis.next, written: !dryRun },
      text: () => (dryRun ? text : context.quiet ? "" : summary(made, context)),
      ...(dryRun ? { notes: [`Would be written: ${made.files.map(({ path }) => path).join(", ")}`] } : {}),
    };
  },
};

async function answersFrom(input: Input, context: Context): Promise<InterviewAnswers | "stopped" | undefined> {
  const file = textOption(input, "answers");
  if (file !== undefined) return readAnswers(shownPath(file, context.session.cwd), await readText(resolve(context.session.cwd, file), shownPath(file, context.session.cwd)));
  if (!flagOption(input, "fromQuestions")) return undefined;
  if (!isSomebodyThere(context)) {
    throw usageError("There is no terminal here to ask questions on.", "Give the answers as a file with --answers; `merlon init --example-answers` prints one.");
  }
  return (await converse(interviewDialogue, context)) ?? "stopped";
}

function exampleOutcome(): Outcome {
  return { result: exampleAnswers, text: () => `${JSON.stringify(exampleAnswers, undefined, 2)}\n`, notes: ["", ...answersHelp(), "", "Leave out what nobody knows, or say `unknown`."] };
}

function summary({ folder, title, files, analysis }: InitialisedModel, { page, commandOn }: Context): string {
  const command = commandOn(folder);
  const width = Math.max(...files.map(({ path }) => path.length));
  const crossings = (id: string) => analysis.crossings.filter((crossing) => crossing.boundary === id).length;
  const [boundary] = [...analysis.boundaries].sort((a, b) => crossings(b.id) - crossings(a.id) || b.members.length - a.members.length);
  const next: readonly (readonly [string, string])[] = [
    [command("analyze"), "what can go wrong"], [command("ask"), "answer what is not known yet"],
    ...(boundary === undefined ? [] : [[command(`think ${boundary.id}`), "think for yourself before you look"] as const]), [command("diagram"), "a picture of it"],
  ];
  const wide = Math.max(...next.map(([words]) => words.length));
  return renderLines([
    line(`Written: ${title}`), ...files.map((file) => line([file.path.padEnd(width + 2), file.for], 2, width + 4)), blank,
    line(countsText(analysis)), blank, line("Next:"),
    ...next.map(([words, does]) => line([words.padEnd(wide + 2), does], 2, wide + 4)),
  ], page);
}
