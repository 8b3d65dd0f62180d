// Reads the text notation (a digraph whose labels hold the annotations) into the same shape that the JSON files have. A line is taken apart, never run.

export interface NotationEntry {
  readonly name?: string;
  readonly sender?: string;
  readonly receiver?: string;
  readonly stereotypes: readonly string[];
  readonly tagged_values: Readonly<Record<string, string>>;
}

export interface Notation {
  readonly value: { readonly services: readonly NotationEntry[]; readonly external_entities: readonly NotationEntry[]; readonly information_flows: readonly NotationEntry[] };
  /** JSON pointers of the entries to the lines they stand on, from 1. */
  readonly lines: ReadonlyMap<string, number>;
  readonly unread: readonly UnreadLine[];
}

export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  /** As it is said inside a sentence. */
  readonly why: string;
}

type Part = keyof Notation["value"];

/** A digraph between the marks of PlantUML, some of whose labels start as those of services or external entities do. */
export function isNotation(text: string): boolean {
  const start = text.slice(0, 20_000);
  return /^\s*@startuml\b/.test(start) && /\bdigraph\b/.test(start) && /\[label *= *"\|?\{ *(?:Service|Process|External Entity): /.test(start);
}

/** Around the entries: nothing that a model says. */
const frame = /^(?:@\w.*|skinparam\b.*|digraph\b.*|(?:node|edge|graph) *\[[^\]]*\];?|rankdir\b.*|\}|'.*)?$/s;

/** Characters; public diagrams have fewer than 600. */
const longestLine = 20_000;

export function parseNotation(text: string): Notation {
  const parts: Record<Part, NotationEntry[]> = { services: [], external_entities: [], information_flows: [] };
  const lines = new Map<string, number>();
  const unread: UnreadLine[] = [];
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.trim();
    if (frame.test(line)) continue;
    const found = line.length > longestLine ? undefined : entryOf(line);
    if (found === undefined) {
      unread.push({ line: index + 1, text: line, why: line.length > longestLine ? `it has more than ${longestLine} characters` : "it is neither an entry nor a flow" });
      continue;
    }
    lines.set(`/${found.part}/${parts[found.part].length}`, index + 1);
    parts[found.part].push(found.entry);
  }
  return { value: parts, lines, unread };
}

function entryOf(line: string): { readonly part: Part; readonly entry: NotationEntry } | undefined {
  const open = line.indexOf("[");
  const head = (open < 0 ? line.replace(/;$/, "") : line.slice(0, open)).trim();
  const label = open < 0 ? "" : labelOf(line.slice(open, line.lastIndexOf("]")));
  const arrow = head.indexOf("->");
  if (arrow >= 0) {
    const [sender, receiver] = [unquoted(head.slice(0, arrow)), unquoted(head.slice(arrow + 2))];
    return sender === "" || receiver === "" ? undefined : { part: "information_flows", entry: { sender, receiver, ...annotationsOf(label) } };
  }
  const box = label.trim().replace(/^\|/, "");
  const [colon, bar] = [box.indexOf(":"), box.indexOf("|")];
  const name = unquoted(head);
  if (name === "" || !box.startsWith("{") || colon < 0 || bar < colon) return undefined;
  const isExternal = box.slice(1, colon).trim() === "External Entity";
  return { part: isExternal ? "external_entities" : "services", entry: { name, ...annotationsOf(box.slice(bar + 1).replace(/\}$/, "")) } };
}

function labelOf(brackets: string): string {
  return /\blabel *= *"([^"\\]*(?:\\.[^"\\]*)*)"/.exec(brackets)?.[1] ?? "";
}

/** `--stereotype--` or `key: value`, set apart by `\n`; braces and bars are written with a backslash. */
function annotationsOf(body: string): Pick<NotationEntry, "stereotypes" | "tagged_values"> {
  const words = body.split("\\n").map((word) => word.replace(/\\([{}|<>"\\])/g, "$1").trim()).filter((word) => word !== "");
  const stereotypes = words.filter(isMark).flatMap((word) => [...word.matchAll(/--(\w+)--/g)].map(([, stereotype = ""]) => stereotype));
  const values = words.filter((word) => !isMark(word)).map((word) => {
    const colon = word.indexOf(":");
    return colon < 0 ? [word, "yes"] as const : [word.slice(0, colon).trim(), word.slice(colon + 1).trim()] as const;
  });
  return { stereotypes, tagged_values: Object.fromEntries(values) };
}

/** One stereotype, or several that a lost line break ran together. */
function isMark(word: string): boolean {
  return word.startsWith("--") && word.endsWith("--");
}

function unquoted(name: string): string {
  return name.trim().replace(/^"(.*)"$/, "$1").trim();
}
