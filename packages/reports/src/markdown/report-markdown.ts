// The whole report as one Markdown file, with the same content and order as the HTML one.
import type { Analysis, AttackPaths, StrideTables } from "@merlon/schema";
import { code, joinMarkdown, markdown, type Markdown } from "../escape/markdown.ts";
import { pathsSection } from "../attack-path/paths-markdown.ts";
import { strideSections } from "../stride-table/stride-markdown.ts";
import { titlesOf } from "../wording/titles.ts";
import { leftOutLines } from "../wording/view-words.ts";
import { crossingParts, dataParts, inventoryParts, personalParts } from "./data-parts.ts";
import { assumptionParts, controlParts, countParts, coverageParts, decisionParts, holdParts, questionParts, riskParts } from "./list-parts.ts";
import { bullets, heading, terms } from "./markdown-parts.ts";
import { threatParts } from "./threat-parts.ts";

export interface ReportMarkdownOptions {
  /** File name of a diagram beside the report. */
  readonly diagramSvgName?: string;
  /** Of the same model. */
  readonly paths?: AttackPaths;
}

export function reportMarkdown(analysis: Analysis, stride: StrideTables, { diagramSvgName, paths }: ReportMarkdownOptions = {}): string {
  const titles = titlesOf(analysis);
  const byRule = analysis.threats.filter(({ origin }) => origin === "rule");
  const byPeople = analysis.threats.filter(({ origin }) => origin === "person");
  const none = markdown`No rule found a threat.`;
  return `${joinMarkdown([
    heading(1, `${analysis.model.title}: threat model`), headParts(analysis),
    ...part("At a glance", countParts(analysis)), ...part("Scope", scopeParts(analysis)), ...part("Diagram", diagramParts(diagramSvgName)),
    ...part("Threats", byRule.length === 0 ? [none] : threatParts(byRule, titles)), ...part("Threats that people wrote", threatParts(byPeople, titles)),
    ...part("Questions", questionParts(analysis)), ...part("Attack paths", paths ? pathsSection(paths, 3) : []),
    ...part("Trust boundaries", [...crossingParts(analysis, titles), ...(stride.tables.length > 0 ? strideSections(stride, 3, {}) : [])]),
    ...part("Data and its sensitivity", dataParts(analysis, titles)), ...part("Personal data", personalParts(analysis, titles)), ...part("Elements and flows", inventoryParts(analysis, titles)),
    ...part("Decisions", decisionParts(analysis)), ...part("Assumptions", assumptionParts(analysis, titles)), ...part("Controls", controlParts(analysis, titles)), ...part("Risks", riskParts(analysis, titles)),
    ...part("Mitigated: what holds", holdParts(analysis)), ...part("Coverage", coverageParts(analysis)), ...part("About this analysis", modelParts(analysis)),
  ], "\n\n").source}\n`;
}

/** Nothing for an empty part. */
function part(title: string, body: readonly Markdown[]): readonly Markdown[] {
  const there = body.filter(({ source }) => source !== "");
  return there.length === 0 ? [] : [heading(2, title), ...there];
}

function headParts({ model, view, at }: Analysis): Markdown {
  return terms([["Model", code(model.id)], ["View", view?.name], ["Version", model.version], ["Stage", model.stage], ["Depth", model.depth], ["Owners", model.owners.join(", ")], ["As of", at]]);
}

function scopeParts({ model, view, elements, flows }: Analysis): readonly Markdown[] {
  const { scope } = model;
  const out = [...elements, ...flows].filter(({ outOfScope }) => outOfScope !== undefined);
  const list = (title: string, items: readonly string[] | undefined): readonly Markdown[] => (items === undefined || items.length === 0 ? [] : [heading(3, title), bullets(items)]);
  return [
    ...(model.description ?? "").split(/\n\s*\n/).map((paragraph) => markdown`${paragraph}`), ...list("In scope", scope?.in), ...list("Out of scope", scope?.out),
    ...(scope?.why === undefined ? [] : [markdown`**Why the line is there.** ${scope.why}`]), ...list("Shown but not judged", out.map(({ title, outOfScope }) => `${title}: ${outOfScope ?? ""}`)),
    ...list("Not in this view", view && leftOutLines(view)),
  ];
}

function diagramParts(name: string | undefined): readonly Markdown[] {
  if (name === undefined) return [];
  return [markdown`![Data flow diagram](${{ source: encodeURI(name).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29")) }})`];
}

function modelParts({ model, packs }: Analysis): readonly Markdown[] {
  return [terms([["Digest", code(model.digest)], ...packs.map((pack) => [`Pack ${pack.id}`, joinMarkdown([pack.version, code(pack.digest)], " ")] as const)]), markdown`The same model, packs and day give the same report, to the byte.`];
}
