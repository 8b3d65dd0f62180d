// `merlon data`: where data is and where it goes.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { dataOfModel } from "@merlon/app";
import type { Analysis, DataPlacement } from "@merlon/schema";
import { modelArgument, type Command } from "../command.ts";
import type { Context } from "../context.ts";
import { dataJourneyText, dataTable } from "../print/data-text.ts";

export const data: Command = {
  description: "Shows for each kind of data how sensitive it is, whether it is about people, where it rests, which flows carry it, who receives it, and the least trusted place it comes to.",
  arguments: [modelArgument, { name: "[id]", description: "only this kind of data, with its way through the system" }],
  examples: [
    { line: "data examples/webshop", does: "all kinds of data" },
    { line: "data card-number", does: "one kind, in the model that you are in" },
  ],
  json: "An object with `data`: the placement of each kind (docs/reference/schema/analysis.md).",
  async run(input, context) {
    const { model, id } = question(input.args, context.session.cwd);
    const { analysis, data: placements } = await dataOfModel(model, context.session, id);
    return { result: { data: placements }, text: () => textOf(placements, analysis, id, context) };
  },
};

function textOf(data: readonly DataPlacement[], analysis: Analysis, id: string | undefined, { page }: Context): string {
  const [only] = data;
  return id !== undefined && only ? dataJourneyText(only, analysis, page) : dataTable(data, analysis, page);
}

/** One word may be either: it is the model when there is such a path. */
function question([first, second]: readonly (string | undefined)[], cwd: string): { readonly model: string | undefined; readonly id: string | undefined } {
  const onlyId = first !== undefined && second === undefined && /^[a-z][a-z0-9-]*$/.test(first) && !existsSync(resolve(cwd, first));
  return onlyId ? { model: undefined, id: first } : { model: first, id: second };
}
