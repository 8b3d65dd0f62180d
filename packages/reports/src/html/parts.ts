// Small pieces that every section of the report is made of.
import { referenceUrl } from "@merlon/core";
import type { CellState, FactSummary, LinddunCategory, Severity, StrideLetter, ThreatStatus, Where } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../escape/html.ts";
import { safeUrl } from "../escape/safe-url.ts";
import { cellLooks } from "../wording/cell-state.ts";
import { statusWords } from "../wording/decision.ts";
import { severityLooks } from "../wording/severity.ts";
import { letterNames } from "../wording/stride-letter.ts";
import { placeWords } from "../wording/titles.ts";
import { anchorId } from "./anchors.ts";

export function severityBadge(severity: Severity): Html {
  return html`<span class="badge sev-${severity}"><span aria-hidden="true">${severityLooks[severity].mark}</span> ${severity}</span>`;
}

export function statusBadge(status: ThreatStatus): Html {
  return html`<span class="badge status-${status}">${statusWords[status]}</span>`;
}

export function stateMark(state: CellState, weight = 0): Html {
  const { mark, word } = cellLooks[state];
  return html`<span class="state"><span aria-hidden="true">${mark}</span> ${word}${weight > 1 ? html` <span class="amount">${weight}</span>` : undefined}</span>`;
}

export function letterBadges(letters: readonly StrideLetter[]): Html {
  return html`${letters.map((letter) => html`<abbr class="letter" title="${letterNames[letter]}">${letter}</abbr>`)}`;
}

export function linddunWords(categories: readonly LinddunCategory[]): Html {
  return html`${categories.map((category, index) => html`${index > 0 ? ", " : ""}${category.replaceAll("-", " ")}`)}`;
}

/** Entries of the public catalogues open their pages; anything else is text. */
export function catalogueRefs(ids: readonly string[]): Html {
  return html`${ids.map((id, index) => {
    const url = referenceUrl(id);
    return html`${index > 0 ? " " : ""}${url === undefined ? id : html`<a href="${url}" rel="noreferrer">${id}</a>`}`;
  })}`;
}

export function addressRef(url: string, title = url): Html {
  const safe = safeUrl(url);
  return safe === undefined ? html`${title === url ? url : `${title} (${url})`}` : html`<a href="${safe}" rel="noreferrer">${title}</a>`;
}

export function placeRef(where: Where | undefined): Html {
  return where === undefined ? html`` : html`<code class="place">${placeWords(where)}</code>`;
}

/** A value, or that it is not known and the least safe it could be. */
export function summaryWords(summary: FactSummary<string>): Html {
  return summary.value === "unknown" ? html`<span class="unsure">unknown, up to ${summary.worst}</span>` : html`${summary.value}`;
}

export function answerWords(answer: "yes" | "no" | "unknown"): Html {
  return answer === "unknown" ? html`<span class="unsure">unknown</span>` : html`${answer}`;
}

export function paragraphs(text: string): Html {
  return html`${text.split(/\n\s*\n/).filter((part) => part.trim() !== "").map((part) => html`<p>${part}</p>`)}`;
}

/** What stands between backticks is code, as in the engine's sentences. */
export function withCode(text: string): Html {
  return html`${text.split("`").map((part, index, all) => (index % 2 === 0 ? part : index === all.length - 1 ? html`\`${part}` : html`<code>${part}</code>`))}`;
}

/** A dotted key that may break after its dots. */
export function dottedKey(key: string): Html {
  return html`<code>${key.split(".").map((part, index) => html`${index > 0 ? html`.<wbr>` : undefined}${part}`)}</code>`;
}

export function section(id: string, title: string, ...body: readonly HtmlPart[]): Html {
  const anchor = anchorId("section", id);
  return html`<section id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${title}</h2>
${body}
</section>
`;
}

/** A term with its description; nothing when there is nothing to say. */
export function term(name: string, value: HtmlPart): Html {
  return value === undefined || value === "" ? html`` : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** The first column names the row. Wide tables scroll inside their own frame. */
export function dataTable(caption: string, head: readonly string[], rows: readonly (readonly HtmlPart[])[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`)}</tbody>
</table></div>
`;
}

export function folded(summary: HtmlPart, body: HtmlPart, className = "fold"): Html {
  return html`<details class="${className}"><summary>${summary}</summary>
${body}</details>
`;
}
