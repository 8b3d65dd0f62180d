// `merlon data`: where data is and where it goes.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { dataOfModel } from "@merlon/app";
import type { Analysis, DataPlacement } from "@merlon/schema";
import { modelArgument, type Command } from "../command.ts";
import type { Context } from "../context.ts";
import { dataJourneyText, dataTable } from "../print/data-text.ts";
import { sessionInView, viewNote, viewOption } from "../view-option.ts";

export const data: Command = {
  description: "Shows for each kind of data how sensitive it is, whether it is about people, where it rests, which flows carry it, who receives it, and the least trusted place it comes to.",
  arguments: [{ name: "[id]", description: "only this kind of data, with its way through the system; a path is taken for the model" }, modelArgument],
  options: [viewOption],
  examples: [
    { line: "data examples/webshop", does: "all kinds of data" },
    { line: "data card-number examples/webshop", does: "one kind" },
    { line: "data card-number", does: "one kind, in the model that you are in" },
    { line: "data --view at:2027-01-01", does: "where data will be on that day" },
  ],
  json: "An object with `data`: the placement of each kind (docs/reference/schema/analysis.md), and with --view also `view` with what it leaves out.",
  async run(input, context) {
    const { model, id } = question(input.args, context.session.cwd);
    const { analysis, data: placements } = await dataOfModel(model, sessionInView(context.session, input), id);
    const { view } = analysis;
    return { result: { data: placements, ...(view ? { view } : {}) }, text: () => textOf(placements, analysis, id, context), notes: viewNote(view) };
  },
};

function textOf(data: readonly DataPlacement[], analysis: Analysis, id: string | undefined, { page }: Context): string {
  const [only] = data;
  return id !== undefined && only ? dataJourneyText(only, analysis, page) : dataTable(data, analysis, page);
}

/** One word may be either: it is the model when it looks like a path or there is such a path. */
function question([first, second]: readonly (string | undefined)[], cwd: string): { readonly model: string | undefined; readonly id: string | undefined } {
  if (first === undefined) return { model: undefined, id: undefined };
  if (second === undefined) return isPath(first, cwd) ? { model: first, id: undefined } : { model: undefined, id: first };
  // the model was written first: taken, because only one of the two can be a path
  return isPath(first, cwd) && !isPath(second, cwd) ? { model: first, id: second } : { model: second, id: first };
}

function isPath(word: string, cwd: string): boolean {
  return !/^[a-z][a-z0-9-]*$/.test(word) || existsSync(resolve(cwd, word));
}
