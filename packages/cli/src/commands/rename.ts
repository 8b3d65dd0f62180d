// `merlon rename`: another id for an object, everywhere at once.
import { renameObject } from "@merlon/app";
import { flagOption, modelArgument, type Command } from "../command.ts";
import { changeOutcome } from "../print/change-outcome.ts";

export const rename: Command = {
  description: "Gives an element, flow, boundary, data, control, assumption, threat or risk another id: where it is defined, in every reference to it and in decisions. The old id is kept under `formerly`, so that decisions and links elsewhere still lead to it.",
  arguments: [{ name: "<old>", description: "the id it has" }, { name: "<new>", description: "the id it gets: a lower-case letter, then letters, digits and hyphens" }, modelArgument],
  options: [
    { flags: "--confirm", description: "the rename was made by hand: only keep the old id under `formerly`, so that its decisions follow" },
    { flags: "--dry-run", description: "show the changes and write nothing" },
  ],
  examples: [
    { line: "rename web web-shop", does: "in the model that you are in" },
    { line: "rename web web-shop examples/webshop --dry-run", does: "see which lines would change" },
    { line: "rename orders-db order-store --confirm", does: "confirm what `diff` or `analyze` proposes" },
  ],
  json: "An object with `from`, `to`, `files` (path, `before` and `after` of each that changes) and whether they were `written`.",
  async run(input, context) {
    const [from = "", to = "", model] = input.args;
    const dryRun = flagOption(input, "dryRun");
    const confirm = flagOption(input, "confirm");
    const change = await renameObject(from, to, model, context.session, { dryRun, confirm });
    const done = confirm ? `\`${to}\` was \`${from}\` before: what was decided about it counts again.` : `\`${from}\` is called \`${to}\` now.`;
    return changeOutcome(change, context, { dryRun, result: { from, to }, done });
  },
};
