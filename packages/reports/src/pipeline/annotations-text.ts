// Problems as workflow commands of GitHub Actions, which show each beside its line. Nothing that a model says can become a command of its own.
import { oneLine } from "../escape/visible.ts";
import { worstFirst, type PipelineOptions, type PipelineProblem, type PipelineSuite } from "./pipeline-problem.ts";
import { repositoryPath } from "./repository-path.ts";

/** A line for each problem, worst first: the platform shows ten of each level. */
export function annotationsText(suites: readonly PipelineSuite[], { root = "" }: PipelineOptions = {}): string {
  const problems = worstFirst(suites.flatMap((suite) => suite.problems));
  return problems.map((problem) => `${commandOf(problem, root)}\n`).join("");
}

const commands: Readonly<Record<PipelineProblem["level"], string>> = { error: "error", warning: "warning", note: "notice" };

function commandOf({ level, title, lines, where }: PipelineProblem, root: string): string {
  const place = where === undefined ? [] : [`file=${property(repositoryPath(where.file, root))}`, `line=${where.line}`, `col=${where.column}`];
  const message = lines.length === 0 ? [title] : lines;
  return `::${commands[level]} ${[...place, `title=${property(title)}`].join(",")}::${message.map(data).join("%0A")}`;
}

function data(text: string): string {
  return oneLine(text).replaceAll("%", "%25");
}

/** Colons and commas would end it. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
