// Walks a foreign value independently of the readers and tells, leaf by leaf, whether the losses, the document or a table accounts for it.
import type { Loss, ModelDocument } from "@merlon/schema";

export interface Leaf {
  readonly pointer: string;
  readonly value: string | number | boolean;
}

/** Every value that says something: blank texts, null, empty lists and maps do not. */
export function leavesOf(value: unknown, pointer = ""): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${pointer}/${index}`));
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`));
  if (value === null || value === undefined || (typeof value === "string" && value.trim() === "")) return [];
  return [{ pointer, value: value as Leaf["value"] }];
}

export type Fate = "carried" | "layout" | "computed" | undefined;

/** Patterns of pointers with `*` for one part, `**` for all that follows. */
export type Tables = Readonly<Record<"carried" | "layout" | "computed", readonly string[]>>;

/** The first table that has the pointer says what becomes of it. */
export function fateBy(tables: Tables): (pointer: string) => Fate {
  const patterns = (["carried", "layout", "computed"] as const).map((fate) => [fate, tables[fate].map(toRegExp)] as const);
  return (pointer) => patterns.find(([, all]) => all.some((pattern) => pattern.test(pointer)))?.[0];
}

export interface Verdict {
  /** Nobody accounts for these. */
  readonly forgotten: readonly string[];
  /** Said to be carried, but the text is nowhere in the document. */
  readonly missing: readonly string[];
  readonly layout: number;
  readonly computed: number;
}

export function judge(leaves: readonly Leaf[], fateOf: (pointer: string, value: Leaf["value"]) => Fate, losses: readonly Loss[], document: ModelDocument): Verdict {
  const text = squeeze(JSON.stringify(document));
  const lost = losses.filter(({ at }) => at !== "/**").map(coverage);
  const open = leaves.filter(({ pointer }) => !lost.some((covers) => covers.test(pointer)));
  const having = (fate: Fate): readonly Leaf[] => open.filter(({ pointer, value }) => fateOf(pointer, value) === fate);
  return {
    forgotten: having(undefined).map(({ pointer }) => pointer),
    missing: having("carried").filter(({ value }) => typeof value === "string" && /[a-z]{4}/i.test(value) && !text.includes(squeeze(JSON.stringify(value).slice(1, -1)))).map(({ pointer, value }) => `${pointer}: ${value}`),
    layout: having("layout").length,
    computed: having("computed").length,
  };
}

/** What was dropped or kept is so with all below it; a guess or default is about that one value. */
function coverage({ at, kind }: Loss): RegExp {
  return toRegExp(kind === "dropped" || kind === "kept" ? `${at}/**` : at);
}

function toRegExp(pattern: string): RegExp {
  const parts = pattern.split("/").map((part) => (part === "*" ? "[^/]+" : part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))).join("/");
  return new RegExp(`^${parts.replace(/\/\\\*\\\*$/, "(?:/.*)?")}$`);
}

/** Line breaks and runs of blanks are for the picture only. */
function squeeze(text: string): string {
  return text.replace(/(?:\\n|\\r|\\t|\s)+/g, " ").trim().toLowerCase();
}
