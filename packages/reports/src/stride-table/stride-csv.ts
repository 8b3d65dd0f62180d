// STRIDE tables as CSV: one line per cell and table with all there is to say, quiet ones too unless they are folded.
import type { CellEntry, StrideCell, StrideRow, StrideTable, StrideTables } from "@merlon/schema";
import { csvText } from "../escape/csv.ts";
import { cellsOf, tableViews, type StrideOptions } from "./stride-view.ts";

const HEAD = [
  "boundary", "boundary title", "boundary type", "boundary trust", "row", "target kind", "target", "target title", "leg", "letter", "cell", "state",
  "threats", "questions", "mitigated", "checked by", "attack", "entries", "because", "verdict", "verdict reason", "verdict standing",
];

export function strideCsv(tables: StrideTables, options: StrideOptions = {}): string {
  const lines = tableViews(tables, options).flatMap(({ table, rows }) =>
    rows.flatMap((row) => cellsOf(row, tables).map((cell) => cellLine(table, row, cell))));
  return csvText([HEAD, ...lines]);
}

function cellLine(table: StrideTable, row: StrideRow, cell: StrideCell): readonly (string | number)[] {
  const of = (kind: CellEntry["kind"]): readonly CellEntry[] => cell.entries.filter((entry) => entry.kind === kind);
  const ids = (kind: CellEntry["kind"]): string => of(kind).map(({ id }) => id).join("; ");
  return [
    table.boundary, table.title, table.type, table.trust, row.kind, row.target.kind, row.target.id, row.target.title, row.target.leg ?? "",
    cell.letter, cell.id, cell.state, ids("threat"), ids("question"), ids("mitigated"), cell.checkedBy,
    [...new Set(cell.entries.flatMap((entry) => entry.attack))].join(" "),
    cell.entries.map((entry) => `${entry.title} [${entry.state}]`).join("; "), cell.entries.flatMap((entry) => entry.because).join("; "),
    cell.decision?.decision.state ?? "", cell.decision?.decision.reason ?? "", cell.decision?.state ?? "",
  ];
}
