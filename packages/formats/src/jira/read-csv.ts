// Comma-separated text to rows, each with the line that it begins in: quoted cells may hold commas, quotes and line breaks.

export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export function readCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/gy;
  pattern.lastIndex = text.startsWith("\uFEFF") ? 1 : 0;
  let [cells, line, begins]: [string[], number, number] = [[], 1, 1];
  while (pattern.lastIndex < text.length) {
    const [whole, quoted, bare = "", end = ""] = pattern.exec(text) ?? [];
    // Text behind a closing quote, or a quote that never closes: the rest cannot be told apart.
    if (whole === undefined) break;
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    line += (whole.match(/\r?\n|\r/g) ?? []).length;
    if (end === ",") {
      if (pattern.lastIndex === text.length) cells.push("");
      else continue;
    }
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: begins, cells });
    [cells, begins] = [[], line];
  }
  return cells.length === 0 ? rows : [...rows, { line: begins, cells }];
}
