// `merlon think`: people think first, then see what the rules found.
import { resolve } from "node:path";
import { addThreats, readIdeas, readText, revealLines, shownPath, thinkDialogue, thinkTopic, type AddedThreats, type Compared, type ThinkEnd, type ThinkTopic } from "@merlon/app";
import { blank, ink, line, renderLines } from "@merlon/reports";
import { flagOption, modelArgument, textOption, type Command, type Input, type Outcome } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { changesText } from "../print/change-outcome.ts";
import { stopped } from "../print/stopped.ts";
import { converse, isSomebodyThere } from "../talk/converse.ts";

export const think: Command = {
  description: "Keeps people thinking: shows a trust boundary, what crosses it and which data is there, and asks what could go wrong, before it reveals what the rules found. One person or several in turns. What only people found is kept in the model, with who found it.",
  arguments: [{ name: "<boundary>", description: "the id of a trust boundary" }, modelArgument],
  options: [
    { flags: "--answers <file>", description: "the ideas as a JSON or YAML file, where nobody can be asked" },
    { flags: "--card", description: "only show the boundary" },
    { flags: "--dry-run", description: "show the changes and write nothing" },
  ],
  examples: [
    { line: "think shop-vpc examples/webshop", does: "alone or in a group, on a terminal" },
    { line: "think shop-vpc --answers ideas.json", does: "with ideas that were collected elsewhere" },
    { line: "think shop-vpc --card", does: "the boundary, for a handout" },
  ],
  json: "An object with `boundary`, `people`, `both` and `onlyPeople` (text, by, and the threat that it is), `perhaps` (proposals that nobody confirmed), `onlyRules` (threat ids), `added` (ids of new threats), `files` and whether they were `written`.",
  interactive: true,
  async run(input, context) {
    const [boundary = "", model] = input.args;
    const topic = await thinkTopic(boundary, model, context.session);
    const card = () => renderLines([line(ink("bold", topic.title)), ...topic.card.map((text) => line(text.trimStart(), text.length - text.trimStart().length))], context.page);
    if (flagOption(input, "card")) return { result: { boundary: topic.boundary, card: topic.card }, text: card };
    const end = await endOf(input, topic, context);
    if (end === "stopped") return stopped("Nothing was written.");
    const dryRun = flagOption(input, "dryRun");
    const found = `think session ${context.session.at}`;
    const threats = end.kept.map(({ text, by, at = [], stride }) => ({ title: text, ...(at.length === 1 && at[0] !== undefined ? { at: at[0] } : at.length > 0 ? { at } : {}), ...(stride ? { stride } : {}), ...(by === undefined ? {} : { by }), found }));
    const added = await addThreats(threats, topic.loaded, context.session, { dryRun });
    return outcomeOf(end, topic, added, context, { dryRun, told: textOption(input, "answers") === undefined });
  },
};

async function endOf(input: Input, topic: ThinkTopic, context: Context): Promise<ThinkEnd | "stopped"> {
  const file = textOption(input, "answers");
  const { cwd } = context.session;
  if (file !== undefined) return readIdeas(shownPath(file, cwd), await readText(resolve(cwd, file), shownPath(file, cwd)), topic);
  if (!isSomebodyThere(context)) throw usageError("There is no terminal here to think on.", "Give the ideas as a file with --answers, or see the boundary with --card.");
  return (await converse(() => thinkDialogue(topic), context)) ?? "stopped";
}

/** `told`: the person saw the comparison already. */
function outcomeOf({ people, result }: ThinkEnd, topic: ThinkTopic, { added, there, change }: AddedThreats, { page, commandOn }: Context, { dryRun, told }: { readonly dryRun: boolean; readonly told: boolean }): Outcome {
  const flat = ({ idea, same, perhaps }: Compared) => ({ ...idea, ...(same === undefined ? {} : { same }), ...(perhaps ? { perhaps } : {}) });
  const command = commandOn(topic.loaded.place.shown);
  const lines = [
    ...(told ? [] : revealLines(result).map((text) => line(text.trimStart(), text.length - text.trimStart().length))),
    ...(added.length === 0 ? [] : [blank, line(ink("bold", `${dryRun ? "To be kept" : "Kept"} in the model: ${added.length}`)), ...added.map(({ id, where, threat }) => line([ink("cyan", id), `  ${threat.title}`, ink("dim", `  ${where.file}:${where.line}`)], 2, 4))]),
    ...(there.length === 0 ? [] : [line(`In the model already: ${there.join(", ")}`)]), blank,
    line(`All threats there: ${command(`stride --boundary ${topic.boundary}`)}`),
  ];
  return {
    result: {
      boundary: topic.boundary, people, both: result.both.map(flat), onlyPeople: result.onlyPeople.map(flat), perhaps: result.perhaps.map(flat), onlyRules: result.onlyRules.map(({ id }) => id),
      added: added.map(({ id }) => id), files: change.files, written: !dryRun && change.files.length > 0,
    },
    text: () => `${renderLines(lines, page)}${dryRun ? changesText(change.files, page) : ""}`, notes: dryRun ? ["Nothing was written (--dry-run)."] : [],
  };
}
