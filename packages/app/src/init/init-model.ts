// `merlon init`: the first files of a model, in a folder that has none. Writes everything or nothing.
import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { printYaml, readModel } from "@merlon/core";
import { analyze } from "@merlon/engine";
import { schemaForPacks, type Analysis } from "@merlon/schema";
import { AppError, fileStart } from "../app-error.ts";
import { shownInside, shownPath } from "../files/shown-path.ts";
import { writeFiles, type OutputFile } from "../files/write-files.ts";
import { withDefaultPacks } from "../library/choose-packs.ts";
import { lockOf } from "../lock/lock-problems.ts";
import type { Session } from "../session.ts";
import { draftModel } from "./draft-model.ts";
import { firstModel } from "./first-model.ts";
import type { InterviewAnswers } from "./interview.ts";
import { decisionsText, modelText, schemaPath } from "./model-text.ts";

export interface InitOptions {
  /** What the interview gave; a small model to change when left out. */
  readonly answers?: InterviewAnswers;
  /** Say what would be written, and write nothing. */
  readonly dryRun?: boolean;
}

export interface InitialisedModel {
  /** As shown to people. */
  readonly folder: string;
  readonly id: string;
  readonly title: string;
  /** Paths as shown, with what each file is for. */
  readonly files: readonly { readonly path: string; readonly for: string }[];
  readonly text: string;
  readonly analysis: Analysis;
}

const reserved = ["model.yaml", "model.yml", "model.json", "decisions.yaml", "decisions.yml", "decisions.json", "merlon.lock", schemaPath];

/** Throws when the folder has a file that would be overwritten; before anybody is asked anything. */
export async function assertFreshFolder(path: string | undefined, session: Session): Promise<void> {
  const folder = resolve(session.cwd, path ?? ".");
  const shown = shownPath(path ?? ".", session.cwd);
  const info = await stat(folder).catch(() => undefined);
  if (info && !info.isDirectory()) throw new AppError("A4008", `${shown} is a file, and a model needs a folder.`, { where: fileStart(shown), hint: "Give another name: `merlon init models/shop`." });
  if (path === undefined) await assertOwnFolder(folder);
  const taken: string[] = [];
  for (const name of reserved) if (await stat(join(folder, name)).catch(() => undefined)) taken.push(shownInside(shown, name));
  if (taken.length > 0) throw new AppError("A4008", `${taken.join(", ")} ${taken.length === 1 ? "is" : "are"} there already.`, { where: fileStart(taken[0] ?? shown), hint: "Nothing was written. Choose another folder: `merlon init models/shop`." });
}

/** Among the files of something else a model has a folder of its own, unless somebody says otherwise. */
async function assertOwnFolder(folder: string): Promise<void> {
  for (const name of ["package.json", ".git", "pyproject.toml", "pom.xml", "go.mod", "Cargo.toml"]) {
    if (!(await stat(join(folder, name)).catch(() => undefined))) continue;
    throw new AppError("A4008", `This folder holds a project (${name}), and a model is several files.`, { hint: "Give the model a folder: `merlon init models/shop`. Or say that it is to be here: `merlon init .`." });
  }
}

export async function initModel(path: string | undefined, options: InitOptions, session: Session): Promise<InitialisedModel> {
  await assertFreshFolder(path, session);
  const folder = resolve(session.cwd, path ?? ".");
  const shown = shownPath(path ?? ".", session.cwd);
  const document = options.answers ? draftModel(options.answers) : firstModel(titleOf(basename(folder)));
  const text = modelText(document, options.answers ? "Made from answers to plain questions: correct what is wrong, add what is missing." : "A first model to change: rename what is here, add what is missing.");
  const analysis = analysisOf(text, shown, session);
  const files = filesOf(text, session);
  if (!options.dryRun) await writeFiles(folder, files);
  return { folder: shown, id: document.id, title: document.title ?? document.id, files: files.map(({ path: name, purpose }) => ({ path: shownInside(shown, name), for: purpose })), text, analysis };
}

function filesOf(model: string, session: Session): readonly (OutputFile & { readonly purpose: string })[] {
  const library = withDefaultPacks(session.builtIn.library);
  const lock = printYaml(lockOf({ library }, session.version));
  const schema = { $comment: "For editors. Written by `merlon init`; `merlon schema -o .merlon/merlon.schema.json` renews it.", ...schemaForPacks(library) };
  return [
    { path: "model.yaml", content: model, purpose: "the model; start here" },
    { path: "decisions.yaml", content: decisionsText(), purpose: "what people decide about threats" },
    { path: "merlon.lock", content: `# Written by \`merlon init\`: the knowledge that this model is analysed with.\n${lock}`, purpose: "the version of the rules, so that results stay the same" },
    { path: schemaPath, content: `${JSON.stringify(schema)}\n`, purpose: "lets editors complete and check the model (in VS Code: the YAML extension)" },
  ];
}

/** What comes of the model; also the proof that it is sound. */
function analysisOf(text: string, shown: string, session: Session): Analysis {
  const library = withDefaultPacks(session.builtIn.library);
  const { model, diagnostics } = readModel([{ path: shownInside(shown, "model.yaml"), text }], library, { root: shownInside(shown, ""), at: session.at });
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new AppError("A4006", "The answers do not give a sound model; nothing was written.", { diagnostics: errors });
  return session.limit(() => analyze(model, library, { at: session.at })).analysis;
}

function titleOf(folder: string): string {
  const words = folder.replace(/[-_.]+/g, " ").trim();
  return words === "" ? "My system" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

