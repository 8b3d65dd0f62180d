// How alike two texts are: cosine of their word weights, rare words counting more. Plain and the same on every machine.

export type Weights = ReadonlyMap<string, number>;

const stopWords = new Set((
  "a an and any are as at be been being but by can could do does for from get gets had has have he her his how i if in into is it its itself more most no nobody not of off on once one only or other others "
  + "our out over she so some somebody such than that the their them then there these they this those through to under up us was way we were what when where which while who whom whose why will with within without would you your "
  + "attacker attackers actor threat threats leads lead resulting reduced access impact harming use used using user users"
).split(" "));

/** Distinct, in the order of the text; the same texts come again and again. */
const known = new Map<string, ReadonlySet<string>>();

export function words(text: string): ReadonlySet<string> {
  const found = known.get(text) ?? wordsIn(text);
  known.set(text, found);
  return found;
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 2 && !stopWords.has(word)).map(stem));
}

/** Cuts the commonest endings; crude on purpose. */
export function stem(word: string): string {
  return word.replace(/(?:ations?|ing|ies|ied|ed|es|s|ly|er|ers|ion|ions)$/, "").slice(0, 8) || word;
}

/** Weight of a word: the rarer among the texts, the more. */
export function weightsOf(texts: readonly string[]): Weights {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(texts.length / count)]));
}

export function similarity(a: string, b: string, weights: Weights): number {
  const [left, right] = [words(a), words(b)];
  const square = (word: string): number => (weights.get(word) ?? 0) ** 2;
  const sum = (set: Iterable<string>): number => [...set].reduce((total, word) => total + square(word), 0);
  const length = Math.sqrt(sum(left) * sum(right));
  return length === 0 ? 0 : sum([...left].filter((word) => right.has(word))) / length;
}
