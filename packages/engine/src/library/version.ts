// Semantic versions, as far as packs need them: what is one, which is older, and which is still being worked on.
const PATTERN = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;

export function isSemanticVersion(text: string): boolean {
  return PATTERN.test(text);
}

/** One with a hyphen, such as `1.2.0-draft`: its content may still change. */
export function isWorkVersion(text: string): boolean {
  return PATTERN.exec(text)?.[4] !== undefined;
}

/** Whether `a` comes before `b`; never where one of them is no semantic version. */
export function olderVersion(a: string, b: string): boolean {
  const [left, right] = [PATTERN.exec(a), PATTERN.exec(b)];
  if (!left || !right) return false;
  for (const part of [1, 2, 3]) if (left[part] !== right[part]) return Number(left[part]) < Number(right[part]);
  const [early, late] = [left[4], right[4]];
  if (early === undefined || late === undefined) return early !== undefined && late === undefined;
  return olderTag(early.split("."), late.split("."));
}

/** Numbers before words, numbers by size, words by letters, the shorter list first. */
function olderTag(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [left, right] = at < 0 ? [undefined, b[a.length]] : [a[at], b[at]];
  if (left === undefined || right === undefined) return left === undefined && right !== undefined;
  const numbers = [left, right].map((part) => /^\d+$/.test(part));
  return numbers[0] && numbers[1] ? Number(left) < Number(right) : numbers[0] === numbers[1] ? left < right : numbers[0] === true;
}
