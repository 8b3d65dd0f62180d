// Titles to ids: `[a-z][a-z0-9-]{0,62}`, a documented function of the text and nothing else.

const longestId = 63;
const longestTitle = 48;

const unfolded: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Accents are dropped, runs of anything but letters and digits become a dash, long titles are cut at a word. Empty when no Latin letter or digit is left. */
export function slug(text: string, longest = longestTitle): string {
  const plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").replace(/[ßæœøłđðþı]/g, (letter) => unfolded[letter] ?? "");
  return cut(plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""), longest);
}

/** Keys that no file may have. */
const refused = new Set(["constructor", "prototype"]);

/** The slug of a title, with `kind` in front where it may not be an id by itself. Undefined when the title has nothing to offer. */
export function titleId(title: string, kind: string): string | undefined {
  const words = slug(title);
  if (words === "") return undefined;
  return /^[a-z]/.test(words) && !refused.has(words) ? words : joinIds(kind, words);
}

/** `a-b`, shortened in its first part where it would be too long. */
export function joinIds(first: string, second: string): string {
  const room = Math.max(1, longestId - second.length - 1);
  return `${cut(first, room)}-${second}`.slice(0, longestId).replace(/-$/, "");
}

function cut(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const head = words.slice(0, longest);
  const end = words[longest] === "-" ? longest : head.lastIndexOf("-");
  return head.slice(0, end > longest / 2 ? end : longest).replace(/-$/, "");
}
