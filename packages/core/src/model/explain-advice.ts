// How a value of the wrong form should be written instead, shown with the reader's own key and value, or with the example of the schema.
import type * as z from "zod";
import { printFlow } from "../edit/print-yaml.ts";
import { scalarText } from "../text/tree.ts";
import type { Path, Tree } from "../text/tree.ts";
import { accepts, exampleAt } from "./schema-walk.ts";

export interface WrittenAt {
  readonly schema: z.ZodType;
  readonly tree: Tree;
  readonly path: Path;
  readonly found: unknown;
}

const longest = 100;

/** A sentence, or undefined when there is nothing better than the code's own advice. */
export function adviceFor(written: WrittenAt): string | undefined {
  const { schema, path, found } = written;
  if (path.length === 0) return undefined;
  const text = asWritten(written);
  if (typeof found === "string" && found.trim() !== "" && accepts(schema, path, Number(found))) return "Leave out the quotes.";
  if (found !== null && typeof found !== "string" && text !== "" && accepts(schema, path, text)) return show("Put it in quotes", path, `"${text}"`);
  if (text !== "" && accepts(schema, path, [text])) return show("Write a list", path, printFlow([text]));
  const example = exampleAt(schema, path);
  if (example === undefined) return undefined;
  return show(found === null ? "Leave it out, or write for example" : "For example", path, printFlow(example));
}

/** What a missing key may look like. */
export function adviceForMissing(schema: z.ZodType, path: Path): string | undefined {
  const example = exampleAt(schema, path);
  return example === undefined ? undefined : show("Add it, for example", path, printFlow(example));
}

function show(lead: string, path: Path, value: string): string | undefined {
  const key = path.at(-1);
  const whole = typeof key === "number" ? value : `${key}: ${value}`;
  return whole.length > longest ? undefined : `${lead}${lead.endsWith("example") && lead !== "For example" ? "" : ":"} \`${whole}\`.`;
}

/** The text of a single value as it stands in the file: `1.10`, not 1.1. */
function asWritten({ tree, path }: WrittenAt): string {
  const child = tree.find(path);
  return child === undefined ? "" : scalarText(tree.text, tree.events[child.value]);
}
