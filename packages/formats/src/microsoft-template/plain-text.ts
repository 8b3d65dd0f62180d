// Text of templates and threats as people read it: the tool writes HTML into its columns and escapes it again each time somebody edits.

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: " " };

/** Escaped over and over is seen with three layers; more than this nobody reads anyway. */
const mostLayers = 8;

export function plainText(text: string): string {
  let plain = text;
  for (let layer = 0; layer < mostLayers; layer++) {
    const next = unescape(plain);
    if (next === plain) break;
    plain = next;
  }
  return plain.replace(/<br\s*\/?>|<\/p>|<\/li>/gi, "\n").replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** On one line. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ");
}

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp|#39|#34);/g, (_, name: string) => (name === "#39" ? "'" : name === "#34" ? "\"" : named[name] ?? ""));
}
