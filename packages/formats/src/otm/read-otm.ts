// Reads an Open Threat Model: collect the lists, give ids, find out who is inside what, and put each entry into the document or on the loss list.
import type { ModelDocument, ModelHeader } from "@merlon/schema";
import { closeDraft, countDraft, openDraft } from "../document-draft.ts";
import type { DraftObject } from "../document-draft.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { closeAccount, lose } from "../foreign/account.ts";
import { report, takeLine, takeMap, takeText } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { assignIds } from "../ids/assign-ids.ts";
import { titleId } from "../ids/slug.ts";
import { objectLimits } from "../limits.ts";
import type { ObjectLimits } from "../limits.ts";
import { nothingRead, openFile } from "../open-file.ts";
import { putAssets } from "./assets.ts";
import { putComponents } from "./components.ts";
import { putControls } from "./controls.ts";
import { putDataflow, readEnds } from "./dataflows.ts";
import { readGroups } from "./instances.ts";
import { readItems } from "./otm-items.ts";
import { extended, keepIt, listNames, system, tagsOf } from "./otm-work.ts";
import type { Lists, OtmWork } from "./otm-work.ts";
import { readParents } from "./parents.ts";
import { putViews, readDrawn, repositoryLinks } from "./representations.ts";
import { putThreats } from "./threats.ts";
import { idWishes } from "./wishes.ts";
import { putZones } from "./zones.ts";

/** The newest version whose fields are known. */
const known = [0, 2] as const;

export function readOtm(text: string, options: ReadOptions): ReadResult {
  const opened = openFile(text, options, system);
  if ("failed" in opened) return nothingRead(system, opened.failed);
  const { intake, root } = opened;
  const version = takeLine(intake, root, "otmVersion") ?? "unknown";
  if (isNewer(version)) report(intake, "F2007", under(root, "otmVersion").at, { version, known: known.join(".") });
  const lists = readLists(intake, root, options.most ?? objectLimits);
  if (lists === undefined) return { ...nothingRead(system, intake.diagnostics), formatVersion: version };
  const { work, rest } = buildWork(intake, lists, options);
  const document = closeDraft(work.draft, readHeader(work, root, rest, options.previous));
  return {
    format: system, formatVersion: version, document, losses: closeAccount(intake.account, root), diagnostics: intake.diagnostics,
    counts: { trustZones: lists.trustZones.items.length, components: lists.components.items.length, dataflows: lists.dataflows.items.length, ...countDraft(work.draft) },
  };
}

function isNewer(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return major > known[0] || (major === known[0] && minor > known[1]);
}

/** Undefined, with the reason reported, when there is too much. */
function readLists(intake: Intake, root: Place, most: ObjectLimits): Lists | undefined {
  const lists = Object.fromEntries(listNames.map((name) => [name, readItems(intake, root, name)])) as unknown as Lists;
  for (const name of listNames) {
    const count = lists[name].items.length;
    const limit = name === "trustZones" ? most.boundaries : most.objects;
    if (count > limit) return void report(intake, "F2011", under(root, name).at, { count, what: name, limit });
  }
  if (lists.components.items.length === 0) report(intake, "F2010", under(root, "components").at);
  return lists;
}

interface Rest {
  readonly mitigations: readonly unknown[];
  readonly representations: readonly unknown[];
}

function buildWork(intake: Intake, lists: Lists, options: ReadOptions): { readonly work: OtmWork; readonly rest: Rest } {
  const flows = readEnds(intake, lists);
  const groups = readGroups(intake, lists, flows);
  const book = assignIds(idWishes(lists, flows, groups), system, options.previous, options.taken);
  const work: OtmWork = { intake, draft: openDraft(), book, lists, parents: readParents(intake, lists.trustZones, lists.components) };
  const drawn = readDrawn(work);
  putZones(work);
  putAssets(work);
  putComponents(work, (item) => drawn.codeOf.get(item));
  for (const flow of flows) putDataflow(work, flow);
  putThreats(work, groups.threats);
  return { work, rest: { mitigations: putControls(work, groups.mitigations), representations: putViews(work, drawn) } };
}

function readHeader(work: OtmWork, root: Place, rest: Rest, previous?: ModelDocument): ModelHeader & DraftObject {
  const project = takeMap(work.intake, root, "project") ?? { at: under(root, "project").at, value: {} };
  const title = takeLine(work.intake, project, "name");
  const id = takeLine(work.intake, project, "id");
  if (title === undefined) lose(work.intake.account, { kind: "defaulted", at: under(project, "name").at, what: "the project has no name", why: "It is called after the format it comes from." });
  const owner = takeLine(work.intake, project, "owner");
  const links = repositoryLinks(work);
  return {
    merlon: 1,
    id: previous?.id ?? titleId(id ?? title ?? "", "model") ?? "otm-model",
    title: title ?? "Open Threat Model",
    description: takeText(work.intake, project, "description"),
    tags: tagsOf(work, project),
    owners: owner === undefined ? undefined : [owner],
    links: links.length === 0 ? undefined : links,
    ...extended({
      projectId: id,
      ownerContact: keepIt(work, project, "ownerContact"), attributes: keepIt(work, project, "attributes"),
      mitigations: rest.mitigations.length === 0 ? undefined : rest.mitigations,
      representations: rest.representations.length === 0 ? undefined : rest.representations,
    }),
  } as ModelHeader & DraftObject;
}
