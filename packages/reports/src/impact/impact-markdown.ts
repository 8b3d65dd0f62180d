// The body of the one comment that a pull request gets: what matters first, the rest folded, within what a comment may hold. Empty when there is nothing to say.
import type { Impact } from "@merlon/schema";
import { code, escapeMarkdown, joinMarkdown, markdown, markdownTable, withCode, type Markdown } from "../escape/markdown.ts";
import { sentence } from "../wording/counted.ts";
import { severityLooks } from "../wording/severity.ts";
import { fillSections, type Block, type Written } from "./fill-sections.ts";
import { countRows, impactSentence, unchangedSentence, versionWords } from "./impact-counts.ts";
import { remedyWords } from "./remedy-words.ts";
import { storyOf, type StoryItem, type StorySection, type Tone } from "./story.ts";
import { toldTogether } from "./told-together.ts";

export interface ImpactMarkdownOptions {
  /** The most that the comment may have; GitHub takes 65,536. */
  readonly maxChars?: number;
  /** How a reader sees everything, such as `merlon diff main...feature --all`. */
  readonly command?: string;
  /** The gate is told, but does not count. */
  readonly gate?: "off";
  /** The picture of the change as Mermaid, which this package drew. */
  readonly picture?: string;
  /** How a reader draws the picture that has no room here. */
  readonly draw?: string;
}

export const MAX_CHARS = 60_000;
const SHOWN: Readonly<Record<Tone, number>> = { worse: 8, ask: 5, better: 3, plain: 0 };

/** Starts with a marker by which the comment is found and edited in place. */
export function impactMarkdown(impact: Impact, { maxChars = MAX_CHARS, command = "merlon diff", gate, picture, draw }: ImpactMarkdownOptions = {}): string {
  if (impact.quiet) return "";
  const versions = markdown`${sentence(impactSentence(impact))} Compared: ${versionWords(impact.base)} → ${versionWords(impact.head)}, as of ${impact.at}.`;
  const head = [markerOf(impact), titleOf(impact, gate), versions, gateOf(impact, gate), numbersOf(impact), markdown`${unchangedSentence(impact)}`];
  const opening = joinMarkdown(head, "\n\n").source;
  const sections = [...storyOf(impact).map(blockOf), ...(picture === undefined ? [] : [pictureBlock(picture)])];
  const closing = draw === undefined ? "" : markdown`The picture of both versions is too large for a comment: ${code(draw)}`.source;
  const told = fillSections(sections, { room: maxChars - opening.length - closing.length - 4, command: code(command).source });
  return `${[opening, ...told, closing].filter((text) => text !== "").join("\n\n")}\n`;
}

/** An id holds no more than words, dots and slashes; whatever else a file says cannot end the marker. */
function markerOf({ head }: Impact): Markdown {
  return { source: `<!-- merlon:${head.model.replace(/[^\w./-]/g, "_").replaceAll("--", "__")} -->` };
}

function titleOf(impact: Impact, gate: "off" | undefined): Markdown {
  const verdict = !impact.gate.failed ? "the gate lets it pass" : gate === undefined ? "the gate fails" : "the gate is switched off";
  return markdown`### Threat model ${impact.head.model}: ${verdict}`;
}

function gateOf({ gate }: Impact, off: "off" | undefined): Markdown {
  if (!gate.failed) return { source: "" };
  const reasons = gate.reasons.map((reason) => {
    const { text, ids, policy } = reason;
    const remedy = remedyWords(reason);
    const which = markdown`${joinMarkdown(ids.slice(0, MOST_IDS).map(code), ", ")}${ids.length > MOST_IDS ? markdown` and ${ids.length - MOST_IDS} more` : ""}`;
    return markdown`- **${text}**: ${which}${policy === undefined ? "" : markdown` (policy: ${code(policy)})`}.${remedy === undefined ? "" : markdown` ${withCode(remedy)}`}`;
  });
  return joinMarkdown([markdown`**${off === undefined ? "What the gate stops:" : "What the gate would stop:"}**`, joinMarkdown(reasons, "\n")], "\n\n");
}

const MOST_IDS = 5;

function numbersOf(impact: Impact): Markdown {
  return markdownTable(["", "before", "after"], countRows(impact).map(({ what, before, after }) => [what, before, before === after ? after : markdown`**${after}**`]));
}

/** Mermaid of ours has no line that could end the fence. */
function pictureBlock(mermaid: string): Block {
  return { title: "#### What changed, as a picture", name: "What changed, as a picture", folded: () => "The elements and flows that changed, and what is around them", shown: [], rest: [{ text: `\`\`\`mermaid\n${mermaid.trimEnd()}\n\`\`\``, count: 1 }] };
}

function blockOf({ title, tone, items }: StorySection): Block {
  const told = toldTogether(items);
  const written = told.map((item): Written => ({ text: itemOf(item, tone).source, count: item.count ?? 1 }));
  // What comes first in a section may be long to tell; where it is one line, one more line is not worth folding.
  const shown = told.length <= SHOWN[tone] + 1 && SHOWN[tone] > 0 ? told.length : SHOWN[tone];
  return { title: markdown`#### ${title}`.source, folded: (count) => (shown === 0 ? `${count} in all` : `${count} more`), name: escapeMarkdown(title), shown: written.slice(0, shown), rest: written.slice(shown) };
}

function itemOf({ severity, mark, title, id, details }: StoryItem, tone: Tone): Markdown {
  const look = severity === undefined ? undefined : `${tone === "worse" ? `${severityLooks[severity].mark} ` : ""}${severity}`;
  const front = [look, mark].filter((part) => part !== undefined && part !== "").join(", ");
  const name = tone === "worse" ? markdown`**${withCode(title)}**` : withCode(title);
  const lines = details.flatMap(({ label, lines: all }): readonly Markdown[] =>
    (all.length === 1 ? [markdown`  - ${label}: ${withCode(all[0]!)}`] : [markdown`  - ${label}${all.length === 0 ? "" : ":"}`, ...all.map((one) => markdown`    - ${withCode(one)}`)]));
  return joinMarkdown([markdown`- ${front === "" ? "" : markdown`${front}: `}${name}${id === undefined ? "" : markdown` ${code(id)}`}`, ...lines], "\n");
}
