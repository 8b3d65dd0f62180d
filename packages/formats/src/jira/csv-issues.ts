// Issues from a CSV export as Jira writes it: a column that holds several values is there several times, and links have columns of their own.
import type { TicketLink } from "@merlon/schema";
import { oneLine } from "../foreign/excerpt.ts";
import { plainWord } from "./jira-words.ts";
import type { RawIssue } from "./raw-issue.ts";
import { readCsv } from "./read-csv.ts";

/** undefined: it has no column for keys. */
export function csvIssues(text: string, file: string): readonly RawIssue[] | undefined {
  const [head, ...rows] = readCsv(text);
  const titles = (head?.cells ?? []).map((title) => title.trim());
  const columns = columnsOf(titles.map(plainWord));
  if (!columns.has("issue key")) return undefined;
  // Names of link types are kept as they are written.
  const links = columnsOf(titles);
  return rows.map(({ line, cells }) => rawIssue(cells, columns, linksOf(cells, links), { file, line, column: 1 }));
}

type Columns = ReadonlyMap<string, readonly number[]>;

function columnsOf(head: readonly string[]): Columns {
  const columns = new Map<string, number[]>();
  head.forEach((title, i) => columns.set(title, [...columns.get(title) ?? [], i]));
  return columns;
}

function rawIssue(cells: readonly string[], columns: Columns, links: RawIssue["links"], where: RawIssue["where"]): RawIssue {
  const every = (...titles: readonly string[]) => titles.flatMap((title) => columns.get(title) ?? []).map((i) => oneLine(cells[i] ?? "")).filter((text) => text !== "");
  const one = (...titles: readonly string[]): string | undefined => every(...titles)[0];
  const category = one("status category");
  return {
    where, key: one("issue key") ?? "", type: one("issue type"), title: one("summary"), status: one("status"),
    category: category === undefined ? undefined : categories.get(plainWord(category)), created: one("created"), updated: one("updated"), priority: one("priority"), owner: one("assignee"), due: one("due date"),
    parent: every("parent key", "parent").find((text) => /^[A-Za-z]\w*-\d+$/.test(text)), labels: every("labels"), components: every("components", "component/s"), restricted: one("security level"),
    description: columns.get("description")?.map((i) => cells[i] ?? "").join("\n").trim(), links,
    field: (name) => {
      const titles = [plainWord(name), `custom field (${plainWord(name)})`].filter((title) => columns.has(title));
      return titles.length === 0 ? undefined : every(...titles);
    },
  };
}

/** As people with English settings see them. */
const categories: ReadonlyMap<string, string> = new Map([["to do", "new"], ["in progress", "indeterminate"], ["done", "done"]]);

function linksOf(cells: readonly string[], columns: Columns): readonly TicketLink[] {
  return [...columns].flatMap(([title, indices]): readonly TicketLink[] => {
    const [, side, type] = /^(outward|inward) issue link \((.+)\)$/i.exec(title) ?? [];
    if (side === undefined || type === undefined) return [];
    return indices.map((i) => cells[i]?.trim() ?? "").filter((key) => key !== "").map((to) => ({ type, way: /^o/i.test(side) ? "out" : "in", to }));
  });
}
