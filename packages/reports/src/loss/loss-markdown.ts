// The whole loss report of an import as Markdown, every place named.
import { code, joinMarkdown, markdown, markdownTable, type Markdown } from "../escape/markdown.ts";
import { placeWords } from "../wording/titles.ts";
import { LOSS_KINDS, lossGroups, lossWords, type LossGroup } from "./loss-groups.ts";
import { countWords, formatWords, type LossSource } from "./loss-text.ts";

export function lossMarkdown(result: LossSource): string {
  const groups = lossGroups(result.losses);
  const rows = LOSS_KINDS.map((kind) => [kind, result.losses.filter((loss) => loss.kind === kind).length, lossWords[kind].meaning]);
  return `${joinMarkdown([
    markdown`# Loss report`, markdown`Read ${formatWords(result)}: ${countWords(result)}.`,
    groups.length === 0 ? "Everything was carried over." : markdownTable(["Kind", "How many", "Meaning"], rows),
    ...LOSS_KINDS.flatMap((kind) => section(kind, groups.filter((group) => group.kind === kind))), ...problems(result),
  ], "\n\n").source}\n`;
}

function section(kind: string, groups: readonly LossGroup[]): readonly Markdown[] {
  if (groups.length === 0) return [];
  const rows = groups.map(({ what, why, places }) => [
    what, why, places.length,
    joinMarkdown(places.map(({ at, object }) => (object === undefined ? code(at) : markdown`${code(at)} (${code(object)})`)), ", "),
  ]);
  return [markdown`## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, markdownTable(["What", "Why", "Times", "Where"], rows)];
}

function problems({ diagnostics }: LossSource): readonly Markdown[] {
  if (diagnostics.length === 0) return [];
  const items = diagnostics.map(({ severity, code: id, message, where, hint }) =>
    markdown`- ${severity} ${code(id)} ${joinMarkdown([message, hint, ...(where ? [code(placeWords(where))] : [])], " ")}`);
  return [markdown`## Problems in the file`, joinMarkdown(items, "\n")];
}
