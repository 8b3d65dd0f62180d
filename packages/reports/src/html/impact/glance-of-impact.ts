// What a reader must know first of a change: whether the gate lets it pass and why not, and the risk before and after.
import type { GateReason } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../../escape/html.ts";
import { countRows, impactSentence, unchangedSentence } from "../../impact/impact-counts.ts";
import { remedyWords } from "../../impact/remedy-words.ts";
import { sentence } from "../../wording/counted.ts";
import { SEVERITIES, severityLooks } from "../../wording/severity.ts";
import { dataTable, folded, section, withCode } from "../parts.ts";
import { idRef, type ImpactContext } from "./impact-context.ts";

export function glanceOfImpact(context: ImpactContext, id: string, title: string): Html {
  return section(id, title, html`<p>${sentence(impactSentence(context.impact))}</p>
`, gateCard(context), severityTiles(context), numbers(context), html`<p class="note">${unchangedSentence(context.impact)}</p>`);
}

export function verdictWords({ impact: { gate }, gate: off }: Pick<ImpactContext, "impact" | "gate">): string {
  return !gate.failed ? "The gate lets it pass" : off === undefined ? "The gate fails" : "The gate would fail, and is switched off";
}

function gateCard(context: ImpactContext): Html {
  const { failed, reasons } = context.impact.gate;
  return html`<article class="card ${failed ? "high" : "good"}"><h3><span aria-hidden="true">${failed ? "✗" : "✓"}</span> ${verdictWords(context)}</h3>
${reasons.length === 0 ? html`<p>This change brings nothing that the gate stops.</p>` : html`<ul>${reasons.map((reason) => reasonItem(reason, context))}</ul>`}</article>
`;
}

function reasonItem(reason: GateReason, context: ImpactContext): Html {
  const { text, ids, policy } = reason;
  const items = ids.map((id) => html`<li>${idRef(id, context)}</li>`);
  const [listed, rest] = [items.slice(0, MOST_IDS), items.slice(MOST_IDS)];
  return html`<li>${sentence(text)}${policy === undefined ? undefined : html` <span class="soft">Policy: <code>${policy}</code>.</span>`} ${withCode(remedyWords(reason) ?? "")}
<ul>${listed}</ul>${rest.length === 0 ? undefined : folded(`${rest.length} more`, html`<ul>${rest}</ul>`)}</li>
`;
}

const MOST_IDS = 12;

/** `1 → 3` for each severity. */
function severityTiles({ impact: { risk: { before, after } } }: ImpactContext): Html {
  return html`<h3>Open threats, before and after</h3>
<ul class="tiles">${SEVERITIES.map((severity) => {
    const [was, is] = [before.open[severity], after.open[severity]];
    return html`<li class="${is > 0 ? `sev-${severity}` : "none"}"><strong>${was === is ? is : `${was} → ${is}`}</strong><span><span aria-hidden="true">${severityLooks[severity].mark}</span> ${severity}${was === is ? ", as before" : ""}</span></li>
`;
  })}</ul>
`;
}

/** Never one number: risk that is worse in one place is not made up for by another. */
function numbers({ impact }: ImpactContext): Html {
  const rows = countRows(impact, "all").map(({ what, before, after, worse }): HtmlPart[] => [
    sentence(what).slice(0, -1), before, before === after ? after : html`<strong>${after}</strong>${worse ? html` <span class="badge look">worse</span>` : html` <span class="badge better">better</span>`}`,
  ]);
  return dataTable("Risk before and after", ["", "Before", "After"], rows);
}
