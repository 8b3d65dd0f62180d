// The STRIDE table of every trust boundary: a row for the boundary, for each crossing and leg, and for each member at a crossing's end.
import type { Model } from "@merlon/core";
import type { CellState, Library, StrideCell, StrideRow, StrideTable, StrideTables } from "@merlon/schema";
import { judge, type AnalyzeOptions, type Judged } from "../analysis/judge.ts";
import { prepare } from "../analysis/prepare.ts";
import { byId } from "../analysis/summaries.ts";
import { endsInside } from "../facts/crossing-policy.ts";
import type { BoundarySubject, Subject } from "../facts/subject.ts";
import { targetOf } from "../threats/build-threat.ts";
import { indexCells, type CellIndex } from "./cell-index.ts";
import { CELL_ORDER } from "./cell-order.ts";
import { assessTarget, type Leg } from "./assess-target.ts";

/** Tables by boundary id; each cell once in `cells`, by the ids that the rows name. Cost and size grow with the number of crossings. */
export function strideTables(model: Model, library: Library, options: AnalyzeOptions): StrideTables {
  return tablesOf(judge(prepare(model, library), options));
}

function tablesOf(judged: Judged): StrideTables {
  const { base, model } = judged.prepared;
  const assessed: Assessed = { index: indexCells(judged), cells: {}, rows: { request: new Map(), response: new Map() } };
  const tables = [...base.subjects.boundaries.values()].sort(byId).map((b) => tableOf(b, assessed));
  const counts = Object.fromEntries(CELL_ORDER.map((s) => [s, 0])) as Record<CellState, number>;
  for (const cell of Object.values(assessed.cells)) counts[cell.state]++;
  return { schema: "merlon/stride/1", model: { id: model.header.id, title: model.header.title }, ...(model.view ? { view: model.view } : {}), tables, cells: assessed.cells, counts };
}

/** Each row is assessed once, and stands in every table that it belongs to. */
interface Assessed {
  readonly index: CellIndex;
  readonly cells: Record<string, StrideCell>;
  readonly rows: Readonly<Record<Leg, Map<Subject, StrideRow>>>;
}

function tableOf(boundary: BoundarySubject, assessed: Assessed): StrideTable {
  const crossings = [...boundary.crossings].sort(byId);
  const members = [...new Set(crossings.flatMap((f) => endsInside(boundary, f)))].sort(byId);
  return {
    boundary: boundary.id, title: boundary.title, type: boundary.source.type, trust: String(assessed.index.base.fact(boundary, "trust").value ?? "unknown"),
    rows: [
      rowOf(boundary, "request", assessed),
      ...crossings.flatMap((f) => [rowOf(f, "request", assessed), rowOf(f, "response", assessed)]),
      ...members.map((e) => rowOf(e, "request", assessed)),
    ],
  };
}

function rowOf(subject: Subject, leg: Leg, { index, cells, rows }: Assessed): StrideRow {
  const known = rows[leg].get(subject);
  if (known) return known;
  const own = assessTarget(subject, leg, index);
  for (const cell of own) cells[cell.id] = cell;
  const [kind, arrow] = subject.kind === "flow" ? [leg, ARROWS[leg]] as const : [subject.kind === "boundary" ? "boundary" : "member", ""] as const;
  const row: StrideRow = { kind, target: targetOf(subject, leg), arrow, cells: own.map(({ id }) => id), quiet: own.every(isQuiet) };
  rows[leg].set(subject, row);
  return row;
}

const ARROWS: Readonly<Record<Leg, string>> = { request: "→", response: "←" };

/** Neither threat nor question that the model's depth asks for. */
function isQuiet({ state, entries }: StrideCell): boolean {
  if (state === "unknown") return entries.every((entry) => entry.state !== "unknown" || entry.deeper === true);
  return state !== "threat" && state !== "planned" && state !== "accepted";
}
