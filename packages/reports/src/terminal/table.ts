// Tables for a terminal: columns as wide as they must be, cells wrapped, borders only where they help the eye.
import { displayWidth } from "./display-width.ts";
import { line, renderRow, rowsOf, type Page, type Piece, type Row } from "./lines.ts";
import { plainStyle } from "./style.ts";

export interface Column {
  readonly title: string;
  /** Cells are wrapped at this width. */
  readonly max?: number;
  readonly align?: "left" | "right";
}

export interface TableRow {
  readonly cells: readonly (readonly Piece[])[];
}

const GAP = "  ";

/** Each cell is a list of lines. A rule stands below the head. */
export function renderTable(columns: readonly Column[], rows: readonly TableRow[], page: Page, indent = 0): string {
  const heads = columns.map(({ title }) => rowsOf(line({ text: title, inks: ["bold"] }), 0));
  const cells = rows.map((row) => columns.map((column, index) => wrapCell(row.cells[index] ?? [], column.max ?? 0)));
  const widths = columns.map((_, index) => Math.max(...[heads, ...cells].map((row) => widthOf(row[index] ?? []))));
  const frame: Frame = { columns, widths, page, indent };
  const rule = " ".repeat(indent) + page.style.dim(widths.map((width) => "─".repeat(width)).join(GAP));
  return `${drawRow(heads, frame)}${rule}\n${cells.map((row) => drawRow(row, frame)).join("")}`;
}

interface Frame {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly page: Page;
  readonly indent: number;
}

export function tableWidth(columns: readonly Column[], rows: readonly TableRow[]): number {
  const widths = columns.map(({ title, max }, index) =>
    Math.max(displayWidth(title), ...rows.map((row) => widthOf(wrapCell(row.cells[index] ?? [], max ?? 0)))));
  return widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length);
}

function wrapCell(cell: readonly Piece[], max: number): readonly Row[] {
  return cell.flatMap((part) => rowsOf(line(part), max));
}

function widthOf(cell: readonly Row[]): number {
  return Math.max(0, ...cell.map((row) => row.indent + row.spans.reduce((sum, span) => sum + displayWidth(span.text), 0)));
}

function drawRow(row: readonly (readonly Row[])[], { columns, widths, page, indent }: Frame): string {
  const height = Math.max(1, ...row.map((cell) => cell.length));
  let text = "";
  for (let y = 0; y < height; y++) {
    const drawn = row.map((cell, index) => {
      const part = cell[y];
      const space = " ".repeat((widths[index] ?? 0) - (part ? displayWidth(renderRow(part, plainStyle)) : 0));
      const inked = part ? renderRow(part, page.style) : "";
      return columns[index]?.align === "right" ? space + inked : inked + space;
    });
    text += `${`${" ".repeat(indent)}${drawn.join(GAP)}`.replace(/ +$/, "")}\n`;
  }
  return text;
}
