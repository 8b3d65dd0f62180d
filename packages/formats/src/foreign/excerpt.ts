// Foreign text in a message or a report: one line, no control or direction characters, cut to a length.

export function excerpt(value: unknown, length = 80): string {
  const text = typeof value === "string" ? value : JSON.stringify(value) ?? "nothing";
  const line = oneLine(text);
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** Titles come with line breaks for the picture's sake; here they are one line. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
}
