// Git leaves its conflict markers in a file when a merge needs a person. No YAML or JSON has such lines.

/** Offset of the first marker; undefined unless the file has both the opening and the closing one. */
export function conflictMarker(text: string): number | undefined {
  const opening = /^<{7}(?:[ \t].*)?\r?$/m.exec(text);
  return opening !== null && /^>{7}(?:[ \t].*)?\r?$/m.test(text) ? opening.index : undefined;
}
