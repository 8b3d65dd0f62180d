// `merlon import`: a file of another tool becomes a model folder, with a loss report.
import { importFormats, importModel } from "@merlon/app";
import { diagnosticsText, lossText } from "@merlon/reports";
import { flagOption, textOption, type Command } from "../command.ts";
import { usageError } from "../failure.ts";

export const importCommand: Command = {
  description: "Reads a model of another tool into a folder and tells what could not be carried over, what was filled in and what was guessed. Importing the same file again keeps ids and everything that people added beside it.",
  arguments: [{ name: "<file>", description: `a file of one of these: ${importFormats.map(({ title }) => title).join(", ")}` }],
  options: [
    { flags: "-o, --out <folder>", description: "the folder to write the model to" },
    { flags: "--format <format>", description: "found out from the content when left out", choices: importFormats.map(({ id }) => id) },
    { flags: "--add", description: "lay this source under the model that the folder holds" },
    { flags: "--force", description: "replace the model that the folder holds" },
    { flags: "--all", description: "list every place in the loss report" },
  ],
  examples: [
    { line: "import shop.json -o models/shop", does: "write models/shop and its loss report" },
    { line: "import shop.otm.yaml -o models/shop --format otm", does: "when the format cannot be told from the content" },
  ],
  json: "An object with `folder`, `report` (source, format, counts, losses, decisions), `written`, `removed` and `kept`.",
  async run(input, { session, page, commandOn }) {
    const [file = ""] = input.args;
    const out = textOption(input, "out");
    if (out === undefined) throw usageError("Where to? An import needs a folder.", `Say it with -o: \`import ${file} -o models/shop\`.`);
    if (flagOption(input, "add") && flagOption(input, "force")) throw usageError("--add keeps the model that is there and --force replaces it.", "Say one of them.");
    const existing = flagOption(input, "add") ? "add" : flagOption(input, "force") ? "replace" : undefined;
    const format = textOption(input, "format");
    const { read, problems, ...result } = await importModel(file, { out, ...(format ? { format } : {}), ...(existing ? { existing } : {}) }, session);
    return {
      result, diagnostics: [...read.diagnostics, ...problems],
      text: () => `${lossText(read, { ...page, all: flagOption(input, "all") })}${diagnosticsText([...read.diagnostics, ...problems], page)}`,
      notes: [...result.kept, `Written: ${result.written.join(", ")}`, `Next: ${commandOn(result.folder)("analyze")}`],
      ...(problems.length > 0 ? { exitCode: 1 as const } : {}),
    };
  },
};
