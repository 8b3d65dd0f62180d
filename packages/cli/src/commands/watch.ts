// `merlon watch`: at every save of a model, what it changed.
import { timeLimit, watchModel } from "@merlon/app";
import { flagOption, modelArgument, type Command } from "../command.ts";
import { watchedLine, watchedText } from "../print/watched.ts";
import { sessionInView, viewOption } from "../view-option.ts";

export const watch: Command = {
  description: "Reads the model again at every save and tells what that changed: threats that came and went, decisions, questions, exposure, and what is wrong with the files. A state with errors is told, and the next one without is compared with the last one without. Ctrl-C ends it.",
  arguments: [modelArgument],
  options: [
    viewOption,
    { flags: "--all", description: "list everything instead of the first few" },
    { flags: "--poll", description: "look again and again instead of waiting to be told, for disks of other machines" },
  ],
  examples: [
    { line: "watch examples/webshop", does: "beside your editor" },
    { line: "watch --json", does: "for a program: a line of JSON for each change" },
    { line: "watch --view target", does: "with everything that is planned" },
  ],
  json: "One envelope on a line for each thing that happens. The first state gives what `analyze` gives (`merlon/analyze/1`), a change what `diff` gives (`merlon/diff/1`), against the last state without errors. With errors `ok` is false and `result` null (`merlon/watch/1`), and the errors are the `diagnostics`.",
  endless: true,
  async run(input, context) {
    const { io, json, quiet, session } = context;
    const inView = sessionInView(session, input);
    const renewed = () => ({ ...inView, limit: timeLimit(context.seconds), progress: () => undefined });
    const signal = io.untilInterrupted?.() ?? new AbortController().signal;
    for await (const event of watchModel(input.args[0], { poll: flagOption(input, "poll"), signal }, renewed)) {
      io.out(json ? watchedLine(event) : watchedText(event, { ...context.page, all: flagOption(input, "all") }));
      if (event.kind === "start" && !json && !quiet) io.err(`Watching ${event.now.loaded.place.shown}. Ctrl-C ends it.\n`);
    }
    return { result: null, text: () => "" };
  },
};
