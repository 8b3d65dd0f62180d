// A list of known exceptions that may only shrink: an entry that excuses nothing any more is itself a problem.
import type { Problem } from "./guard.ts";
import type { Workspace } from "./workspace.ts";

export interface AllowList {
  readonly entries: readonly AllowEntry[];
  /** Entries that were never asked for and matched. */
  readonly unused: () => readonly Problem[];
  readonly use: (matches: (columns: readonly string[]) => boolean) => boolean;
}

interface AllowEntry {
  readonly line: number;
  readonly columns: readonly string[];
}

/** One entry a line, columns parted by " | "; lines that start with # are comments. */
export function readAllowList(workspace: Workspace, path: string): AllowList {
  const text = workspace.files.includes(path) ? workspace.read(path) : "";
  const entries = text.split("\n").flatMap((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    return [{ line: index + 1, columns: line.split("|").map((column) => column.trim()) }];
  });
  const used = new Set<AllowEntry>();
  return { entries, use, unused };

  function use(matches: (columns: readonly string[]) => boolean): boolean {
    const found = entries.filter((entry) => matches(entry.columns));
    for (const entry of found) used.add(entry);
    return found.length > 0;
  }
  function unused(): readonly Problem[] {
    const idle = entries.filter((entry) => !used.has(entry));
    return idle.map((entry) => ({ path, line: entry.line, message: `"${entry.columns.join(" | ")}" excuses nothing any more: remove it` }));
  }
}
