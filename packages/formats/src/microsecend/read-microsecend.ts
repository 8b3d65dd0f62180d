// Reads a diagram in either form: collect the entries, give ids, and put each into the document or on the loss list.
import type { ModelDocument, ModelHeader } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { closeDraft, countDraft, openDraft } from "../document-draft.ts";
import type { DraftObject } from "../document-draft.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { closeAccount, lose } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { openIntake, report } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { isMap, under } from "../foreign/place.ts";
import { readForeign } from "../foreign/read-foreign.ts";
import { identify } from "../identify.ts";
import { assignIds } from "../ids/assign-ids.ts";
import { titleId } from "../ids/slug.ts";
import { objectLimits } from "../limits.ts";
import { nothingRead, refusal } from "../open-file.ts";
import { putElements } from "./elements.ts";
import { readDiagram } from "./entries.ts";
import { putFlows } from "./flows.ts";
import { system } from "./microsecend-work.ts";
import type { MicrosecendWork } from "./microsecend-work.ts";
import { isNotation, parseNotation } from "./parse-notation.ts";
import type { Notation } from "./parse-notation.ts";
import { idWishes } from "./wishes.ts";

export function isDiagram(value: unknown): boolean {
  return isMap(value) && Array.isArray(value["services"]) && Array.isArray(value["information_flows"]);
}

/** The text notation becomes the shape of the JSON files first; its places are then those of its lines. */
export function readMicrosecend(text: string, options: ReadOptions): ReadResult {
  if (!isNotation(text)) return readJson(text, options);
  const notation = parseNotation(text);
  const result = readJson(JSON.stringify(notation.value), options);
  const unread = notation.unread.map(({ line, text: words, why }) => diagnose("F2070", { file: options.path, line, column: 1 }, { why, text: excerpt(words) }));
  const dropped = notation.unread.map(({ line, text: words, why }) => ({ kind: "dropped" as const, at: `line ${line}`, what: excerpt(words), why: `${why.charAt(0).toUpperCase()}${why.slice(1)}.` }));
  return { ...result, losses: [...dropped, ...result.losses], diagnostics: [...unread, ...result.diagnostics.map((found) => atItsLine(found, notation))] };
}

function atItsLine<D extends ReadResult["diagnostics"][number]>(diagnostic: D, { lines }: Notation): D {
  const { where } = diagnostic;
  const [, part = "", index = ""] = (where?.path ?? "").split("/");
  return where === undefined ? diagnostic : { ...diagnostic, where: { ...where, line: lines.get(`/${part}/${index}`) ?? 1, column: 1 } };
}

function readJson(text: string, options: ReadOptions): ReadResult {
  const { parsed, diagnostics } = readForeign(text, options.path, options.limits);
  if (parsed.value === undefined) return nothingRead(system, diagnostics);
  if (!isDiagram(parsed.value)) return nothingRead(system, [refusal(identify(parsed.value), options.path)]);
  const intake = openIntake(parsed, options.path);
  const root = { at: "", value: parsed.value };
  if (isTooMuch(intake, root, options.most?.objects ?? objectLimits.objects)) return nothingRead(system, intake.diagnostics);
  const diagram = readDiagram(intake, root);
  if (diagram.boxes.length === 0) report(intake, "F2010", under(root, "services").at);
  const work: MicrosecendWork = { intake, diagram, draft: openDraft(), book: assignIds(idWishes(diagram), system, options.previous, options.taken) };
  putElements(work);
  putFlows(work);
  const document = closeDraft(work.draft, headerOf(work, options));
  return {
    format: system, formatVersion: "1", document, losses: closeAccount(intake.account, root), diagnostics: intake.diagnostics,
    counts: { services: diagram.boxes.filter((box) => !box.isExternal).length, externalEntities: diagram.boxes.filter((box) => box.isExternal).length, informationFlows: diagram.arrows.length, ...countDraft(work.draft) },
  };
}

function isTooMuch(intake: Intake, root: { readonly at: string; readonly value: unknown }, limit: number): boolean {
  return ["services", "external_entities", "information_flows"].some((what) => {
    const { at, value } = under(root, what);
    const count = Array.isArray(value) ? value.length : 0;
    if (count > limit) report(intake, "F2011", at, { count, what, limit });
    return count > limit;
  });
}

/** The file has no name of its own: it is called after its path. */
function headerOf({ intake }: MicrosecendWork, { path, previous }: ReadOptions): ModelHeader & DraftObject {
  const name = (path.split("/").at(-1) ?? "").replace(/\.\w+$/, "");
  lose(intake.account, { kind: "defaulted", at: "", what: "the model's title and id", why: "The format has no place for them; the file's name is taken.", claims: false });
  lose(intake.account, { kind: "defaulted", at: "", what: `the model uses the pack \`${system}\` besides the usual ones`, why: "It holds the rules that the annotations were made for.", claims: false });
  return { merlon: 1, id: previous?.id ?? titleId(name, "model") ?? "microsecend-model", title: name === "" ? "microSecEnD model" : name, packs: ["default", system] } satisfies Partial<ModelDocument> as ModelHeader & DraftObject;
}
