// `merlon threat add`: a threat that somebody thought of.
import { addThreats, findModel, loadSoundModel, type AddedThreats, type NewThreat } from "@merlon/app";
import { blank, ink, line, renderLines } from "@merlon/reports";
import type { StrideLetter } from "@merlon/schema";
import { flagOption, listOption, modelArgument, textOption, type Command, type CommandGroup, type Input } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { changesText } from "../print/change-outcome.ts";

const add: Command = {
  description: "Writes down a threat that somebody thought of. A sentence is enough; everything else can be added later. Such threats stand beside the generated ones and are never overwritten.",
  arguments: [{ name: "<sentence>", description: "what can go wrong" }, modelArgument],
  options: [
    { flags: "--about <id>", description: "the element, flow or boundary it is about; may be given several times; the model as a whole when left out", repeatable: true },
    { flags: "--stride <letters>", description: "letters of STRIDE, such as I or TI" },
    { flags: "--linddun <category>", description: "a privacy category; may be given several times", repeatable: true },
    { flags: "--cwe <id>", description: "a weakness, such as CWE-319; may be given several times", repeatable: true },
    { flags: "--likelihood <score>", description: "from 1 (rare) to 4 (expected)" },
    { flags: "--consequence <score>", description: "from 1 (minor) to 4 (severe)" },
    { flags: "--by <name>", description: "who thought of it" },
    { flags: "--found <how>", description: "how and when it was found" },
    { flags: "--id <id>", description: "its id; made from the sentence when left out" },
    { flags: "--dry-run", description: "show the changes and write nothing" },
  ],
  examples: [
    { line: "threat add \"A courier learns who bought what\"", does: "in the model that you are in" },
    { line: "threat add \"A courier learns who bought what\" examples/webshop --about web --stride I --by dana", does: "with what is known about it" },
  ],
  json: "An object with `id`, `threat` (as the analysis sees it), `where`, `files` (path, `before`, `after`) and whether it was `written`; with `there` instead of `id` when a threat says the same already.",
  async run(input, context) {
    const { session } = context;
    const dryRun = flagOption(input, "dryRun");
    const loaded = await loadSoundModel(await findModel(input.args[1], session.cwd), session);
    const outcome = await addThreats([threatOf(input)], loaded, session, { dryRun });
    const [added] = outcome.added;
    const [there] = outcome.there;
    return {
      result: { ...(added ?? { there }), files: outcome.change.files, written: !dryRun && added !== undefined },
      text: () => textOf(outcome, context, { dryRun, model: loaded.place.shown, input }), notes: dryRun ? ["Nothing was written (--dry-run)."] : [],
    };
  },
};

export const threat: CommandGroup = {
  description: "Threats that people think of.",
  commands: [{ ...add, name: "add", summary: "write down a threat; a sentence is enough" }],
};

function threatOf(input: Input): NewThreat {
  const title = (input.args[0] ?? "").replace(/\s+/g, " ").trim();
  if (title === "") throw usageError("What can go wrong?", "Say it in a sentence: `threat add \"A courier learns who bought what\"`.");
  const at = listOption(input, "about");
  const stride = [...(textOption(input, "stride") ?? "").toUpperCase().replace(/[\s,]/g, "")];
  const wrong = stride.find((letter) => !/^[STRIDE]$/.test(letter));
  if (wrong !== undefined) throw usageError(`\`${wrong}\` is no letter of STRIDE.`);
  const texts = (["by", "found", "id"] as const).flatMap((name) => (textOption(input, name) === undefined ? [] : [[name, textOption(input, name)]]));
  const lists = (["linddun", "cwe"] as const).flatMap((name) => (listOption(input, name).length === 0 ? [] : [[name, listOption(input, name)]]));
  const [only] = at;
  return {
    title, ...(at.length === 0 ? {} : { at: at.length === 1 && only !== undefined ? only : at }), ...(stride.length === 0 ? {} : { stride: stride as readonly string[] as readonly StrideLetter[] }), // all are letters
    ...Object.fromEntries(lists), ...scoreOf(input, "likelihood"), ...scoreOf(input, "consequence"), ...Object.fromEntries(texts),
  };
}

function scoreOf(input: Input, name: "likelihood" | "consequence"): Partial<Record<typeof name, number>> {
  const text = textOption(input, name);
  if (text === undefined) return {};
  const score = Number(text);
  if (!(score >= 1 && score <= 4)) throw usageError(`\`${text}\` is no ${name}.`, "It is a number from 1 to 4.");
  return { [name]: score };
}

function textOf({ added: [added], there: [there], change }: AddedThreats, { page, commandOn }: Context, { dryRun, model, input }: { readonly dryRun: boolean; readonly model: string; readonly input: Input }): string {
  if (!added) return `There is such a threat already: ${there ?? ""}\n`;
  const { id, threat: { title, severity, target, stride }, where } = added;
  const said = threatOf(input);
  const unsaid = [...(target.kind === "model" ? ["`at`"] : []), ...(stride.length === 0 ? ["`stride`"] : []), ...(said.likelihood === undefined ? ["`likelihood`"] : []), ...(said.consequence === undefined ? ["`consequence`"] : []), "a `statement`"];
  const lines = renderLines([
    line([ink("bold", id), `: ${title}`]), line(`${severity}, at ${target.kind === "model" ? "the model as a whole" : target.title}`, 2), line(`${where.file}:${where.line}`, 2), blank,
    line(`Refine it there: add ${[unsaid.slice(0, -1).join(", "), unsaid.at(-1)].filter((words) => words !== "").join(" and ")} (${where.path ?? id}).`), line(`Decide it: ${commandOn(model)(`decide ${id}`)}`),
  ], page);
  return `${lines}${dryRun ? changesText(change.files, page) : ""}`;
}
