// Which lines differ between two texts, as few as can be found quickly.

export interface ChangedLine {
  readonly sign: "-" | "+";
  /** In the old text for what goes, in the new one for what comes. */
  readonly number: number;
  readonly text: string;
}

/** Longer stretches are shown as a whole rather than compared line by line. */
const most = 2_000;

export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const inner = { a: a.slice(start, a.length - end), b: b.slice(start, b.length - end) };
  const kept = inner.a.length > most || inner.b.length > most ? [] : commonLines(inner.a, inner.b);
  return listed(inner.a, inner.b, kept).map((line) => ({ ...line, number: line.number + start }));
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\r?\n$/, "").split(/\r?\n/);
}

/** Pairs of places with the same line: a longest common subsequence. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (table[i + 1]![j]! >= table[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

function listed(a: readonly string[], b: readonly string[], kept: readonly (readonly [number, number])[]): readonly ChangedLine[] {
  const lines: ChangedLine[] = [];
  let [i, j] = [0, 0];
  for (const [nextA, nextB] of [...kept, [a.length, b.length] as const]) {
    for (; i < nextA; i++) lines.push({ sign: "-", number: i + 1, text: a[i]! });
    for (; j < nextB; j++) lines.push({ sign: "+", number: j + 1, text: b[j]! });
    [i, j] = [nextA + 1, nextB + 1];
  }
  return lines;
}
