// Reads a Threat Dragon version 2 model: collect the cells, give them ids, place them in their boundaries, and put each into the document or on the loss list.
import { closeDraft, countDraft, openDraft } from "../document-draft.ts";
import type { ReadOptions, ReadResult } from "../format.ts";
import { closeAccount } from "../foreign/account.ts";
import { report, takeLine } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { isMap, under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import { assignIds } from "../ids/assign-ids.ts";
import { groupBy } from "../ids/group-by.ts";
import { isTemplate } from "../identify.ts";
import { objectLimits } from "../limits.ts";
import type { ObjectLimits } from "../limits.ts";
import { nothingRead, openFile, reportMissing } from "../open-file.ts";
import { readCells, readDiagrams } from "./cells.ts";
import type { Cell, Diagram } from "./cells.ts";
import { readCellThreats } from "./cell-threats.ts";
import { readContainment } from "./containment.ts";
import { dropCurve } from "./curves.ts";
import { settleLayout, system } from "./dragon-work.ts";
import type { DragonWork } from "./dragon-work.ts";
import { putBoundary, putElement, reportTwins } from "./elements.ts";
import { cellsById, dropLooseFlow, putFlow, readEnds } from "./flows.ts";
import type { FlowEnds } from "./flows.ts";
import { readHeader } from "./header.ts";
import { isElement } from "./shapes.ts";
import { putThreat, threatTarget } from "./threats.ts";
import { putView } from "./views.ts";
import { idWishes } from "./wishes.ts";
import type { Attached, PlacedThreat } from "./wishes.ts";

/** The version of Threat Dragon whose files are known field by field. */
const knownVersion = 2;

export function readThreatDragon(text: string, options: ReadOptions): ReadResult {
  const opened = openFile(text, options, system);
  if ("failed" in opened) return nothingRead(system, opened.failed);
  const { intake } = opened;
  const root = isTemplate(opened.root.value) ? under(opened.root, "model") : opened.root;
  const version = takeLine(intake, root, "version") ?? "unknown";
  const parts = readParts(intake, root, options.most ?? objectLimits);
  if (parts === undefined) return { ...nothingRead(system, intake.diagnostics), formatVersion: version };
  if (Number.parseInt(version, 10) > knownVersion) report(intake, "F2007", under(root, "version").at, { version, known: `${knownVersion}.x` });
  const work = buildWork(intake, parts, options);
  const document = closeDraft(work.draft, readHeader(work, root, options.previous));
  return {
    format: system, formatVersion: version, document,
    losses: closeAccount(intake.account, opened.root),
    diagnostics: intake.diagnostics,
    counts: { diagrams: parts.diagrams.length, cells: parts.cells.length, ...countDraft(work.draft) },
  };
}

interface Parts {
  readonly diagrams: readonly Diagram[];
  readonly cells: readonly Cell[];
}

/** Undefined, with the reason reported, when there is nothing to work with. */
function readParts(intake: Intake, root: Place, most: ObjectLimits): Parts | undefined {
  const detail = under(root, "detail");
  if (!isMap(detail.value)) return void reportMissing(intake, root, "detail");
  if (!Array.isArray(detail.value["diagrams"])) return void reportMissing(intake, detail, "diagrams");
  const diagrams = readDiagrams(intake, detail);
  const cells = readCells(intake, diagrams);
  const boxes = cells.filter((cell) => cell.shape === "box" || cell.shape === "curve").length;
  if (cells.length > most.objects) return void report(intake, "F2011", detail.at, { count: cells.length, what: "cells", limit: most.objects });
  if (boxes > most.boundaries) return void report(intake, "F2011", detail.at, { count: boxes, what: "boundaries", limit: most.boundaries });
  if (!cells.some((cell) => isElement(cell.shape))) report(intake, "F2010", detail.at);
  return { diagrams, cells };
}

function buildWork(intake: Intake, { diagrams, cells }: Parts, options: ReadOptions): DragonWork {
  const byId = cellsById(cells);
  const flows = cells.filter((cell) => cell.shape === "flow").map((cell) => ({ cell, ends: readEnds(intake, cell, byId) }));
  const attached = flows.flatMap(({ cell, ends }): readonly Attached[] => (ends.from === undefined || ends.to === undefined ? [] : [{ cell, from: ends.from, to: ends.to }]));
  const threats = placeThreats(intake, cells, flows);
  const book = assignIds(idWishes(cells, attached, threats), system, options.previous, options.taken);
  const work: DragonWork = { intake, draft: openDraft(), book, cells, containment: readContainment(intake, cells, book.ids) };
  for (const cell of cells) {
    if (isElement(cell.shape)) putElement(work, cell, cell.shape);
    else if (cell.shape === "box") putBoundary(work, cell);
    else if (cell.shape === "text") settleLayout(work, cell);
  }
  for (const { cell, from, to } of attached) putFlow(work, cell, from, to);
  for (const { cell, ends } of flows) if (ends.from === undefined || ends.to === undefined) dropLooseFlow(work, cell, ends);
  const drawn = attached.map(({ cell }) => ({ cell, id: book.ids.get(cell.key) ?? "" }));
  for (const cell of cells) if (cell.shape === "curve") dropCurve(work, cell, drawn, byId);
  for (const { threat, at } of threats) putThreat(work, threat, at);
  const byDiagram = groupBy(cells, (cell) => cell.diagram.key);
  for (const diagram of diagrams) putView(work, diagram, byDiagram.get(diagram.key) ?? []);
  reportTwins(work);
  return work;
}

function placeThreats(intake: Intake, cells: readonly Cell[], flows: readonly { readonly cell: Cell; readonly ends: FlowEnds }[]): readonly PlacedThreat[] {
  const endsOf = new Map(flows.map(({ cell, ends }) => [cell, ends]));
  const carried = new Set(flows.flatMap(({ cell, ends }) => (ends.from === undefined || ends.to === undefined ? [] : [cell])));
  return readCellThreats(intake, cells).map((threat) => ({ threat, at: threatTarget(threat.cell, carried, endsOf.get(threat.cell)) }));
}
