// The head of a Microsoft model: title, owner, description, the pack that goes with it, and what has no place of its own.
import type { ModelDocument, ModelHeader } from "@merlon/schema";
import type { DraftObject } from "../document-draft.ts";
import { lose, loseEach, settleAs } from "../foreign/account.ts";
import { isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { shortId } from "../ids/short-id.ts";
import { titleId } from "../ids/slug.ts";
import { plainLine, plainText } from "../microsoft-template/plain-text.ts";
import { itemsUnder, textPlace } from "../xml/xml-value.ts";
import { describe } from "./shapes.ts";
import { textOf } from "./properties.ts";
import { extended, system } from "./tm7-work.ts";
import type { Tm7Work } from "./tm7-work.ts";

interface HeaderOptions {
  readonly previous: ModelDocument | undefined;
  /** Whether the tool generates threats for this model. */
  readonly generates: boolean;
}

export function readHeader(work: Tm7Work, root: Place, { previous, generates }: HeaderOptions): ModelHeader & DraftObject {
  const meta = under(root, "MetaInformation");
  const said = (name: string): string | undefined => {
    const place = textPlace(meta, name);
    settleAs(work.intake.account, "carried", place.at);
    return plainText(textOf(place)) || undefined;
  };
  const title = plainLine(said("ThreatModelName") ?? "") || undefined;
  if (title === undefined) lose(work.intake.account, { kind: "defaulted", at: under(meta, "ThreatModelName").at, what: "the model has no title", why: "It is called after the tool it comes from." });
  const owner = said("Owner");
  return {
    merlon: 1, id: previous?.id ?? titleId(title ?? "", "model") ?? "microsoft-model",
    title: title ?? "Microsoft model", description: said("HighLevelSystemDescription"), owners: owner === undefined ? undefined : [owner],
    packs: packsOf(work, root, generates),
    ...extended({
      ...Object.fromEntries(["Contributors", "Reviewer", "Assumptions", "ExternalDependencies"].map((name) => [name, keptText(work, meta, name)])),
      notes: keptNotes(work, root), texts: keptTexts(work),
    }),
  } as ModelHeader & DraftObject;
}

/** The template's rules alone, since they are what the tool shows; none where it generates nothing. */
function packsOf({ template, intake }: Tm7Work, root: Place, generates: boolean): readonly string[] | undefined {
  const at = under(root, "ThreatGenerationEnabled").at;
  settleAs(intake.account, "carried", at);
  if (template === undefined) {
    lose(intake.account, { kind: "defaulted", at: "/KnowledgeBase", what: "the file has no template", why: "So the rules that come with Merlon run, and the stored threats are kept as they are." });
    return undefined;
  }
  const folder = `./rules/${template.words.pack}`;
  if (generates) return [folder];
  lose(intake.account, { kind: "kept", at, what: "threat generation is off", why: `So no rule runs here either, and the stored threats are kept as they are. To run the template's rules, add \`${folder}\` to \`packs\` in model.yaml.` });
  return [];
}

function keptText(work: Tm7Work, meta: Place, name: string): string | undefined {
  const place = textPlace(meta, name);
  const text = plainText(textOf(place)) || undefined;
  if (text !== undefined) loseEach(work.intake.account, { kind: "kept", at: place.at, what: `\`${name}\` of the model`, why: `It has no counterpart; it stands under \`x-${system}\`.` });
  return text;
}

function keptNotes(work: Tm7Work, root: Place): readonly DraftObject[] | undefined {
  const notes = itemsUnder(under(root, "Notes"), "Note").filter(({ value }) => isMap(value)).map((place) => {
    loseEach(work.intake.account, { kind: "kept", at: place.at, what: "a note", why: `It has no counterpart; it stands under \`x-${system}\` of the model.` });
    return Object.fromEntries([["by", "AddedBy"], ["on", "Date"], ["text", "Message"]].map(([key = "", name = ""]) => [key, plainText(textOf(textPlace(place, name)))] as const).filter(([, value]) => value !== ""));
  });
  return notes.length === 0 ? undefined : notes;
}

/** Remarks on the picture, by the short form of their foreign ids. */
function keptTexts(work: Tm7Work): DraftObject | undefined {
  const texts = work.shapes.filter(({ kind, name }) => kind === "note" && name !== "").map((shape) => {
    lose(work.intake.account, { kind: "kept", at: shape.place.at, what: describe(shape), why: `A remark on the picture is no part of the model; it stands under \`x-${system}\`.` });
    return [shortId(shape.key), shape.name] as const;
  });
  return texts.length === 0 ? undefined : Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
