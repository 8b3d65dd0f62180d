// Outputs: pure functions from result documents to text.
// Diagrams.
export { diagramGraph } from "./diagram/graph/build-graph.ts";
export type { DiagramOptions } from "./diagram/graph/build-graph.ts";
export type * from "./diagram/graph/diagram-graph.ts";
export { diagramView } from "./diagram/graph/diagram-view.ts";
export type { DiagramView } from "./diagram/graph/diagram-view.ts";
export type { LayoutEngine } from "./diagram/layout/draft-layout.ts";
export { changeGraph } from "./diagram/change/change-graph.ts";
export type { ChangeGraphOptions, ChangeSide } from "./diagram/change/change-graph.ts";
export { whyNotByHand } from "./diagram/layout/place-by-hand.ts";
export type { Positions } from "./diagram/layout/place-by-hand.ts";
export { diagramSvg } from "./diagram/svg/diagram-svg.ts";
export { toDot } from "./diagram/to-dot.ts";
export { toMermaid } from "./diagram/to-mermaid.ts";
export { ansiStyle, plainStyle } from "./terminal/style.ts";
export type { Ink, Style } from "./terminal/style.ts";
export { summaryText } from "./summary/summary-text.ts";
export type { SummaryOptions } from "./summary/summary-options.ts";
export { strideText } from "./stride-table/stride-text.ts";
export type { StrideTextOptions } from "./stride-table/stride-text.ts";
export type { StrideOptions } from "./stride-table/stride-view.ts";
export { strideMarkdown } from "./stride-table/stride-markdown.ts";
export { strideCsv } from "./stride-table/stride-csv.ts";
export { strideHtml } from "./html/stride-html.ts";
export { reportHtml } from "./html/report-html.ts";
export type { ReportOptions } from "./html/report-html.ts";
export { reportMarkdown } from "./markdown/report-markdown.ts";
export type { ReportMarkdownOptions } from "./markdown/report-markdown.ts";
export { explanationText } from "./explanation/explanation-text.ts";
export type { ExplanationOptions } from "./explanation/explanation-text.ts";
export { diagnosticsText } from "./diagnostics/diagnostics-text.ts";
export { lossMarkdown } from "./loss/loss-markdown.ts";
export { lossText } from "./loss/loss-text.ts";
export type { LossTextOptions } from "./loss/loss-text.ts";
export { sarifText, toSarif } from "./sarif/to-sarif.ts";
export type { SarifOptions } from "./sarif/to-sarif.ts";
export type { SarifLog } from "./sarif/sarif-log.ts";
export { threatsJson } from "./json/threats-json.ts";
export type { ThreatsDocument } from "./json/threats-json.ts";
export { toJson } from "./json/to-json.ts";
// Pages of rules.
export { ruleMarkdown } from "./rule-page/rule-markdown.ts";
export type { RulePage } from "./rule-page/rule-markdown.ts";
// What the command builds its own small tables and lists from.
export { blank, ink, labelled, line, renderLines } from "./terminal/lines.ts";
export type { Line, Page, Piece } from "./terminal/lines.ts";
export { renderTable } from "./terminal/table.ts";
export { navigatorLayer } from "./attack-layer/navigator-layer.ts";
export type { NavigatorLayer, NavigatorOptions } from "./attack-layer/navigator-layer.ts";
// Attack paths.
export { pathsText } from "./attack-path/paths-text.ts";
export type { PathsTextOptions } from "./attack-path/paths-text.ts";
export { pathsMarkdown } from "./attack-path/paths-markdown.ts";
export { pathsMermaid } from "./attack-path/paths-mermaid.ts";
export { pathsDot } from "./attack-path/paths-dot.ts";
export { pathsSvg } from "./attack-path/paths-svg.ts";
export { attackTree } from "./attack-path/attack-tree.ts";
export { attackFlow } from "./attack-path/attack-flow.ts";
export type { AttackFlowOptions, StixBundle } from "./attack-path/attack-flow.ts";
// The impact of a change.
export { placedWords } from "./impact/operation-words.ts";
export { roundOf } from "./wording/open-questions.ts";
export { severityLooks } from "./wording/severity.ts";
export { watchBrokenText, watchChangeText, watchStartText, type SavedChange } from "./watch/watch-text.ts";
export { impactText } from "./impact/impact-text.ts";
export type { ImpactTextOptions } from "./impact/impact-text.ts";
export { impactMarkdown } from "./impact/impact-markdown.ts";
export type { ImpactMarkdownOptions } from "./impact/impact-markdown.ts";
export { impactSetMarkdown } from "./impact/impact-set-markdown.ts";
export { impactHtml } from "./html/impact-html.ts";
export type { ImpactHtmlOptions } from "./html/impact-html.ts";
export type { ImpactOfModel } from "./html/impact/impact-context.ts";
export { impactSarif } from "./impact/impact-sarif.ts";
// What is due.
export { dueText } from "./due/due-text.ts";
export { dueMarkdown } from "./due/due-markdown.ts";
// What pipelines read.
export type { PipelineSuite } from "./pipeline/pipeline-problem.ts";
export { suiteOfDiagnostics } from "./pipeline/problems-of-diagnostics.ts";
export { suiteOfImpact } from "./pipeline/problems-of-impact.ts";
export { suiteOfThreats } from "./pipeline/problems-of-threats.ts";
export { junitText } from "./pipeline/junit-text.ts";
export { annotationsText } from "./pipeline/annotations-text.ts";
export { codeQualityText } from "./pipeline/code-quality-text.ts";
export { viewSentence } from "./wording/view-words.ts";
