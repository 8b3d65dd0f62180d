// Prints a value as YAML: maps of at most two short entries and lists of words on one line, everything else in blocks.
// For files that Merlon writes whole; edits of people's files are splices.

const lineWidth = 120;

/** `comment` becomes the first line. */
export function printYaml(value: object, comment?: string): string {
  const head = comment === undefined ? "" : `# ${comment.replace(/\s+/g, " ")}\n`;
  return `${head}${Object.keys(value).length === 0 ? "{}\n" : block(value, "")}`;
}

function block(value: object, indent: string): string {
  if (Array.isArray(value)) return value.map((item) => `${indent}-${entryText(item, indent)}`).join("");
  return Object.entries(value).filter(([, entry]) => entry !== undefined).map(([key, entry]) => `${indent}${scalar(key)}:${entryText(entry, indent)}`).join("");
}

/** What stands behind a colon or a dash. */
function entryText(value: unknown, indent: string): string {
  if (typeof value === "string" && value.includes("\n") && isPlainBlock(value)) return literal(value, `${indent}  `);
  const short = inline(value);
  const fits = typeof value !== "object" || value === null || isEmpty(value) || (isShort(value) && indent.length + short.length < lineWidth);
  return fits ? ` ${short}\n` : `\n${block(value as object, `${indent}  `)}`;
}

function isShort(value: object): boolean {
  if (Array.isArray(value)) return value.every((entry) => typeof entry !== "object" || entry === null);
  const entries = Object.values(value).filter((entry) => entry !== undefined);
  return entries.length <= 2 && entries.every((entry) => typeof entry !== "object" || entry === null || Array.isArray(entry));
}

function isEmpty(value: object): boolean {
  return (Array.isArray(value) ? value : Object.values(value).filter((entry) => entry !== undefined)).length === 0;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalar(value);
  return `{${Object.entries(value).filter(([, entry]) => entry !== undefined).map(([key, entry]) => `${scalar(key)}: ${inline(entry)}`).join(", ")}}`;
}

function scalar(value: unknown): string {
  if (typeof value !== "string") return String(value);
  return isPlain(value) ? value : JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Safe without quotes in every place, and read back as the same text. */
function isPlain(text: string): boolean {
  if (!/^[A-Za-z_/.@(][^\n\r\t]*$/u.test(text) || !/^[\x20-\x7e\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd]*$/u.test(text) || /\s$|^\.|^[@`]|:\s|:$|\s#|[[\]{},&*!|>'"%`\ufeff\u2028\u2029]/.test(text)) return false;
  return !/^(?:true|false|yes|no|on|off|y|n|null|~)$/i.test(text) || /^(?:yes|no)$/.test(text);
}

/** A literal block keeps such a text as it is. */
function isPlainBlock(text: string): boolean {
  return /^[^\s]/.test(text) && /[^\n]\n?$/.test(text) && /^[\n\x20-\x7e\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd]*$/u.test(text) && !/[\ufeff\u2028\u2029]/.test(text) && !/ \n| $/.test(text);
}

function literal(text: string, indent: string): string {
  const lines = text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n");
  return ` |${text.endsWith("\n") ? "" : "-"}\n${lines.map((line) => (line === "" ? "\n" : `${indent}${line}\n`)).join("")}`;
}
