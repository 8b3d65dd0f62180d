// What every form of a STRIDE table shows: which rows, what stands in a cell, and the details below.
import type { CellEntry, CellState, DecisionStatus, StrideCell, StrideLetter, StrideRow, StrideTable, StrideTables } from "@merlon/schema";
import { isLoud } from "../wording/cell-state.ts";

export interface StrideOptions {
  /** Also shows rows and entries with neither threat nor question. */
  readonly all?: boolean;
}

export interface RowDetails {
  readonly row: StrideRow;
  /** Each entry once, with every letter it stands under. */
  readonly entries: readonly { readonly letters: readonly StrideLetter[]; readonly entry: CellEntry }[];
  readonly verdicts: readonly { readonly letter: StrideLetter; readonly status: DecisionStatus }[];
  /** The table in which the row's details stand already. */
  readonly seenIn?: string;
}

export interface TableView {
  readonly table: StrideTable;
  readonly rows: readonly StrideRow[];
  readonly folded: readonly StrideRow[];
  readonly details: readonly RowDetails[];
}

export function tableViews(tables: StrideTables, options: StrideOptions): readonly TableView[] {
  const seen = new Map<string, string>();
  return tables.tables.map((table) => {
    const rows = options.all ? table.rows : table.rows.filter((row) => !row.quiet);
    const details = rows.map((row) => detailsOf(row, tables, options, seen)).filter((d) => d.entries.length + d.verdicts.length > 0);
    for (const { row } of details) if (!seen.has(rowKey(row))) seen.set(rowKey(row), table.title);
    return { table, rows, folded: options.all ? [] : table.rows.filter((row) => row.quiet), details };
  });
}

/** A flow's two legs are two rows; the same row may stand in several tables. */
function rowKey(row: StrideRow): string {
  return row.cells[0] ?? row.target.id;
}

export function cellsOf(row: StrideRow, tables: StrideTables): readonly StrideCell[] {
  return row.cells.map((id) => tables.cells[id]).filter((cell) => cell !== undefined);
}

export function rowTitle(row: StrideRow): string {
  if (row.kind === "boundary") return "the boundary itself";
  return row.arrow === "" ? row.target.title : `${row.arrow} ${row.target.title}`;
}

/** How many entries make the cell what it is; nothing for states without any. */
export function weightOf(cell: StrideCell): number {
  return cell.state === "checked" ? cell.checkedBy : cell.entries.filter((entry) => entry.state === cell.state).length;
}

/** Techniques of what makes the cell loud. */
export function techniquesOf(cell: StrideCell): readonly string[] {
  if (!isLoud(cell.state)) return [];
  return [...new Set(cell.entries.filter((entry) => entry.state === cell.state).flatMap((entry) => entry.attack))];
}

function detailsOf(row: StrideRow, tables: StrideTables, options: StrideOptions, seen: ReadonlyMap<string, string>): RowDetails {
  const cells = cellsOf(row, tables);
  const found = new Map<string, { letters: StrideLetter[]; entry: CellEntry }>();
  for (const cell of cells) {
    for (const entry of cell.entries) {
      if (!options.all && (!isLoud(entry.state) || entry.deeper)) continue;
      const key = entry.state === "not-applicable" && entry.kind === "checked" ? entry.title : `${entry.state} ${entry.id}`;
      const known = found.get(key);
      if (known) known.letters.push(cell.letter);
      else found.set(key, { letters: [cell.letter], entry });
    }
  }
  const verdicts = cells.flatMap((cell) => (cell.decision ? [{ letter: cell.letter, status: cell.decision }] : []));
  const seenIn = seen.get(rowKey(row));
  return { row, entries: [...found.values()], verdicts, ...(seenIn === undefined ? {} : { seenIn }) };
}

/** Why the entry is what it is, without saying its title again. */
export function becauseOf(entry: CellEntry): string {
  return entry.because.filter((because) => because !== entry.title).join("; ");
}

/** Cells of each state over all tables, those that occur. */
export function stateCounts(tables: StrideTables, order: readonly CellState[]): readonly (readonly [CellState, number])[] {
  return order.map((state): [CellState, number] => [state, tables.counts[state]]).filter(([, n]) => n > 0);
}
