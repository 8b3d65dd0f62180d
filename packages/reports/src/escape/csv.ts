// Writes CSV (RFC 4180, with plain line feeds) that a spreadsheet shows and never runs.
import { visible } from "./visible.ts";

/** Every field is quoted. One that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvField(value: string | number): string {
  const text = visible(String(value));
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(",")}\n`).join("");
}
