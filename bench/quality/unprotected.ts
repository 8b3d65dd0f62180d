// The same model after a team has answered every question about a protection with the least safe answer: what the rules know when nothing stays unknown and nothing is protected.
import { readModel, type SourceFile } from "@merlon/core";
import { analyze } from "@merlon/engine";
import type { Analysis, Characteristic, Library, Question } from "@merlon/schema";
import { load } from "js-yaml";
import { judgedAt } from "./stability/named-results.ts";

type Objects = Record<string, Record<string, Record<string, unknown>>>;

/** Answers lead to further questions, which are answered too; so often at most. */
const rounds = 4;
const maps: Readonly<Record<string, string>> = { element: "elements", flow: "flows", boundary: "boundaries" };

export function answeredAnalysis(file: SourceFile, library: Library): Analysis {
  const characteristics = new Map(library.characteristics.map((one) => [one.id, one]));
  const document = load(file.text) as Objects;
  let analysis = analysed(document, file, library);
  for (let round = 0; round < rounds; round++) {
    const answers = analysis.questions.filter((question) => answer(document, question, characteristics.get(question.key)));
    if (answers.length === 0) break;
    analysis = analysed(document, file, library);
  }
  return analysis;
}

function analysed(document: Objects, file: SourceFile, library: Library): Analysis {
  const { model } = readModel([{ path: file.path, text: JSON.stringify(document) }], library, { at: judgedAt });
  return analyze(model, library, { at: judgedAt }).analysis;
}

/** Writes the least safe answer into the document; false when there is none. */
function answer(document: Objects, { target, key }: Question, characteristic: Characteristic | undefined): boolean {
  const object = document[maps[target.kind] ?? ""]?.[target.id];
  if (object === undefined || characteristic === undefined || object[key] !== undefined) return false;
  if (characteristic.kind === "choice") object[key] = "no";
  else if (characteristic.kind === "flag") object[key] = characteristic.safer === "no" ? "yes" : "no";
  else return false;
  return true;
}
