// `merlon report`: one report of a model as text, or every output into a folder.
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { attackPaths, strideTables } from "@merlon/engine";
import { reportHtml, reportMarkdown, sarifText, strideMarkdown, threatsJson, toJson, toSarif } from "@merlon/reports";
import type { AttackPaths, Diagnostic, ModelView, StrideTables } from "@merlon/schema";
import { analyzeLoaded, analyzeModels, type AnalysedModel } from "./analyze-models.ts";
import { shownInside, shownPath } from "./files/shown-path.ts";
import { writeFiles, type OutputFile } from "./files/write-files.ts";
import { findModel } from "./model/find-models.ts";
import { loadSoundModel } from "./model/load-model.ts";
import { drawPicture } from "./picture/draw-picture.ts";
import { inTime } from "./picture/in-time.ts";
import { pictureSession } from "./picture/picture-session.ts";
import { renderPng } from "./picture/render-png.ts";
import type { Session } from "./session.ts";

export type ReportFormat = "html" | "markdown" | "sarif" | "json";

export interface WrittenReports {
  readonly models: readonly AnalysedModel[];
  /** As shown to people. */
  readonly files: readonly string[];
  /** Sentences about what is missing. */
  readonly missing: readonly string[];
}

export interface ModelReport {
  readonly content: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The view in time that it is about. */
  readonly view: ModelView | undefined;
}

export async function reportOfModel(path: string | undefined, session: Session, format: ReportFormat): Promise<ModelReport> {
  const analysed = analyzeLoaded(await loadSoundModel(await findModel(path, session.cwd), session), session);
  return { content: await contentOf(analysed, session, format), diagnostics: analysed.diagnostics, view: analysed.loaded.model.view };
}

/** A folder of models gets a folder for each inside of `out`. */
export async function reportEverything(path: string | undefined, out: string, session: Session): Promise<WrittenReports> {
  const { set, models } = await analyzeModels(path, session);
  const written: OutputFile[] = [];
  const missing: string[] = [];
  const folder = resolve(session.cwd, out);
  for (const model of models) {
    const svg = await svgInTime(model, session);
    const place = set ? join(folder, model.name) : folder;
    // A picture of an earlier run would pass for one of this model.
    if (svg === undefined) await Promise.all(["diagram.svg", "diagram.png"].map((name) => rm(join(place, name), { force: true })));
    if (svg === undefined) missing.push(`${model.loaded.place.shown} has no diagram, because drawing it takes too long: raise --time, or draw a part of it with \`diagram --view boundary:<id>\`.`);
    const files = await allOutputs(model, svg, session);
    written.push(...files.map((file) => (set ? { ...file, path: join(model.name, file.path) } : file)));
  }
  await writeFiles(folder, written);
  return { models, missing, files: written.map((file) => shownInside(shownPath(out, session.cwd), file.path)) };
}

async function allOutputs(analysed: AnalysedModel, svg: string | undefined, session: Session): Promise<readonly OutputFile[]> {
  const { analysis } = analysed;
  const pictures = svg === undefined ? [] : [{ path: "diagram.svg", content: svg }, { path: "diagram.png", content: await renderPng(svg, pictureSession(session)) }];
  return [
    { path: "report.html", content: htmlOf(analysed, svg, session) },
    ...pictures,
    { path: "stride.md", content: strideMarkdown(strideOf(analysed, session)) },
    { path: "threats.json", content: threatsJson(analysis) },
    { path: "threats.sarif", content: sarifOf(analysed, session) },
  ];
}

async function contentOf(analysed: AnalysedModel, session: Session, format: ReportFormat): Promise<string> {
  switch (format) {
    case "json": return toJson(analysed.analysis);
    case "sarif": return sarifOf(analysed, session);
    case "html": return htmlOf(analysed, await svgInTime(analysed, session), session);
    case "markdown": return session.limit(() => reportMarkdown(analysed.analysis, strideOf(analysed, session), { paths: pathsOf(analysed, session) }));
  }
}

function htmlOf(analysed: AnalysedModel, diagramSvg: string | undefined, session: Session): string {
  const stride = strideOf(analysed, session);
  return session.limit(() => reportHtml(analysed.analysis, stride, { paths: pathsOf(analysed, session), ...(diagramSvg === undefined ? {} : { diagramSvg }) }));
}

function strideOf({ loaded: { model, library } }: AnalysedModel, session: Session): StrideTables {
  return session.limit(() => strideTables(model, library, { at: session.at }));
}

function pathsOf({ loaded: { model, library } }: AnalysedModel, session: Session): AttackPaths {
  return attackPaths(model, library, { at: session.at });
}

/** undefined when drawing takes too long. */
async function svgInTime({ loaded: { place, model }, analysis }: AnalysedModel, session: Session): Promise<string | undefined> {
  session.progress(`Drawing ${place.shown}`);
  const picture = await inTime(() => drawPicture(model, analysis, "svg", pictureSession({ ...session, limit: session.pictureLimit })));
  return picture && new TextDecoder().decode(picture);
}

function sarifOf({ loaded: { library }, analysis }: AnalysedModel, session: Session): string {
  return sarifText(toSarif(analysis, library.rules, { version: session.version }));
}
