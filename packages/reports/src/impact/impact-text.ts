// `merlon diff` on a terminal: what got worse and why first, then what must be looked at again, asked and thought of, then what got better.
import type { GateReason, Impact } from "@merlon/schema";
import { firstOf, heading, moreLine, type SummaryOptions } from "../summary/summary-options.ts";
import { blank, ink, labelled, line, renderLines, type Line, type Piece } from "../terminal/lines.ts";
import type { Ink } from "../terminal/style.ts";
import { renderTable } from "../terminal/table.ts";
import { counted, sentence } from "../wording/counted.ts";
import { severityLooks } from "../wording/severity.ts";
import { countRows, impactSentence, unchangedSentence, versionWords } from "./impact-counts.ts";
import { remedyWords } from "./remedy-words.ts";
import { changesOf, toldTogether } from "./told-together.ts";
import { storyOf, type StoryItem, type StorySection, type Tone } from "./story.ts";

export interface ImpactTextOptions extends SummaryOptions {
  /** The gate is told, but does not count. */
  readonly gate?: "off";
}

const SHOWN: Readonly<Record<Tone, number>> = { worse: 10, ask: 5, better: 5, plain: 8 };

export function impactText(impact: Impact, options: ImpactTextOptions): string {
  const head = [line([ink("bold", impact.head.model), ink("dim", `  ${versionWords(impact.base)} → ${versionWords(impact.head)}, as of ${impact.at}`)])];
  if (impact.operations.length === 0 && impact.quiet) return renderLines([...head, line("Nothing changed.")], options);
  const sections = storyOf(impact).flatMap((section) => [blank, ...sectionLines(section, options)]);
  const told = [...head, line(sentence(impactSentence(impact))), ...gateLines(impact, options), ...sections, blank, heading("The numbers")];
  return renderLines(told, options) + numbers(impact, options);
}

/** The same for somebody who is at work on the model: no versions, no gate, no numbers. Empty where the model says what it said. */
export function changeText(impact: Impact, options: SummaryOptions): string {
  if (impact.operations.length === 0 && impact.quiet) return "";
  const sections = storyOf(impact).flatMap((section) => [blank, ...sectionLines(section, options)]);
  return renderLines([line(sentence(impactSentence(impact))), ...sections], options);
}

function gateLines({ gate }: Impact, { gate: off }: ImpactTextOptions): readonly Line[] {
  if (!gate.failed) return [line(ink("green", "✓ The gate lets it pass."))];
  const end = off === undefined ? "The gate fails" : "The gate would fail, and is switched off";
  return [line(ink(["bold", "red"], `✗ ${end}:`)), ...gate.reasons.flatMap((reason) => reasonLines(reason))];
}

function reasonLines(reason: GateReason): readonly Line[] {
  const { text, ids, policy } = reason;
  const remedy = remedyWords(reason);
  return [
    line([sentence(text), policy === undefined ? undefined : ink("dim", `  policy: ${policy}`)], 2), ...ids.map((id) => line(ink("cyan", id), 4)),
    ...(remedy === undefined ? [] : [line(ink("dim", remedy.replaceAll("`", "")), 4)]),
  ];
}

function sectionLines({ title, tone, items }: StorySection, options: SummaryOptions): readonly Line[] {
  const told = toldTogether(items);
  const shown = firstOf(SHOWN[tone], told, options);
  const all = changesOf(told);
  return [heading(title, all > 1 ? String(all) : ""), ...shown.flatMap((item) => itemLines(item, tone)), ...moreLine(all - changesOf(shown), options, "diff --all")];
}

const looks: Readonly<Record<Tone, { readonly mark: string; readonly inks: readonly Ink[] }>> = {
  worse: { mark: "▲", inks: ["red"] }, ask: { mark: "?", inks: ["yellow"] }, better: { mark: "✓", inks: ["green"] }, plain: { mark: "·", inks: ["dim"] },
};

function itemLines({ severity, mark, title, id, details }: StoryItem, tone: Tone): readonly Line[] {
  const look = severity && tone === "worse" ? severityLooks[severity] : looks[tone];
  const word: Piece = [severity ? `${severity}  ` : "", mark === undefined || mark === "" ? "" : `${mark}  `];
  return [
    labelled(ink(look.inks, `${look.mark} `), [ink(look.inks, [word].flat().join("")), tone === "worse" ? ink("bold", title) : title, id === undefined ? undefined : ink("cyan", `  ${id}`)], 1),
    ...details.flatMap(({ label, lines }) => (lines.length < 2 ? [labelled(ink("dim", `${label} `), inked(lines[0] ?? ""), 5)] : [line(ink("dim", label), 5), ...lines.map((one) => labelled("- ", inked(one), 7))])),
  ];
}

/** What stands between backticks is to be copied. */
function inked(text: string): Piece {
  return text.split("`").map((part, index) => (index % 2 === 0 ? part : ink("cyan", part)));
}

function numbers(impact: Impact, options: SummaryOptions): string {
  const rows = countRows(impact).map(({ what, before, after, worse }) => ({ cells: [[what], [before], [before === after ? after : ink(worse ? "red" : "green", after)]] }));
  const said = [unchangedSentence(impact), `${counted(impact.operations.length, "change")} to the model in all.`].filter((text) => text !== "");
  return renderTable([{ title: "" }, { title: "before", align: "right" }, { title: "after", align: "right" }], rows, options, 2) + renderLines(said.map((text) => line(ink("dim", text), 2)), options);
}
