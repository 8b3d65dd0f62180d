// The candidate a person most likely meant, for "did you mean …?" hints.

/** The closest candidate by edit distance, or undefined when none is close enough to be a likely slip. Ties go to the first in order of text. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return slipsOf(word, candidates)[0] ?? (numbered.test(word) ? undefined : byContainment(word, candidates));
}

/** Of a catalogue: T1190, AML.T0051, G0016, CWE-89. */
const numbered = /^(?:(?:aml\.)?(?:ta?|[gms])\d{4}(?:\.\d+)?|(?:cwe|capec)-\d+)$/i;

/** All candidates that are equally close by edit distance, in order of text; none when the word is no likely slip of any. */
export function slipsOf(word: string, candidates: Iterable<string>): readonly string[] {
  // Another number is another thing: T9999 is no slip of T1499.
  const limit = numbered.test(word) ? 1 : Math.min(5, Math.max(1, Math.floor(word.length * 0.4)));
  let best: string[] = [];
  let bestDistance = limit;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance > bestDistance) continue;
    if (distance < bestDistance) best = [];
    best.push(candidate);
    bestDistance = distance;
  }
  return best.sort();
}

/** `postgres` for `postgresql`, or the dotted value that ends in the word: `datastore.sql.postgres` for `postgres`. */
function byContainment(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length < 3) return undefined;
  let best: string | undefined;
  for (const candidate of candidates) {
    const related = candidate.split(".").includes(word) || (candidate.length >= 4 && word.includes(candidate));
    if (!related) continue;
    if (best === undefined || candidate.length < best.length || (candidate.length === best.length && candidate < best)) best = candidate;
  }
  return best;
}

/** Optimal string alignment: insertions, deletions, substitutions and swapped neighbours. Gives up (returns limit + 1) once over the limit. */
function editDistance(a: string, b: string, limit: number): number {
  if (a.length > 100 || b.length > 100) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
