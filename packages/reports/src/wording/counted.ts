// Numbers with their nouns, and lists that say how much they leave out.

/** `1 threat`, `2 threats`, `2 boundaries`. */
export function counted(n: number, noun: string): string {
  if (n === 1) return `1 ${noun}`;
  return `${n} ${/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`}`;
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** `a, b and 3 more`. One left over is not worth hiding. `total`: when only the first items are given. */
export function listedUpTo(limit: number, items: readonly string[], total = items.length): string {
  if (total <= limit + 1) return listed(items);
  return `${items.slice(0, limit).join(", ")} and ${total - limit} more`;
}

export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
