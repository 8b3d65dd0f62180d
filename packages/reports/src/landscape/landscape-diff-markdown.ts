// What became of a landscape as Markdown, for a ticket or a pull request. Empty when nothing changed.
import type { LandscapeDiff } from "@merlon/schema";
import { code, joinMarkdown, markdown, markdownTable, withCode, type Markdown } from "../escape/markdown.ts";
import { placeWords } from "../wording/titles.ts";
import { sentence } from "../wording/counted.ts";
import { boxable } from "./landscape-diff-graph.ts";
import { diffStory, type DiffItem, type DiffSection } from "./landscape-diff-story.ts";
import { diffSentence, isQuiet, leftOutSentence, rangeWords } from "./landscape-diff-words.ts";
import { subjectOf } from "./landscape-graph.ts";
import { ownId } from "./landscape-words.ts";
import { cellWords, dashboardOf, isMoved, levelWords } from "./roll-up-dashboard.ts";
import { feederWords, rollUpWords } from "./roll-up-words.ts";

export interface LandscapeDiffMarkdownOptions {
  /** Every row, instead of the first of each table. */
  readonly all?: boolean;
}

const MOST = 25;
const marks: Readonly<Record<DiffItem["change"], string>> = { added: "+ new", removed: "− gone", changed: "~ changed" };

export function landscapeDiffMarkdown(diff: LandscapeDiff, { all = false }: LandscapeDiffMarkdownOptions = {}): string {
  if (isQuiet(diff)) return "";
  const head = [markdown`## ${diff.title}`, markdown`${subjectOf(boxable(diff))}, ${rangeWords(diff)}.`, markdown`${diffSentence(diff)}`];
  return `${joinMarkdown([...head, ...riskSection(diff, all), ...diffStory(diff).flatMap((section) => sectionOf(section, all)), markdown`${sentence(leftOutSentence(diff))}`], "\n\n").source}\n`;
}

/** How many risks are at which level, and each with what feeds it: those that moved, or all. */
function riskSection(diff: LandscapeDiff, all: boolean): readonly Markdown[] {
  const dashboard = dashboardOf(diff);
  if (!dashboard) return [];
  const { rollUp = [] } = diff;
  const shown = all || rollUp.length <= MOST ? rollUp : rollUp.filter(isMoved);
  const rows = shown.map((risk) => {
    const now = risk.after ?? risk.before!;
    return [joinMarkdown([withCode(now.title), code(now.id.slice("risk:".length))], "<br>"), now.rank ?? "", levelWords(risk), rollUpWords(now), feederWords(now)];
  });
  const rest = rollUp.length - shown.length;
  return [
    markdown`### What risks add up to`, markdownTable(["", ...dashboard.levels], dashboard.rows.map(({ rank, cells }) => [rank, ...cells.map(cellWords)])),
    ...(rows.length === 0 ? [] : [markdownTable(["risk", "rank", "level", "why", "what feeds it"], rows)]), ...(rest === 0 ? [] : [markdown`and ${rest} that did not move, with ${code("--all")}`]),
  ];
}

function sectionOf({ title, items }: DiffSection, all: boolean): readonly Markdown[] {
  const shown = all || items.length <= MOST + 1 ? items : items.slice(0, MOST);
  const more = items.length - shown.length;
  const rows = shown.map(({ change, title: what, object, words, how }) => {
    const own = object && ownId(object);
    return [marks[change], joinMarkdown([withCode(what), ...(own === undefined ? [] : [code(own)])], "<br>"), words, how, object?.where === undefined ? "" : placeWords(object.where)];
  });
  return [markdown`### ${title}`, markdownTable(["", "what", "state, or what is different", "how it hangs together", "where"], rows), ...(more > 0 ? [markdown`and ${more} more, with ${code("--all")}`] : [])];
}
