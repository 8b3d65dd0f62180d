// `merlon ask`: answers open questions.
import {
  answered, answerForm, answerSaver, askableModel, askDialogue, openGroups, readTypedAnswers, rememberedStates, type AnsweredModel, type AskableModel, type AskEnd, type GivenAnswer, type OpenGroup, type TypedAnswers,
} from "@merlon/app";
import { blank, ink, labelled, line, renderLines, roundOf, type Line } from "@merlon/reports";
import type { Depth } from "@merlon/schema";
import { flagOption, listOption, modelArgument, textOption, type Command, type Input, type Outcome } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { changesText } from "../print/change-outcome.ts";
import { counted } from "../print/counts-text.ts";
import { converse, isSomebodyThere } from "../talk/converse.ts";

export const ask: Command = {
  description: "Asks what is not known yet and would change the result, the most important first and one question for all that are alike. Answers are written into the model's files as you go; only the lines that they concern change.",
  arguments: [modelArgument],
  options: [
    { flags: "--answer <key@object=value>", description: "answer one question, or state what nobody asks yet; may be given several times", repeatable: true },
    { flags: "--all-like-it <key=value>", description: "one answer wherever this is asked; may be given several times", repeatable: true },
    { flags: "--as-default", description: "with --all-like-it: state it once, as a default of the boundary that everything lies in" },
    { flags: "--list", description: "print the questions to answer next and ask nothing" },
    { flags: "--all", description: "with --list: print every open question" },
    { flags: "--depth <depth>", description: "ask down to this depth instead of the model's own", choices: ["sketch", "standard", "full"] },
    { flags: "--dry-run", description: "show the changes and write nothing" },
  ],
  examples: [
    { line: "ask examples/webshop", does: "be asked, on a terminal" },
    { line: "ask --list", does: "see what is open" },
    { line: "ask --answer protocol@checkout=https --answer carries@checkout=card-number,order", does: "answer without being asked" },
    { line: "ask --all-like-it audit-logging=yes --as-default", does: "one answer for everything in a boundary" },
  ],
  json: "With --list an object with `questions` and `groups`. Else an object with `answers` (questions, value, and `inside` for a default), `files` (path, `before` and `after`), `opened` and `cleared` (threat ids), `questionsLeft` and whether it was `written`.",
  interactive: true,
  async run(input, context) {
    const model = await askableModel(input.args[0], context.session);
    const depth = (textOption(input, "depth") ?? model.analysis.model.depth) as Depth; // one of the choices
    if (flagOption(input, "list")) return listOutcome(openGroups(model.analysis, depth), model, context, { depth, all: flagOption(input, "all") });
    const typed = typedAnswers(input);
    const dryRun = flagOption(input, "dryRun");
    if (typed.single.length + typed.alike.length > 0) {
      const answers = readTypedAnswers(model, typed, context.session);
      if (!dryRun) await answerSaver(model, context.session)(answers);
      return outcomeOf(model, { answers, leftOpen: [] }, context, { dryRun, depth });
    }
    if (!isSomebodyThere(context)) throw usageError("There is no terminal here to ask questions on.", "See what is open with --list, and answer with --answer key@object=value.");
    return askPerson(model, depth, context, dryRun);
  },
};

async function askPerson(model: AskableModel, depth: Depth, context: Context, dryRun: boolean): Promise<Outcome> {
  const { session } = context;
  if (openGroups(model.analysis, depth).length === 0) return nothingToAsk(model, depth);
  let kept: readonly GivenAnswer[] = [];
  const save = answerSaver(model, session);
  const stateOf = rememberedStates(model.loaded, session);
  const end = await converse(() => askDialogue(depth, stateOf), context, {
    async keep(answers) {
      kept = (answers ?? []) as readonly GivenAnswer[]; // what the dialogue keeps
      if (!dryRun) await save(kept);
    },
  });
  return outcomeOf(model, end ?? { answers: kept, leftOpen: [] }, context, { dryRun, depth });
}

function nothingToAsk({ analysis }: AskableModel, depth: Depth): Outcome {
  const deeper = analysis.counts.deeperQuestions;
  return { result: { answers: [], files: [], opened: [], cleared: [], questionsLeft: 0, written: false }, text: () => `Nothing is open at depth ${depth}.${deeper > 0 && depth !== "full" ? ` ${counted(deeper, "question waits", "questions wait")} deeper: --depth ${depth === "sketch" ? "standard" : "full"}.` : ""}\n` };
}

function typedAnswers(input: Input): TypedAnswers {
  return {
    single: listOption(input, "answer").map((text) => halves(text, "--answer key@object=value")).map(([question, text]) => ({ question, text })),
    alike: listOption(input, "allLikeIt").map((text) => halves(text, "--all-like-it key=value")).map(([key, text]) => ({ key, text })),
    asDefault: flagOption(input, "asDefault"),
  };
}

function halves(text: string, form: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw usageError(`\`${text}\` is no answer.`, `Write it as ${form}.`);
  return [text.slice(0, at).trim(), text.slice(at + 1)];
}

function outcomeOf(model: AskableModel, end: AskEnd, context: Context, { dryRun, depth }: { readonly dryRun: boolean; readonly depth: Depth }): Outcome {
  const done = answered(model, end.answers, context.session, depth);
  const { opened, cleared, questionsLeft } = done.effects;
  const result = {
    answers: end.answers.map(({ questions, value, inside }) => ({ questions, value, ...(inside === undefined ? {} : { inside }) })),
    files: done.change.files, opened: opened.map(({ id }) => id), cleared: cleared.map(({ id }) => id), questionsLeft, written: !dryRun && done.change.files.length > 0,
  };
  const text = () => `${dryRun ? changesText(done.change.files, context.page) : ""}${effectsText(done, end, model, { ...context, depth })}`;
  return { result, text, notes: dryRun ? ["Nothing was written (--dry-run)."] : done.change.files.length === 0 ? ["Nothing was changed."] : [`Written: ${done.change.files.map(({ path }) => path).join(", ")}`] };
}

function effectsText({ effects: { opened, cleared, questionsLeft } }: AnsweredModel, { leftOpen }: AskEnd, { loaded }: AskableModel, { page, commandOn, depth }: Context & { readonly depth: Depth }): string {
  const threats = (title: string, list: typeof opened): readonly Line[] => (list.length === 0 ? [] : [
    line(ink("bold", `${title} ${list.length}`)), ...list.slice(0, 12).map((threat) => line([`${threat.severity}  `, threat.title, ink("dim", `  ${threat.id}`)], 2, 4)),
    ...(list.length > 12 ? [line(`and ${list.length - 12} more`, 2)] : []),
  ]);
  const open = leftOpen.length === 0 ? "" : ` ${counted(leftOpen.length, "was", "were")} left open.`;
  return renderLines([
    ...threats("Threats opened:", opened), ...threats("Threats cleared:", cleared), ...(opened.length + cleared.length === 0 ? [line("No threat was opened or cleared.")] : []), blank,
    line(`${counted(questionsLeft, "question")} left at depth ${depth}.${open} See \`${commandOn(loaded.place.shown)("analyze")}\`.`),
  ], page);
}

function listOutcome(groups: readonly OpenGroup[], { analysis, loaded: { library, place } }: AskableModel, { page, commandOn }: Context, { depth, all }: { readonly depth: Depth; readonly all: boolean }): Outcome {
  const questions = groups.flatMap((group) => group.questions);
  const shown = all ? groups : groups.slice(0, roundOf({ model: { ...analysis.model, depth }, questionGroups: analysis.questionGroups }).length);
  const more = groups.length - shown.length;
  const lines = shown.flatMap(({ text, key, worst, depth, questions: members }): readonly Line[] => [
    labelled(ink("yellow", "? "), text),
    ...members.slice(0, 1).map((first) => line(["answer: ", answerForm(first, library)], 4, 6)),
    line(ink("dim", `${depth}, up to ${worst}${members.length > 1 ? `; all like it: --all-like-it ${key}=…` : ""}`), 4),
    ...members.map(({ id, decides }) => line([ink("cyan", id), ink("dim", `  decides ${counted(decides.length, "threat")}`)], 4, 6)),
  ]);
  return {
    result: { questions, groups: groups.map(({ questions: members, ...group }) => ({ ...group, questions: members.map(({ id }) => id) })) },
    text: () => (lines.length === 0 ? "Nothing is open at this depth.\n" : renderLines([...lines, ...(more > 0 ? [blank, line(ink("dim", `and ${counted(more, "question")} more, which decide less: ${commandOn(place.shown)("ask --list --all")}`))] : [])], page)),
  };
}
