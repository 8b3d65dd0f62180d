// The head of a Threat Dragon model: title, owner, description, and what has no place of its own.
import type { ModelDocument, ModelHeader } from "@merlon/schema";
import type { DraftObject } from "../document-draft.ts";
import { lose, loseEach, settleAs } from "../foreign/account.ts";
import { excerpt } from "../foreign/excerpt.ts";
import { takeLine, takeMaps, takeText } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { shortId } from "../ids/short-id.ts";
import { titleId } from "../ids/slug.ts";
import { keep } from "../keep.ts";
import { extended, keepIt, system } from "./dragon-work.ts";
import type { DragonWork } from "./dragon-work.ts";
import type { Cell } from "./cells.ts";

export function readHeader(work: DragonWork, root: Place, previous?: ModelDocument): ModelHeader & DraftObject {
  const { intake } = work;
  const summary = under(root, "summary");
  const detail = under(root, "detail");
  const title = takeLine(intake, summary, "title");
  if (title === undefined) {
    lose(intake.account, { kind: "defaulted", at: under(summary, "title").at, what: "the model has no title", why: "It is called after the tool it comes from." });
  }
  const owner = takeLine(intake, summary, "owner");
  settleAs(intake.account, "carried", under(root, "version").at);
  for (const key of ["diagramTop", "threatTop"]) settleAs(intake.account, "layout", under(detail, key).at);
  return {
    merlon: 1,
    id: previous?.id ?? titleId(title ?? "", "model") ?? "threat-dragon-model",
    title: title ?? "Threat Dragon model",
    description: takeText(intake, summary, "description"),
    version: takeLine(intake, root, "release_version"),
    owners: owner === undefined ? undefined : [owner],
    ...extended({
      id: keepNumber(work, summary),
      contributors: readContributors(work, detail),
      reviewer: keepIt(work, detail, "reviewer"),
      released_at: keepIt(work, root, "released_at"),
      compatibility: keepIt(work, root, "compatibility"),
      summaryCompatibility: keepIt(work, summary, "compatibility"),
      detailCompatibility: keepIt(work, detail, "compatibility"),
      notes: keepNotes(work, work.cells.filter((cell) => cell.shape === "text")),
    }),
  } as ModelHeader & DraftObject;
}

/** 0 is what every new model has. */
function keepNumber(work: DragonWork, summary: Place): unknown {
  if (under(summary, "id").value !== 0) return keepIt(work, summary, "id");
  settleAs(work.intake.account, "layout", under(summary, "id").at);
  return undefined;
}

function readContributors(work: DragonWork, detail: Place): readonly unknown[] | undefined {
  const names = takeMaps(work.intake, detail, "contributors").flatMap((place) => keep(work.intake, place, "name", { system, what: "the name of a contributor" }) ?? []);
  return names.length === 0 ? undefined : names;
}

/** Text blocks are remarks on the picture; they are kept under the short form of their foreign ids. */
function keepNotes(work: DragonWork, blocks: readonly Cell[]): DraftObject | undefined {
  const notes = blocks.filter((cell) => cell.name !== "").map((cell) => {
    loseEach(work.intake.account, { kind: "kept", at: under(cell.place, "data", "name").at, what: "a text block", why: "A remark on the picture is no part of the model; it stands under `x-threat-dragon` as a note." });
    return [shortId(cell.key), excerpt(cell.name, 2000)] as const;
  });
  return notes.length === 0 ? undefined : Object.fromEntries(notes.sort(([a], [b]) => (a < b ? -1 : 1)));
}
