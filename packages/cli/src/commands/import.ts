// `merlon import`: a file of another tool becomes a model folder, with a loss report.
import { importFormats, importModel, type ImportedModel } from "@merlon/app";
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
    { line: "import shop.tm7 -o models/shop", does: "a Microsoft model with its template as rules beside it" },
    { line: "import azure.tb7 -o rules/azure", does: "a Microsoft template as a rule pack" },
  ],
  json: "An object with `folder`, `holds` (`model`, or `pack` for a file of rules), `report` (source, format, counts, losses, decisions), `written`, `removed` and `kept`.",
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
      notes: [...result.kept, writtenNote(result), nextNote(result, commandOn)],
      ...(problems.length > 0 ? { exitCode: 1 as const } : {}),
    };
  },
};

function writtenNote({ folder, holds, written }: Pick<ImportedModel, "folder" | "holds" | "written">): string {
  return holds === "pack" ? `Written: ${folder} with ${written.length} files` : `Written: ${written.join(", ")}`;
}

function nextNote({ folder, holds }: Pick<ImportedModel, "folder" | "holds">, commandOn: (folder: string) => (command: string) => string): string {
  return holds === "pack" ? `Next: name it in the \`packs\` of a model, as a path from there that starts with ./ or ../` : `Next: ${commandOn(folder)("analyze")}`;
}
