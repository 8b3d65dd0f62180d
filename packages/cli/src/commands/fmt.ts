// `merlon fmt`: tidies model files.
import { formatFiles } from "@merlon/app";
import { diagnosticsText } from "@merlon/reports";
import { flagOption, type Command } from "../command.ts";
import { counted } from "../print/counts-text.ts";

export const fmt: Command = {
  description: "Tidies the files of a model without changing what they say: indentation, white space, `yes` and `no` for true and false. Comments and order stay.",
  arguments: [{ name: "[paths...]", description: "models or single files; left out, the model that you are in" }],
  options: [{ flags: "--check", description: "write nothing; exit with 1 when a file is not tidy" }],
  examples: [
    { line: "fmt", does: "the model that you are in" },
    { line: "fmt examples/webshop decisions.yaml", does: "a model and a file" },
    { line: "fmt --check models", does: "in a pipeline: exit code 1 when something is not tidy" },
  ],
  json: "An object with `files` (those that were looked at), `changed` (those that were, or are to be, changed) and whether they were `written`.",
  async run(input, { session, page }) {
    const check = flagOption(input, "check");
    const paths = input.args.flat().filter((path) => path !== undefined);
    const { files, changes, diagnostics } = await formatFiles(paths, session, { dryRun: check });
    const broken = diagnostics.some((d) => d.severity === "error");
    const changed = changes.map(({ path }) => path);
    return {
      result: { files, changed, written: !check && changed.length > 0 }, diagnostics,
      text: () => `${diagnosticsText(diagnostics, page)}${changed.map((path) => `${path}\n`).join("")}`,
      notes: [check ? `${counted(changed.length, "file is", "files are")} not tidy, of ${files.length}.` : `${counted(changed.length, "file", "files")} changed, of ${files.length}.`],
      ...(broken ? { exitCode: 2 as const } : check && changed.length > 0 ? { exitCode: 1 as const } : {}),
    };
  },
};
