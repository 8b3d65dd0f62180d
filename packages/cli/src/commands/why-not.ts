// `merlon why-not`: why a rule does not fire at one place.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { explainThreat } from "@merlon/app";
import { explanationText } from "@merlon/reports";
import { modelArgument, textOption, type Command } from "../command.ts";
import { usageError } from "../failure.ts";
import { draftNote } from "../print/draft-note.ts";

export const whyNot: Command = {
  description: "Shows which condition of a rule is false, or not known, at one place, so that no threat is there. The counterpart of `explain`.",
  arguments: [
    { name: "<rule>", description: "a rule's id, or `rule@target` in one word" },
    { name: "[target]", description: "the element, flow or boundary, or `model`; left out when the rule says it" },
    modelArgument,
  ],
  options: [{ flags: "--model <path>", description: "the model, when it is easier to write it last" }],
  examples: [
    { line: "why-not plaintext-flow-across-boundary checkout", does: "which condition does not hold" },
    { line: "why-not plaintext-flow-across-boundary@checkout examples/webshop", does: "the same in one word, and another folder" },
  ],
  json: "The explanation (docs/reference/schema/explanation.md), with the outcome that the rule has there.",
  async run(input, context) {
    const asked = textOption(input, "model");
    const { id, model } = question(input.args, asked === undefined ? context.session.cwd : undefined);
    const { loaded, explanation, draft } = await explainThreat(id, asked ?? model, context.session);
    return { result: explanation, text: () => explanationText(explanation, { ...context.page, command: context.commandOn(loaded.place.shown) }), notes: draft ? [draftNote] : [] };
  },
};

/** `cwd`: where the last word may turn out to be a model instead of a target. */
function question(args: readonly (string | undefined)[], cwd: string | undefined): { readonly id: string; readonly model: string | undefined } {
  const [rule = "", target, model] = args;
  if (rule.includes("@")) {
    if (model !== undefined) throw usageError(`\`${rule}\` names its target already.`, "After it comes only the model.");
    return { id: rule, model: target };
  }
  if (target === undefined) throw usageError(`Where? \`why-not ${rule}\` needs a target.`, "Name an element, a flow or a boundary, or `model`.");
  if (model === undefined && cwd !== undefined && isModel(resolve(cwd, target))) throw usageError(`Where? \`${target}\` is a model, and the target is missing.`, `Name an element, a flow or a boundary between them: \`why-not ${rule} <target> ${target}\`.`);
  return { id: `${rule}@${target}`, model };
}

function isModel(path: string): boolean {
  return /\.(?:ya?ml|json)$/.test(path) ? existsSync(path) : ["model.yaml", "model.yml", "model.json"].some((name) => existsSync(join(path, name)));
}
