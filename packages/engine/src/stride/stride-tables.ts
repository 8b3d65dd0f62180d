// The STRIDE table of every trust boundary: a row for the boundary, for each crossing and leg, and for each member at a crossing's end.
import type { Model } from "@merlon/core";
import type { CellState, Library, StrideCell, StrideRow, StrideTable, StrideTables, Target } from "@merlon/schema";
import { judge, type AnalyzeOptions, type Judged } from "../analysis/judge.ts";
import { prepare } from "../analysis/prepare.ts";
import { byId } from "../analysis/summaries.ts";
import { trustOfBoundary } from "../facts/trust.ts";
import type { BoundarySubject, Subject } from "../facts/subject.ts";
import { targetOf } from "../threats/build-threat.ts";
import { CELL_ORDER } from "./cell-order.ts";
import { assessTarget, LETTERS, type Leg } from "./assess-target.ts";

export function strideTables(model: Model, library: Library, options: AnalyzeOptions): StrideTables {
  return tablesOf(judge(prepare(model, library), options));
}

function tablesOf(judged: Judged): StrideTables {
  const { base, model } = judged.prepared;
  const cells: Record<string, StrideCell> = {};
  const tables = [...base.subjects.boundaries.values()].sort(byId).map((b) => tableOf(b, judged, cells));
  const counts = Object.fromEntries(CELL_ORDER.map((s) => [s, 0])) as Record<CellState, number>;
  for (const cell of Object.values(cells)) counts[cell.state]++;
  return { schema: "merlon/stride/1", model: { id: model.header.id, title: model.header.title }, tables, cells, counts };
}

function tableOf(boundary: BoundarySubject, judged: Judged, cells: Record<string, StrideCell>): StrideTable {
  const crossings = [...boundary.crossings].sort(byId);
  const members = [...new Set(crossings.flatMap((f) => [f.from, f.to]).filter((e) => e.boundaries.includes(boundary)))].sort(byId);
  const row = (kind: StrideRow["kind"], subject: Subject, leg: Leg = "request") => rowOf(kind, subject, leg, { judged, cells });
  return {
    boundary: boundary.id, title: boundary.title, type: boundary.source.type, trust: String(trustOfBoundary(boundary, judged.prepared.base).value ?? "unknown"),
    rows: [
      row("boundary", boundary),
      ...crossings.flatMap((f) => [row("request", f), row("response", f, "response")]),
      ...members.map((e) => row("member", e)),
    ],
  };
}

const ARROWS: Readonly<Record<StrideRow["kind"], string>> = { boundary: "", request: "→", response: "←", member: "" };

function rowOf(kind: StrideRow["kind"], subject: Subject, leg: Leg, { judged, cells }: { readonly judged: Judged; readonly cells: Record<string, StrideCell> }): StrideRow {
  const ids = LETTERS.map((letter) => `${letter}@${subject.id}${leg === "response" ? "+response" : ""}`);
  if (!(ids[0]! in cells)) for (const cell of assessTarget(subject, leg, judged)) cells[cell.id] = cell;
  const target: Target = targetOf(subject, leg);
  const quiet = ids.every((id) => cells[id]!.state !== "threat" && cells[id]!.state !== "unknown" && cells[id]!.state !== "planned" && cells[id]!.state !== "accepted");
  return { kind, target, arrow: ARROWS[kind], cells: ids, quiet };
}
