// The models that stability is measured on: the examples, those of this scoreboard, and what is imported from files of other tools.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { analyzeModels, type Session } from "@merlon/app";
import { printYaml, type SourceFile } from "@merlon/core";
import { detectFormat } from "@merlon/formats";
import type { Library } from "@merlon/schema";
import { sharedPath } from "../corpus.ts";
import type { Files } from "./edits.ts";

export interface Sample {
  readonly name: string;
  readonly files: Files;
  readonly root: string;
  readonly library: Library;
}

export const examples = ["webshop", "well-built", "online-boutique", "one-line", "everything-wrong"];

export async function samplesFor(session: Session): Promise<readonly Sample[]> {
  return [...await ownSamples(session), ...importedSamples(session)];
}

export function modelNames(): readonly string[] {
  return readdirSync(fileURLToPath(new URL("../models", import.meta.url))).filter((name) => name.endsWith(".yaml")).sort();
}

async function ownSamples(session: Session): Promise<readonly Sample[]> {
  const paths = [...examples.map((name) => `../../../examples/${name}`), ...modelNames().map((name) => `../models/${name}`)].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const samples: Sample[] = [];
  for (const path of paths) {
    for (const { loaded } of (await analyzeModels(path, session)).models) samples.push({ name: basename(path), files: loaded.files.filter(isModelText), root: loaded.root, library: loaded.library });
  }
  return samples;
}

/** Views and locks hold no part of the model. */
function isModelText({ path }: SourceFile): boolean {
  return !/(?:views\.yaml|policy\.yaml|merlon\.lock)$/.test(path);
}

const folders = ["threat-dragon/demo", "threat-dragon/models", "threat-dragon/community", "otm/openthreatmodel", "otm/startleft"];

function importedSamples(session: Session): readonly Sample[] {
  return folders.flatMap((folder) => readdirSync(sharedPath(`corpus/${folder}`)).sort().map((name) => `${folder}/${name}`)).flatMap((path) => {
    const text = readFileSync(sharedPath(`corpus/${path}`), "utf8");
    const { format } = detectFormat(path, text);
    const document = format?.read(text, { path }).document;
    return document === undefined ? [] : [{ name: path, files: [{ path: "model.yaml", text: printYaml(document) }], root: "", library: session.builtIn.library }];
  });
}
