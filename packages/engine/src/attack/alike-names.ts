// How much a text has in common with the names of techniques: 0 to 1, rare words counting more. Names without a word in common are left out.

const stopWords = new Set("a an and are as at be by due for from in into is of on or the through to use used using via with unauthorized attack attacks attacker malicious".split(" "));

export function alikeNames(text: string, names: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const asked = wordsOf(text);
  if (asked.size === 0) return new Map();
  const known = new Map([...names].map(([id, name]) => [id, wordsOf(name)] as const));
  const counts = new Map<string, number>();
  for (const words of known.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + (counts.has(word) ? Math.log(names.size / (counts.get(word) ?? 1)) ** 2 : 0), 0);
  const whole = weight(asked);
  return new Map([...known].flatMap(([id, words]) => {
    const shared = weight([...asked].filter((word) => words.has(word)));
    return shared === 0 ? [] : [[id, shared / Math.sqrt(weight(words) * whole)] as const];
  }));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 2 && !stopWords.has(word)).map(stem));
}

/** Cuts the commonest endings, so that `injection` and `injected` are one word. */
function stem(word: string): string {
  return word.replace(/(?:ations?|ing|ies|ied|ed|es|s|ly|er|ers|ion|ions|al)$/, "").slice(0, 8);
}
