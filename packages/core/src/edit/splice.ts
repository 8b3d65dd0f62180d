// A change of text at an offset. All edits are lists of these, so that what they do not name stays byte for byte.

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Splices may come in any order, but must not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let at = 0;
  for (const splice of ordered) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}
