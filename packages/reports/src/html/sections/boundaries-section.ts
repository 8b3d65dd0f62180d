// Trust boundaries: what crosses each, and its STRIDE table cell by cell. Rows with nothing open are folded, not left out.
import type { Analysis, StrideCell, StrideRow, StrideTable } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../../escape/html.ts";
import { becauseOf, cellsOf, rowTitle, stateCounts, tableViews, techniquesOf, weightOf, type RowDetails } from "../../stride-table/stride-view.ts";
import { CELL_STATES, cellLooks } from "../../wording/cell-state.ts";
import { counted } from "../../wording/counted.ts";
import { crossingCounts } from "../../wording/crossing-counts.ts";
import { letterNames, STRIDE_LETTERS } from "../../wording/stride-letter.ts";
import { anchorId, objectRef, questionRef, threatRef } from "../anchors.ts";
import { catalogueRefs, dataTable, folded, letterBadges, section, stateMark } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";
import { standingBadge } from "./decision-words.ts";
import { verdictWords } from "./lists-sections.ts";

/** Beyond this many quiet rows a page gets too heavy to read; they are counted and one command away. */
const MOST_QUIET_ROWS = 400;

export function boundariesSection(context: ReportContext): Html {
  const { stride } = context;
  if (stride.tables.length === 0) return section("boundaries", "Trust boundaries", html`<p>The model draws no trust boundary.</p>`);
  return section("boundaries", "Trust boundaries", crossingTable(context), html`<h3>STRIDE at each boundary</h3>`, strideBody(context));
}

/** Stays folded on paper: the threats and questions behind it stand in sections of their own. */
const SCREEN_ONLY = "fold screen";

/** On a page of their own the tables point at nothing that is not there. */
export type StrideContext = Pick<ReportContext, "stride" | "titles" | "threats" | "questions">;

/** The legend and every table, for the report and for a page of their own. */
export function strideBody(context: StrideContext): Html {
  const { stride } = context;
  const quiet = stride.tables.reduce((sum, table) => sum + table.rows.filter((row) => row.quiet).length, 0);
  const views = tableViews(stride, { all: quiet <= MOST_QUIET_ROWS });
  return html`<ul class="legend">${stateCounts(stride, CELL_STATES).map(([state, n]) => html`<li>${stateMark(state)} <span class="soft">${n}, ${cellLooks[state].meaning}</span></li>`)}</ul>
<p class="note">Each cell is assessed once and counted once, though a flow that crosses two boundaries stands in both tables. → is the request, ← the response.</p>
${views.map(({ table, rows, folded: left, details }) => boundaryTable(table, rows, left.length, details, context))}`;
}

function crossingTable({ analysis, titles }: ReportContext): Html {
  const byId = new Map(analysis.boundaries.map((boundary) => [boundary.id, boundary]));
  const rows = crossingCounts(analysis).map((c): HtmlPart[] => {
    const boundary = byId.get(c.boundary);
    return [
      html`<span id="${anchorId("boundary", c.boundary)}" data-find="boundary">${boundary?.title ?? c.boundary}</span><span class="note"><code>${c.boundary}</code></span>`, boundary?.type, boundary?.trust,
      boundary?.parent === undefined ? "" : objectRef(boundary.parent, titles), c.in, c.out, html`${worrying(c.forbidden)}${forbiddenFlows(c.boundary, analysis, titles)}`,
      html`${worrying(c.unencrypted)}${c.unknown > 0 ? html` <span class="unsure">and ${c.unknown} unknown</span>` : undefined}`, c.personal,
    ];
  });
  return dataTable("Boundaries and what crosses them", ["Boundary", "Type", "Trust", "Inside", "In", "Out", "Forbidden", "Unencrypted", "With personal data"], rows);
}

function worrying(n: number): HtmlPart {
  return n > 0 ? html`<strong>${n}</strong>` : 0;
}

function forbiddenFlows(boundary: string, { crossings }: Analysis, titles: ReportContext["titles"]): HtmlPart {
  return crossings.filter((c) => c.boundary === boundary && c.forbidden).map(({ flow }) => html`<div>${objectRef(flow, titles)}</div>`);
}

function boundaryTable(table: StrideTable, rows: readonly StrideRow[], left: number, details: readonly RowDetails[], context: StrideContext): Html {
  const loud = rows.filter((row) => !row.quiet);
  const quiet = rows.filter((row) => row.quiet);
  const loudDetails = details.filter(({ row }) => !row.quiet);
  return html`<details class="boundary" id="${strideAnchor(table.boundary)}"${loud.length > 0 ? html` open` : undefined}><summary><h4>${table.title}</h4> <span class="soft">${table.type}, trust ${table.trust}; ${loud.length > 0 ? `${counted(loud.length, "row")} with something open` : "nothing open"}</span></summary>
${loud.length > 0 ? grid(`STRIDE at ${table.title}`, loud, context) : undefined}${loudDetails.length > 0 ? folded("What stands in these cells", detailList(loudDetails, context), SCREEN_ONLY) : undefined}${quiet.length > 0 ? folded(`${counted(quiet.length, "row")} with neither threat nor question`, html`${grid(`Quiet rows at ${table.title}`, quiet, context)}${detailList(details.filter(({ row }) => row.quiet), context)}`, SCREEN_ONLY) : undefined}${left > 0 ? html`<p class="note">${counted(left, "row")} with neither threat nor question are left out here; <code>merlon stride --all</code> shows them.</p>` : undefined}</details>
`;
}

function grid(caption: string, rows: readonly StrideRow[], { stride, titles }: StrideContext): Html {
  const heading = (row: StrideRow): Html => (row.kind === "boundary" || !titles.has(row.target.id) ? html`${rowTitle(row)}` : html`${row.arrow} ${objectRef(row.target.id, titles)}`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="stride"><caption>${caption}</caption>
<thead><tr><th scope="col">At</th>${STRIDE_LETTERS.map((letter) => html`<th scope="col"><abbr class="letter" title="${letterNames[letter]}">${letter}</abbr> ${letterNames[letter].split(" ")[0]}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr><th scope="row">${heading(row)}</th>${cellsOf(row, stride).map(cell)}</tr>
`)}</tbody></table></div>
`;
}

function cell(one: StrideCell): Html {
  const techniques = techniquesOf(one);
  const [first] = techniques;
  return html`<td class="c-${one.state}">${stateMark(one.state, weightOf(one))}${techniques.length > 0 ? html`<span class="techniques">${first}${techniques.length > 1 ? ` +${techniques.length - 1}` : ""}</span>` : undefined}</td>`;
}

function detailList(details: readonly RowDetails[], context: StrideContext): Html {
  return html`<ul class="details-list">${details.map(({ row, entries, verdicts, seenIn }) => html`<li><strong>${rowTitle(row)}</strong>${seenIn === undefined ? html`<ul>${entries.map((entry) => entryItem(entry, context))}${verdicts.map(({ letter, status }) => html`<li>${letterBadges([letter])} verdict: ${verdictWords(status)} ${standingBadge(status)}</li>`)}</ul>` : html` <span class="soft">as told at ${seenIn}</span>`}</li>
`)}</ul>
`;
}

function entryItem({ letters, entry }: RowDetails["entries"][number], { threats, questions }: StrideContext): Html {
  const ref = threats.has(entry.id) ? threatRef(entry.id) : questions.has(entry.id) ? questionRef(entry.id) : html`<code>${entry.id}</code>`;
  return html`<li><span class="c-${entry.state}">${stateMark(entry.state)}</span> ${letterBadges(letters)} ${entry.title} ${catalogueRefs(entry.attack)} <span class="note">${ref} ${becauseOf(entry)}</span></li>
`;
}

export function strideAnchor(boundary: string): string {
  return anchorId("section", `stride-${boundary}`);
}
