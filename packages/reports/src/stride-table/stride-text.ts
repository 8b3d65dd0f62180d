// STRIDE tables for a terminal: a table for each boundary where the screen is wide enough, else a list; details below.
import type { StrideCell, StrideTables } from "@merlon/schema";
import { blank, ink, labelled, line, renderLines, type Line, type Page, type Piece } from "../terminal/lines.ts";
import { renderTable, tableWidth, type Column, type TableRow } from "../terminal/table.ts";
import { CELL_STATES, cellLooks } from "../wording/cell-state.ts";
import { counted } from "../wording/counted.ts";
import { decisionSentence, standingWords } from "../wording/decision.ts";
import { letterNames, STRIDE_LETTERS } from "../wording/stride-letter.ts";
import { becauseOf, cellsOf, rowTitle, stateCounts, tableViews, techniquesOf, weightOf, type RowDetails, type StrideOptions, type TableView } from "./stride-view.ts";

export interface StrideTextOptions extends StrideOptions, Page {
  readonly command?: (verb: string) => string;
}

export function strideText(tables: StrideTables, options: StrideTextOptions): string {
  const views = tableViews(tables, options);
  const head = [line([ink("bold", tables.model.title), ink("dim", `  STRIDE at ${counted(tables.tables.length, "trust boundary")}`)]), blank];
  const folded = views.reduce((sum, view) => sum + view.folded.length, 0);
  return [
    renderLines(head, options), ...views.map((view) => tableText(view, tables, options)),
    renderLines([...legendLines(tables), ...foldedLines(folded, options)], options),
  ].join("");
}

function tableText(view: TableView, tables: StrideTables, options: StrideTextOptions): string {
  const { table, folded, details } = view;
  const title = line([ink("bold", table.title), ink("dim", `  ${table.type} boundary, trust ${table.trust}`)]);
  const fold = folded.length > 0 ? [line(ink("dim", `${counted(folded.length, "row")} folded: neither threat nor question`), 2)] : [];
  const detail = details.flatMap((d) => detailLines(d, options));
  const end = detail.length > 0 ? [blank, ...detail, blank] : [blank];
  return renderLines([title], options) + gridText(view, tables, options) + renderLines([...fold, ...end], options);
}

const NARROWEST_TITLE = 18;
const WIDEST_TITLE = 40;

/** The titles get what the cells leave. Where that is too little techniques stay in the details, else the cells become a list. */
function gridText({ rows }: TableView, tables: StrideTables, options: StrideTextOptions): string {
  if (rows.length === 0) return "";
  const cells = rows.map((row) => cellsOf(row, tables));
  const long = STRIDE_LETTERS.map((letter): Column => ({ title: `${letter} ${letterNames[letter].split(" ")[0] ?? ""}`, max: 14 }));
  const grids: readonly (readonly [readonly Column[], readonly TableRow[]])[] = [
    [long, cells.map((own) => ({ cells: own.map(cellPieces) }))],
    [STRIDE_LETTERS.map((letter) => ({ title: letter })), cells.map((own) => ({ cells: own.map((cell) => [statePiece(cell)]) }))],
  ];
  for (const [letters, states] of grids) {
    const room = options.width === 0 ? WIDEST_TITLE : options.width - 4 - tableWidth(letters, states);
    if (room < NARROWEST_TITLE) continue;
    const titled = rows.map((row, index): TableRow => ({ cells: [[rowTitle(row)], ...(states[index]?.cells ?? [])] }));
    return renderTable([{ title: "", max: Math.min(WIDEST_TITLE, room) }, ...letters], titled, options, 2);
  }
  return renderLines(rows.flatMap((row, index) => [line(ink("bold", rowTitle(row)), 2), ...listOf(cells[index] ?? [])]), options);
}

/** Three cells to a line where a table would not fit. */
function listOf(cells: readonly StrideCell[]): readonly Line[] {
  const piece = (cell: StrideCell): Piece => [`${cell.letter} `, statePiece(cell, 16)];
  return [cells.slice(0, 3), cells.slice(3)].map((three) => line(three.map(piece), 4));
}

function cellPieces(cell: StrideCell): readonly Piece[] {
  const [first, ...more] = techniquesOf(cell);
  return [statePiece(cell), ...(first === undefined ? [] : [ink("dim", `  ${first}${more.length > 0 ? ` +${more.length}` : ""}`)])];
}

function statePiece(cell: StrideCell, width = 0): Piece {
  const { mark, word, inks } = cellLooks[cell.state];
  const weight = weightOf(cell);
  return ink(inks, `${mark} ${word}${weight > 1 ? ` ${weight}` : ""}`.padEnd(width));
}

function detailLines({ row, entries, verdicts, seenIn }: RowDetails, options: StrideTextOptions): readonly Line[] {
  if (seenIn !== undefined) return [line([ink("bold", rowTitle(row)), ink("dim", `  as told under ${seenIn}`)], 2)];
  return [
    line(ink("bold", rowTitle(row)), 2),
    ...entries.flatMap(({ letters, entry }) => {
      const { mark, inks } = cellLooks[entry.state];
      const why = becauseOf(entry);
      return [
        labelled([ink(inks, `${mark} `), ink("bold", `${letters.join(" ")}  `)], [entry.title, entry.attack.length > 0 ? ink("dim", `  ${entry.attack.join(" ")}`) : undefined], 4),
        line([ink("cyan", entry.id), why !== "" && (entry.kind !== "question" || options.all) ? ink("dim", `  ${why}`) : undefined], 6),
      ];
    }),
    ...verdicts.map(({ letter, status }) => labelled([ink("magenta", "§ "), ink("bold", `${letter}  `)], [decisionSentence(status), status.decision.reason === undefined ? undefined : ` ${status.decision.reason}`, ink("dim", ` (${standingWords(status)})`)], 4)),
  ];
}

function legendLines(tables: StrideTables): readonly Line[] {
  return [
    line([ink("bold", "Cells"), ink("dim", "  each counted once; the number behind a state says how many entries or rules")]),
    ...stateCounts(tables, CELL_STATES).map(([state, n]) => {
      const { mark, word, meaning, inks } = cellLooks[state];
      return labelled([ink(inks, `${mark} ${word}`.padEnd(12)), String(n).padStart(5), "  "], ink("dim", meaning), 2);
    }),
  ];
}

function foldedLines(folded: number, options: StrideTextOptions): readonly Line[] {
  const command = options.command?.("stride --all") ?? "merlon stride --all";
  return folded > 0 ? [blank, line(ink("dim", `${counted(folded, "row")} folded; to see them: ${command}`))] : [];
}
