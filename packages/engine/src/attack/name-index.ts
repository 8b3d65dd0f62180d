// How much a text has in common with the names of techniques: 0 to 1, rare words counting more. Names without a word in common are left out.

const stopWords = new Set("a an and are as at be by due for from in into is of on or the through to use used using via with unauthorized attack attacks attacker malicious".split(" "));

export type NameIndex = (text: string) => ReadonlyMap<string, number>;

export function nameIndex(names: ReadonlyMap<string, string>): NameIndex {
  const known = [...names].map(([id, name]) => [id, wordsOf(name)] as const);
  const counts = new Map<string, number>();
  for (const [, words] of known) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + (counts.has(word) ? Math.log(names.size / (counts.get(word) ?? 1)) ** 2 : 0), 0);
  const weighed = known.map(([id, words]) => ({ id, words, whole: weight(words) }));
  return (text) => {
    const asked = [...wordsOf(text)].filter((word) => counts.has(word));
    const whole = weight(asked);
    return new Map(weighed.flatMap(({ id, words, whole: own }) => {
      const shared = weight(asked.filter((word) => words.has(word)));
      return shared === 0 ? [] : [[id, shared / Math.sqrt(own * whole)] as const];
    }));
  };
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 2 && !stopWords.has(word)).map(stem));
}

/** Cuts the commonest endings, so that `injection` and `injected` are one word. */
function stem(word: string): string {
  return word.replace(/(?:ations?|ing|ies|ied|ed|es|s|ly|er|ers|ion|ions|al)$/, "").slice(0, 8);
}
