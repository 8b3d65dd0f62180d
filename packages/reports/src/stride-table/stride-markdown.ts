// STRIDE tables in Markdown, details below each table.
import { referenceUrl } from "@merlon/core";
import type { StrideCell, StrideTables } from "@merlon/schema";
import { code, joinMarkdown, markdown, markdownTable, type Markdown } from "../escape/markdown.ts";
import { CELL_STATES, cellLooks } from "../wording/cell-state.ts";
import { counted } from "../wording/counted.ts";
import { decisionSentence, standingWords } from "../wording/decision.ts";
import { letterNames, STRIDE_LETTERS } from "../wording/stride-letter.ts";
import { becauseOf, cellsOf, rowTitle, stateCounts, tableViews, techniquesOf, weightOf, type RowDetails, type StrideOptions, type TableView } from "./stride-view.ts";

export function strideMarkdown(tables: StrideTables, options: StrideOptions = {}): string {
  return `${joinMarkdown([markdown`# STRIDE tables of ${tables.model.title}`, ...strideSections(tables, 2, options)], "\n\n").source}\n`;
}

/** The tables as sections at this level, for a page of their own or a part of a report. */
export function strideSections(tables: StrideTables, level: number, options: StrideOptions): readonly Markdown[] {
  const views = tableViews(tables, options);
  const folded = views.reduce((sum, view) => sum + view.folded.length, 0);
  return [
    legend(tables),
    ...(folded > 0 ? [markdown`${counted(folded, "row")} with neither threat nor question folded; \`merlon stride --all\` shows them.`] : []),
    ...views.flatMap((view) => section(view, tables, level)),
  ];
}

function section(view: TableView, tables: StrideTables, level: number): readonly Markdown[] {
  const { table, rows, folded, details } = view;
  const fold = folded.length > 0 ? [markdown`*${counted(folded.length, "row")} folded: neither threat nor question.*`] : [];
  const head = ["", ...STRIDE_LETTERS.map((letter) => `${letter} ${letterNames[letter].split(" ")[0] ?? ""}`)];
  const grid = rows.length > 0 ? [markdownTable(head, rows.map((row) => [markdown`**${rowTitle(row)}**`, ...cellsOf(row, tables).map(cellOf)]))] : [];
  return [
    markdown`${{ source: "#".repeat(level) }} ${table.title}`, markdown`${table.type} boundary, trust ${table.trust}.`,
    ...grid, ...fold, ...(details.length > 0 ? [joinMarkdown(details.flatMap(detailItems), "\n")] : []),
  ];
}

function cellOf(cell: StrideCell): Markdown {
  const { mark, word } = cellLooks[cell.state];
  const weight = weightOf(cell);
  const techniques = techniquesOf(cell);
  const text = `${mark} ${word}${weight > 1 ? ` ${weight}` : ""}`;
  return techniques.length > 0 ? markdown`${text}<br>${joinMarkdown(techniques.map(reference), " ")}` : markdown`${text}`;
}

/** An id of a public catalogue, as a reference to it where there is one. */
export function reference(id: string): Markdown {
  const url = referenceUrl(id);
  return url === undefined ? markdown`${id}` : markdown`[${id}](${{ source: url }})`;
}

function detailItems({ row, entries, verdicts, seenIn }: RowDetails): readonly Markdown[] {
  if (seenIn !== undefined) return [markdown`- **${rowTitle(row)}**: as told under ${seenIn}`];
  return [
    markdown`- **${rowTitle(row)}**`,
    ...entries.map(({ letters, entry }) => {
      const { mark, word } = cellLooks[entry.state];
      const why = becauseOf(entry);
      const parts = [markdown`${mark} ${word} **${letters.join(" ")}**`, entry.title, code(entry.id), why === "" ? "" : `(${why})`, ...entry.attack.map(reference)];
      return markdown`  - ${joinMarkdown(parts, " ")}`;
    }),
    ...verdicts.map(({ letter, status }) => {
      const parts = [markdown`**${letter}** verdict:`, decisionSentence(status), status.decision.reason, `(${standingWords(status)})`];
      return markdown`  - ${joinMarkdown(parts, " ")}`;
    }),
  ];
}

function legend(tables: StrideTables): Markdown {
  const rows = stateCounts(tables, CELL_STATES).map(([state, n]) => [`${cellLooks[state].mark} ${cellLooks[state].word}`, n, cellLooks[state].meaning]);
  return markdownTable(["Cell", "How many", "Meaning"], rows);
}
