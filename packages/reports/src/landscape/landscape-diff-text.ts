// What became of a landscape, for a terminal.
import type { LandscapeDiff } from "@merlon/schema";
import { heading } from "../summary/summary-options.ts";
import { blank, ink, labelled, line, renderLines, type Line, type Page } from "../terminal/lines.ts";
import type { Ink } from "../terminal/style.ts";
import { renderTable } from "../terminal/table.ts";
import { sentence } from "../wording/counted.ts";
import { boxable } from "./landscape-diff-graph.ts";
import { diffStory, type DiffItem } from "./landscape-diff-story.ts";
import { diffSentence, leftOutSentence, rangeWords } from "./landscape-diff-words.ts";
import { subjectOf } from "./landscape-graph.ts";
import type { LandscapeTextOptions } from "./landscape-text.ts";
import { ownId } from "./landscape-words.ts";
import { cellWords, dashboardOf, type Dashboard } from "./roll-up-dashboard.ts";

const MOST = 8;
const looks: Readonly<Record<DiffItem["change"], readonly [mark: string, ink: Ink]>> = { added: ["+ ", "green"], removed: ["− ", "red"], changed: ["~ ", "yellow"] };

export function landscapeDiffText(diff: LandscapeDiff, options: LandscapeTextOptions): string {
  const sections = diffStory(diff).flatMap(({ title, items }) => {
    const shown = options.all || items.length <= MOST + 1 ? items : items.slice(0, MOST);
    const more = items.length - shown.length;
    return [blank, heading(title), ...shown.flatMap(itemLines), ...(more > 0 ? [line(ink("dim", `and ${more} more, with --all`), 2)] : [])];
  });
  const dashboard = dashboardOf(diff);
  const rest = sentence(leftOutSentence(diff));
  const top = renderLines([
    line([ink("bold", diff.title), ink("dim", `  ${subjectOf(boxable(diff))}, ${rangeWords(diff)}`)]), line(diffSentence(diff)),
    ...(sections.length === 0 || !dashboard ? [] : [blank, heading("What risks add up to")]),
  ], options);
  return `${top}${sections.length === 0 || !dashboard ? "" : dashboardTable(dashboard, options)}${renderLines([...sections, ...(rest === "" || sections.length === 0 ? [] : [blank, line(ink("dim", rest))])], options)}`;
}

function dashboardTable({ levels, rows }: Dashboard, page: Page): string {
  return renderTable([{ title: "" }, ...levels.map((title) => ({ title, align: "right" as const }))], rows.map(({ rank, cells }) => ({ cells: [[rank], ...cells.map((cell) => [cellWords(cell)])] })), page, 2);
}

function itemLines({ change, title, object, words, how }: DiffItem): readonly Line[] {
  const [mark, colour] = looks[change];
  const own = object && ownId(object);
  return [
    labelled(ink(colour, mark), [title, words === "" ? "" : ink("dim", ` (${words})`), own === undefined ? "" : ink("cyan", `  ${own}`)], 2),
    ...(how === "" ? [] : [line(ink("dim", how), 4)]),
  ];
}
