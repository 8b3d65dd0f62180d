// Turns offsets into lines and columns. The index of line starts is built once, on first need.
import type { SourceFile } from "./source-file.ts";

export interface Position {
  /** Both start at 1; columns count UTF-16 units, as editors and SARIF do. */
  readonly line: number;
  readonly column: number;
}

export type PositionAt = (offset: number) => Position;

/** From an offset in UTF-16 units to line and column, both from 1. */
export function positionIndex(file: SourceFile): PositionAt {
  let starts: readonly number[] | undefined;
  return function positionAt(offset) {
    starts ??= lineStarts(file.text);
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** A line ends at LF, CRLF or a lone CR, as in YAML. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const ends = /\r\n|\n|\r/g;
  while (ends.exec(text) !== null) starts.push(ends.lastIndex);
  return starts;
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
