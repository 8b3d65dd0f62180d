// `merlon diagram`: the data flow diagram as a picture or as text for other tools.
import { resolve } from "node:path";
import { drawDiagram, shownPath, viewOfWord, writeAtomic, type PictureFormat } from "@merlon/app";
import { listOption, modelArgument, textOption, type Command } from "../command.ts";
import { usageError } from "../failure.ts";
import { viewNote } from "../view-option.ts";

const formats: readonly PictureFormat[] = ["svg", "png", "mermaid", "dot"];

export const diagram: Command = {
  description: "Draws the model in the notation of the field: processes, data stores, external entities, nested trust boundaries and labelled flows, with crossings, sensitive and personal data, and the number of threats at each place.",
  arguments: [modelArgument],
  options: [
    { flags: "--view <view>", description: "dfd, personal-data, data:<id>, boundary:<id>, or the name of a view in views.yaml (default: dfd); and, with a second --view or alone, live, target or at:<date>", repeatable: true },
    { flags: "--format <format>", description: "found out from the file's name when left out", choices: formats },
    { flags: "-o, --out <file>", description: "write it to a file" },
  ],
  examples: [
    { line: "diagram examples/webshop -o webshop.svg", does: "the whole model" },
    { line: "diagram --view data:card-number -o cards.png", does: "only where card numbers go" },
    { line: "diagram --view target --view personal-data -o planned.svg", does: "personal data once everything that is planned is there" },
    { line: "diagram --view main -o main.svg", does: "a view of views.yaml, where its positions put everything" },
    { line: "diagram --format mermaid", does: "text for Markdown pages that draw Mermaid" },
  ],
  json: "An object with `view`, `format` and `content` (a PNG as base64), or `file` when it was written to one; with a view in time also `inTime` with what it leaves out.",
  async run(input, { session: whole, io, json }) {
    const out = textOption(input, "out");
    const format = formatOf(textOption(input, "format"), out);
    const { view, inTime } = viewsOf(listOption(input, "view"));
    const session = inTime === undefined ? whole : { ...whole, view: viewOfWord(inTime) };
    if ((format === "png" || format === "svg") && out === undefined && io.outIsTerminal && !json) throw usageError(`A terminal cannot show ${format === "png" ? "a PNG" : "an SVG"}.`, `Write it to a file: -o diagram.${format}.`);
    const { picture, diagnostics, notes: aboutPicture, inTime: leftOut } = await drawDiagram(input.args[0], session, { view, format });
    const notes = [...viewNote(leftOut), ...aboutPicture];
    const result = { view, format, ...(leftOut ? { inTime: leftOut } : {}) };
    if (out !== undefined) {
      await writeAtomic(resolve(session.cwd, out), picture);
      const file = shownPath(out, session.cwd);
      return { result: { ...result, file }, diagnostics, text: () => "", notes: [...notes, `Written: ${file}`] };
    }
    const content = () => Buffer.from(picture).toString(format === "png" ? "base64" : "utf8");
    return { result: json ? { ...result, content: content() } : null, diagnostics, text: () => picture, notes };
  },
};

/** What is drawn, and of which time: one word of each may be said. */
function viewsOf(words: readonly string[]): { readonly view: string; readonly inTime: string | undefined } {
  const isOfTime = (word: string): boolean => word === "live" || word === "target" || word.startsWith("at:");
  const [times, pictures] = [words.filter(isOfTime), words.filter((word) => !isOfTime(word))];
  for (const several of [times, pictures]) if (several.length > 1) throw usageError(`${several.join(" and ")} cannot be drawn in one picture.`, "Draw one after the other.");
  return { view: pictures[0] ?? "dfd", inTime: times[0] };
}

function formatOf(asked: string | undefined, out: string | undefined): PictureFormat {
  const named = formats.find((format) => format === asked);
  if (named) return named;
  const ending = out === undefined ? "svg" : (/\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? "");
  const known: Readonly<Record<string, PictureFormat>> = { svg: "svg", png: "png", mmd: "mermaid", mermaid: "mermaid", dot: "dot", gv: "dot" };
  const found = known[ending];
  if (!found) throw usageError(`It is not clear which picture ${out ?? ""} should be.`, "End the name with .svg, .png, .mmd or .dot, or say --format.");
  return found;
}
