// `merlon decide`: what people decide about threats and cells.
import { chooseThreatDialogue, confirmDecision, decidableModel, decide as decideOne, decideDialogue, decideMany, findSubject, staleAlike, type DecidableModel, type MadeDecision, type SaidDecision } from "@merlon/app";
import type { DecisionMatch, DecisionState } from "@merlon/schema";
import { flagOption, listOption, textOption, type Command, type Input, type Outcome } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { decisionsText, madeText, resultOf } from "../print/decision-text.ts";
import { stopped } from "../print/stopped.ts";
import { converse, isSomebodyThere } from "../talk/converse.ts";

const states: readonly DecisionState[] = ["open", "mitigate", "accept", "transfer", "avoid", "not-applicable", "false-positive"];

export const decide: Command = {
  description: "Writes what people decided about a threat, or about a cell of a STRIDE table, into decisions.yaml, with the facts it rests on: when one of them changes, the decision is stale and its threat is open again. On a terminal it shows the threat and asks.",
  arguments: [
    { name: "[id]", description: "a threat's id, a cell such as S@checkout or I@checkout+response, or the name of a bulk decision" },
    { name: "[model]", description: "a model's folder or file; left out, the model that you are in" },
  ],
  options: [
    { flags: "--state <state>", description: "what is decided", choices: states },
    { flags: "--reason <text>", description: "why, for somebody who reads it in a year" },
    { flags: "--owner <name>", description: "who sees to it" },
    { flags: "--until <date>", description: "the last day on which it holds, YYYY-MM-DD" },
    { flags: "--due <date>", description: "the day by which it is to be done" },
    { flags: "--because <id>", description: "a control or assumption relied on; may be given several times", repeatable: true },
    { flags: "--ticket <id>", description: "where the work is followed; may be given several times", repeatable: true },
    { flags: "--by <name>", description: "who decided" },
    { flags: "--approved <name>", description: "who agreed; may be given several times", repeatable: true },
    { flags: "--confirm", description: "looked at again, still holds: rest it on the facts of today, or take in what newly matches" },
    { flags: "--alike", description: "with --confirm: also the decisions that went stale for the same reason" },
    { flags: "--match <part=value>", description: "decide everything that matches: rule=, at=, stride=, severity= (and below); may be given several times", repeatable: true },
    { flags: "--name <name>", description: "with --match: what to call the bulk decision" },
    { flags: "--list", description: "print all decisions and how they stand" },
    { flags: "--model <path>", description: "the model, when it is easier to write it last" },
    { flags: "--force", description: "write it although it is not as the policy asks" },
    { flags: "--dry-run", description: "show the changes and write nothing" },
  ],
  examples: [
    { line: "decide plaintext-flow-across-boundary@checkout", does: "be shown the threat and asked, on a terminal" },
    { line: "decide plaintext-flow-across-boundary@checkout --state accept --reason \"Test data only\" --owner team-blue --until 2027-03-31", does: "decide without being asked" },
    { line: "decide S@checkout --state not-applicable --reason \"Nobody is let in here\"", does: "a verdict on a cell" },
    { line: "decide plaintext-flow-across-boundary@checkout --confirm --by dana", does: "after it went stale: it still holds" },
    { line: "decide --match rule=boundary-open-to-floods --state transfer --reason \"The provider absorbs them\" --owner ops --until 2027-03-31", does: "many at once" },
    { line: "decide --list", does: "what was decided, and what wants another look" },
  ],
  json: "With --list an object with `decisions` and their state. Else an object with `made`: for each decision its `key`, the `decision`, the one `before`, its `states`; with `files` (path, `before`, `after`) and whether they were `written`.",
  interactive: true,
  async run(input, context) {
    const { id, path } = subjectAndModel(input);
    const model = await decidableModel(path, context.session);
    if (flagOption(input, "list")) return { result: { decisions: model.analysis.decisions }, text: () => decisionsText(model.analysis, context.page) };
    const dryRun = flagOption(input, "dryRun");
    const options = { dryRun, force: flagOption(input, "force") };
    const match = matchOf(input);
    const name = textOption(input, "name");
    if (match) return outcomeOf([await decideMany(match, needed(input), model, context.session, { ...options, ...(name === undefined ? {} : { name }) })], context, dryRun);
    if (flagOption(input, "confirm")) return outcomeOf(await confirmAll(wanted(id), model, input, context), context, dryRun);
    if (textOption(input, "state") !== undefined) return outcomeOf([await decideOne(findSubject(wanted(id), model, context.session), needed(input), model, context.session, options)], context, dryRun);
    if (!isSomebodyThere(context)) throw usageError("What is decided?", "Say it with --state and --reason; see --help.");
    return askPerson(id, model, context, dryRun);
  },
};

/** With --list and --match, one word is the model. */
function subjectAndModel(input: Input): { readonly id: string | undefined; readonly path: string | undefined } {
  const [first, second] = input.args;
  const asked = textOption(input, "model");
  if (flagOption(input, "list") || listOption(input, "match").length > 0) {
    if (second !== undefined) throw usageError(`\`${first ?? ""}\` is one word too many here.`, "With --list and --match only the model is named.");
    return { id: undefined, path: asked ?? first };
  }
  return { id: first, path: asked ?? second };
}

function wanted(id: string | undefined): string {
  if (id === undefined) throw usageError("Which threat?", "Name a threat's id, or a cell such as S@checkout; `merlon analyze` lists them.");
  return id;
}

function matchOf(input: Input): DecisionMatch | undefined {
  const parts = listOption(input, "match");
  if (parts.length === 0) return undefined;
  const entries = parts.map((part) => /^(rule|at|stride|severity)=(.+)$/.exec(part) ?? part);
  const wrong = entries.find((entry) => typeof entry === "string");
  if (typeof wrong === "string") throw usageError(`\`${wrong}\` matches nothing.`, "Write rule=…, at=…, stride=… or severity=….");
  const match = Object.fromEntries(entries.map((entry) => [entry[1] ?? "", entry[2] ?? ""]));
  const { stride = "S", severity = "low" } = match;
  if (!/^[STRIDE]$/.test(stride)) throw usageError(`\`${stride}\` is no letter of STRIDE.`);
  if (!["info", "low", "medium", "high", "critical"].includes(severity)) throw usageError(`\`${severity}\` is no severity.`, "They are info, low, medium, high and critical.");
  return match;
}

function needed(input: Input): SaidDecision {
  const state = textOption(input, "state") as DecisionState | undefined; // one of the choices
  if (state === undefined) throw usageError("What is decided?", `Say it with --state: ${states.join(", ")}.`);
  return { state, ...saidParts(input) };
}

function saidParts(input: Input): Omit<SaidDecision, "state"> {
  const texts = ["reason", "owner", "until", "due", "by"] as const;
  const lists = [["because", "because"], ["ticket", "tickets"], ["approved", "approved"]] as const;
  return {
    ...Object.fromEntries(texts.flatMap((name) => (textOption(input, name) === undefined ? [] : [[name, textOption(input, name)]]))),
    ...Object.fromEntries(lists.flatMap(([name, key]) => (listOption(input, name).length === 0 ? [] : [[key, listOption(input, name)]]))),
  };
}

/** One after the other, each on what the one before wrote. */
async function confirmAll(id: string, model: DecidableModel, input: Input, { session }: Context): Promise<readonly MadeDecision[]> {
  if (textOption(input, "state") !== undefined) throw usageError("--confirm keeps what is decided, so --state has no place beside it.");
  const options = { dryRun: flagOption(input, "dryRun"), force: flagOption(input, "force"), ...saidParts(input) };
  const made = [await confirmDecision(id, model, session, options)];
  const alike = flagOption(input, "alike") ? staleAlike(id, model) : [];
  for (const other of alike) {
    const now = { loaded: made.at(-1)?.change.after ?? model.loaded, analysis: model.analysis };
    made.push(await confirmDecision(other, now, session, options));
  }
  return made;
}

async function askPerson(id: string | undefined, model: DecidableModel, context: Context, dryRun: boolean): Promise<Outcome> {
  const { session } = context;
  if (id === undefined && !model.analysis.threats.some(({ status }) => status === "open")) return { result: { made: [], files: [], written: false }, text: () => "No threat is open.\n" };
  const chosen = id ?? (await converse(() => chooseThreatDialogue(model.analysis.threats), context));
  if (chosen === undefined) return stopped("Nothing was written.");
  const subject = findSubject(chosen, model, session);
  const said = await converse(() => decideDialogue(subject, model, session.at), context);
  return said === undefined ? stopped("Nothing was written.") : outcomeOf([await decideOne(subject, said, model, session, { dryRun })], context, dryRun);
}

function outcomeOf(made: readonly MadeDecision[], context: Context, dryRun: boolean): Outcome {
  return {
    result: resultOf(made, dryRun), diagnostics: made.flatMap(({ diagnostics }) => diagnostics), text: () => madeText(made, context, dryRun),
    notes: dryRun ? ["Nothing was written (--dry-run)."] : [],
  };
}
