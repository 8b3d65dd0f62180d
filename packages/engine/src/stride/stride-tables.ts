// The STRIDE table of every trust boundary: a row for the boundary, for each crossing and leg, and for each member at a crossing's end.
import type { Model } from "@merlon/core";
import type { CellState, Library, StrideCell, StrideRow, StrideTable, StrideTables, Target } from "@merlon/schema";
import { judge, type AnalyzeOptions, type Judged } from "../analysis/judge.ts";
import { prepare } from "../analysis/prepare.ts";
import { byId } from "../analysis/summaries.ts";
import { endsInside } from "../facts/crossing-policy.ts";
import type { BoundarySubject, Subject } from "../facts/subject.ts";
import { targetOf } from "../threats/build-threat.ts";
import { indexCells, type CellIndex } from "./cell-index.ts";
import { CELL_ORDER } from "./cell-order.ts";
import { assessTarget, cellId, LETTERS, type Leg } from "./assess-target.ts";

export function strideTables(model: Model, library: Library, options: AnalyzeOptions): StrideTables {
  return tablesOf(judge(prepare(model, library), options));
}

function tablesOf(judged: Judged): StrideTables {
  const { base, model } = judged.prepared;
  const cells: Record<string, StrideCell> = {};
  const index = indexCells(judged);
  const tables = [...base.subjects.boundaries.values()].sort(byId).map((b) => tableOf(b, index, cells));
  const counts = Object.fromEntries(CELL_ORDER.map((s) => [s, 0])) as Record<CellState, number>;
  for (const cell of Object.values(cells)) counts[cell.state]++;
  return { schema: "merlon/stride/1", model: { id: model.header.id, title: model.header.title }, tables, cells, counts };
}

function tableOf(boundary: BoundarySubject, index: CellIndex, cells: Record<string, StrideCell>): StrideTable {
  const crossings = [...boundary.crossings].sort(byId);
  const members = [...new Set(crossings.flatMap((f) => endsInside(boundary, f)))].sort(byId);
  const row = (kind: StrideRow["kind"], subject: Subject, leg: Leg = "request") => rowOf(kind, subject, leg, { index, cells });
  return {
    boundary: boundary.id, title: boundary.title, type: boundary.source.type, trust: String(index.base.fact(boundary, "trust").value ?? "unknown"),
    rows: [
      row("boundary", boundary),
      ...crossings.flatMap((f) => [row("request", f), row("response", f, "response")]),
      ...members.map((e) => row("member", e)),
    ],
  };
}

const ARROWS: Readonly<Record<StrideRow["kind"], string>> = { boundary: "", request: "→", response: "←", member: "" };

function rowOf(kind: StrideRow["kind"], subject: Subject, leg: Leg, { index, cells }: { readonly index: CellIndex; readonly cells: Record<string, StrideCell> }): StrideRow {
  const ids = LETTERS.map((letter) => cellId(letter, subject, leg));
  if (!(ids[0]! in cells)) for (const cell of assessTarget(subject, leg, index)) cells[cell.id] = cell;
  const target: Target = targetOf(subject, leg);
  const quiet = ids.every((id) => isQuiet(cells[id]!));
  return { kind, target, arrow: ARROWS[kind], cells: ids, quiet };
}

/** Neither threat nor question that the model's depth asks for. */
function isQuiet({ state, entries }: StrideCell): boolean {
  if (state === "unknown") return entries.every((entry) => entry.state !== "unknown" || entry.deeper === true);
  return state !== "threat" && state !== "planned" && state !== "accepted";
}
