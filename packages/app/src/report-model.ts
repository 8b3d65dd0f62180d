// `merlon report`: one report of a model as text, or every output into a folder.
import { join, resolve } from "node:path";
import { strideTables } from "@merlon/engine";
import { reportHtml, reportMarkdown, sarifText, strideMarkdown, threatsJson, toJson, toSarif } from "@merlon/reports";
import type { Diagnostic, StrideTables } from "@merlon/schema";
import { analyzeLoaded, analyzeModels, type AnalysedModel } from "./analyze-models.ts";
import { shownInside, shownPath } from "./files/shown-path.ts";
import { writeFiles, type OutputFile } from "./files/write-files.ts";
import { findModel } from "./model/find-models.ts";
import { loadSoundModel } from "./model/load-model.ts";
import { drawPicture } from "./picture/draw-picture.ts";
import { pictureSession } from "./picture/picture-session.ts";
import { renderPng } from "./picture/render-png.ts";
import type { Session } from "./session.ts";

export type ReportFormat = "html" | "markdown" | "sarif" | "json";

export interface WrittenReports {
  readonly models: readonly AnalysedModel[];
  /** As shown to people. */
  readonly files: readonly string[];
}

export async function reportOfModel(path: string | undefined, session: Session, format: ReportFormat): Promise<{ readonly content: string; readonly diagnostics: readonly Diagnostic[] }> {
  const analysed = analyzeLoaded(await loadSoundModel(await findModel(path, session.cwd), session), session);
  return { content: await contentOf(analysed, session, format), diagnostics: analysed.diagnostics };
}

/** A folder of models gets a folder for each inside of `out`. */
export async function reportEverything(path: string | undefined, out: string, session: Session): Promise<WrittenReports> {
  const { set, models } = await analyzeModels(path, session);
  const written: OutputFile[] = [];
  for (const model of models) {
    const files = await allOutputs(model, session);
    written.push(...files.map((file) => (set ? { ...file, path: join(model.name, file.path) } : file)));
  }
  await writeFiles(resolve(session.cwd, out), written);
  return { models, files: written.map((file) => shownInside(shownPath(out, session.cwd), file.path)) };
}

async function allOutputs(analysed: AnalysedModel, session: Session): Promise<readonly OutputFile[]> {
  const { analysis } = analysed;
  session.progress(`Drawing ${analysed.loaded.place.shown}`);
  const svg = await svgOf(analysed, session);
  return [
    { path: "report.html", content: htmlOf(analysed, svg, session) },
    { path: "diagram.svg", content: svg },
    { path: "diagram.png", content: await renderPng(svg, pictureSession(session)) },
    { path: "stride.md", content: strideMarkdown(strideOf(analysed, session)) },
    { path: "threats.json", content: threatsJson(analysis) },
    { path: "threats.sarif", content: sarifOf(analysed, session) },
  ];
}

async function contentOf(analysed: AnalysedModel, session: Session, format: ReportFormat): Promise<string> {
  switch (format) {
    case "json": return toJson(analysed.analysis);
    case "sarif": return sarifOf(analysed, session);
    case "html": return htmlOf(analysed, await svgOf(analysed, session), session);
    case "markdown": return session.limit(() => reportMarkdown(analysed.analysis, strideOf(analysed, session)));
  }
}

function htmlOf(analysed: AnalysedModel, diagramSvg: string, session: Session): string {
  const stride = strideOf(analysed, session);
  return session.limit(() => reportHtml(analysed.analysis, stride, { diagramSvg }));
}

function strideOf({ loaded: { model, library } }: AnalysedModel, session: Session): StrideTables {
  return session.limit(() => strideTables(model, library, { at: session.at }));
}

async function svgOf({ loaded: { model }, analysis }: AnalysedModel, session: Session): Promise<string> {
  return new TextDecoder().decode(await drawPicture(model, analysis, "svg", pictureSession(session)));
}

function sarifOf({ loaded: { library }, analysis }: AnalysedModel, session: Session): string {
  return sarifText(toSarif(analysis, library.rules, { version: session.version }));
}
