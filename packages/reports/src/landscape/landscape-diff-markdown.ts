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

export interface LandscapeDiffMarkdownOptions {
  /** Every row, instead of the first of each table. */
  readonly all?: boolean;
}

const MOST = 25;
const marks: Readonly<Record<DiffItem["change"], string>> = { added: "+ new", removed: "− gone", changed: "~ changed" };

export function landscapeDiffMarkdown(diff: LandscapeDiff, { all = false }: LandscapeDiffMarkdownOptions = {}): string {
  if (isQuiet(diff)) return "";
  const head = [markdown`## ${diff.title}`, markdown`${subjectOf(boxable(diff))}, ${rangeWords(diff)}.`, markdown`${diffSentence(diff)}`];
  return `${joinMarkdown([...head, ...diffStory(diff).flatMap((section) => sectionOf(section, all)), markdown`${sentence(leftOutSentence(diff))}`], "\n\n").source}\n`;
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
