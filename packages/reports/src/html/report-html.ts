// The report as one HTML file: nothing is loaded, it can be read without script, and script only filters and finds.
import type { Analysis, AttackPaths, StrideTables } from "@merlon/schema";
import { html, type Html } from "../escape/html.ts";
import { contents, findBox, type Part } from "./contents.ts";
import { htmlPage } from "./html-page.ts";
import { pageScript } from "./page-script.ts";
import { term } from "./parts.ts";
import { reportContext, type ReportContext } from "./report-context.ts";
import { boundariesSection } from "./sections/boundaries-section.ts";
import { coverageSection, modelFactsSection } from "./sections/coverage-section.ts";
import { dataSection } from "./sections/data-section.ts";
import { glanceSection } from "./sections/glance-section.ts";
import { inventorySection } from "./sections/inventory-section.ts";
import { assumptionsSection, controlsSection, decisionsSection, holdsSection, risksSection } from "./sections/lists-sections.ts";
import { pathsSection } from "./sections/paths-section.ts";
import { personalSection } from "./sections/personal-section.ts";
import { questionsSection } from "./sections/questions-section.ts";
import { diagramSection, scopeSection } from "./sections/scope-section.ts";
import { humanThreatsSection, threatsSection } from "./sections/threats-section.ts";

export interface ReportOptions {
  /** A diagram that this package drew. */
  readonly diagramSvg?: string;
  /** Of the same model. */
  readonly paths?: AttackPaths;
}

export function reportHtml(analysis: Analysis, stride: StrideTables, options: ReportOptions = {}): string {
  const context = reportContext(analysis, stride);
  const parts = partsOf(context, options).filter(({ body }) => body.markup !== "");
  return htmlPage({
    title: `${analysis.model.title}: threat model`, header: headerOf(analysis), aside: html`${findBox("report")}${contents(parts)}`,
    main: html`${parts.map(({ body }) => body)}`, script: pageScript,
    footer: html`<p>Made by Merlon from the model <code>${analysis.model.id}</code> as of ${analysis.at}. Threats are what can go wrong, not what did; a rule that found nothing is no proof.</p>
`,
  });
}

function partsOf(context: ReportContext, { diagramSvg, paths }: ReportOptions): readonly Part[] {
  const { analysis } = context;
  const human = analysis.threats.filter(({ origin }) => origin === "person").length;
  return [
    { id: "glance", title: "At a glance", body: glanceSection(context) }, { id: "scope", title: "Scope", body: scopeSection(context) },
    { id: "diagram", title: "Diagram", body: diagramSection(diagramSvg) },
    { id: "threats", title: "Threats", amount: analysis.threats.length - human, body: threatsSection(context) },
    { id: "human-threats", title: "Threats people wrote", amount: human, body: humanThreatsSection(context) },
    { id: "questions", title: "Questions", amount: analysis.questionGroups.length, body: questionsSection(context) },
    { id: "paths", title: "Attack paths", body: pathsSection(context, paths) },
    { id: "boundaries", title: "Trust boundaries", amount: analysis.boundaries.length, body: boundariesSection(context) },
    { id: "data", title: "Data", amount: analysis.data.length, body: dataSection(context) }, { id: "personal", title: "Personal data", body: personalSection(context) },
    { id: "inventory", title: "Elements and flows", amount: analysis.elements.length + analysis.flows.length, body: inventorySection(context) },
    { id: "decisions", title: "Decisions", amount: analysis.decisions.length, body: decisionsSection(context) },
    { id: "assumptions", title: "Assumptions", amount: analysis.assumptions.length, body: assumptionsSection(context) },
    { id: "controls", title: "Controls", amount: analysis.controls.length, body: controlsSection(context) },
    { id: "risks", title: "Risks", amount: analysis.risks?.length ?? 0, body: risksSection(context) },
    { id: "holds", title: "Mitigated: what holds", amount: analysis.mitigated.length, body: holdsSection(context) },
    { id: "coverage", title: "Coverage", amount: analysis.rules.length, body: coverageSection(context) }, { id: "model", title: "About this analysis", body: modelFactsSection(context) },
  ];
}

function headerOf({ model, view, at }: Analysis): Html {
  return html`<p class="eyebrow">Threat model</p>
<h1>${model.title}</h1>
<dl class="meta">${[
    term("model", model.id), term("view", view?.name), term("version", model.version), term("stage", model.stage), term("depth", model.depth),
    term("owners", model.owners.length > 0 ? model.owners.join(", ") : undefined), term("as of", at),
  ]}</dl>
`;
}
