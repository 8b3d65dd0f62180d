// What people put beside the threats: risks, assumptions, controls and decisions, and what holds because of them.
import type { Analysis, Mitigated } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../../escape/html.ts";
import { counted } from "../../wording/counted.ts";
import { decisionSentence } from "../../wording/decision.ts";
import { targetWords } from "../../wording/titles.ts";
import { anchorId, objectRef, objectRefs, threatRef } from "../anchors.ts";
import { addressRef, dataTable, folded, section, severityBadge } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";
import { decisionWords } from "./decision-words.ts";

export function risksSection({ analysis: { risks = [] }, titles, threats }: ReportContext): Html {
  if (risks.length === 0) return html``;
  const rows = risks.map((risk): HtmlPart[] => [
    html`<span id="${anchorId("risk", risk.id)}" data-find="risk">${risk.title}</span><span class="note">${risk.description}</span>`, risk.level === undefined ? "" : severityBadge(risk.level), risk.owner, objectRefs(risk.at ?? [], titles),
    html`${(risk.from ?? []).map((id) => html`<div>${threats.has(id) ? threatRef(id) : html`<code>${id}</code>`}</div>`)}`, (risk["leads-to"] ?? []).join(", "),
  ]);
  return section("risks", "Risks", dataTable("Risks", ["Risk", "Level", "Owner", "At", "Fed by", "Leads to"], rows));
}

export function assumptionsSection({ analysis: { assumptions }, titles }: ReportContext): Html {
  const rows = assumptions.map((a): HtmlPart[] => [
    html`<span id="${anchorId("assumption", a.id)}" data-find="assumption">${a.text}</span><span class="note"><code>${a.id}</code></span>${(a.links ?? []).map(({ url, title }) => html`<span class="note">${addressRef(url, title)}</span>`)}`,
    objectRefs(a.about ?? [], titles), a.by, html`${a.until}${a.expired ? html` <span class="badge look">no longer stands</span>` : undefined}`,
    html`${Object.keys(a.facts ?? {}).sort().map((fact) => html`<div><code>${fact}</code> ${String(a.facts?.[fact])}</div>`)}`,
  ]);
  return section("assumptions", "Assumptions", rows.length === 0 ? html`<p>None are written down.</p>` : dataTable("Assumptions", ["Assumption", "About", "By", "Until", "Stands for"], rows));
}

export function controlsSection({ analysis: { controls }, titles }: ReportContext): Html {
  const rows = controls.map((c): HtmlPart[] => [
    html`<span id="${anchorId("control", c.id)}" data-find="control">${c.title}</span><span class="note"><code>${c.id}</code></span>`, c.type.replaceAll("-", " "), c.state, objectRefs(c.at, titles),
  ]);
  return section("controls", "Controls",
    rows.length === 0 ? html`<p>None are written down as such; characteristics of elements and flows may still say what stops threats.</p>` : dataTable("Controls", ["Control", "Type", "State", "At"], rows));
}

export function decisionsSection({ analysis: { decisions }, threats }: ReportContext): Html {
  const rows = decisions.map((status): HtmlPart[] => [
    html`<span id="${anchorId("decision", status.key)}" data-find="decision">${threats.has(status.key) ? threatRef(status.key) : html`<code>${status.key}</code>`}</span>${status.alias === undefined ? undefined : html`<span class="note">found as <code>${status.alias}</code></span>`}`,
    decisionWords(status),
  ]);
  return section("decisions", "Decisions", rows.length === 0 ? html`<p>Nothing is decided yet.</p>` : dataTable("Decisions", ["About", "What was decided"], rows));
}

/** A decision in one line, for tables of cells. */
export function verdictWords(status: Analysis["decisions"][number]): Html {
  return html`${decisionSentence(status)} ${status.decision.reason}`;
}

export function holdsSection({ analysis: { mitigated }, titles }: ReportContext): Html {
  const rules = [...new Set(mitigated.map(({ rule }) => rule))].sort();
  const item = ({ id, target, by }: Mitigated): Html => html`<li data-find="holds"><strong>${target.kind === "model" ? targetWords(target) : objectRef(target.id, titles)}</strong> ${by.join("; ")} <span class="note"><code>${id}</code></span></li>
`;
  return section("holds", "Mitigated: what holds",
    html`<p class="note">These would be threats, were it not for what is there. Each comes back, with its cause, when that goes.</p>`,
    rules.map((rule) => {
      const own = mitigated.filter((m) => m.rule === rule);
      return folded(html`${rule.replaceAll("-", " ")} <span class="soft">${counted(own.length, "place")}</span>`, html`<ul>${own.map(item)}</ul>`);
    }), rules.length === 0 ? html`<p>Nothing in the model stops a threat yet.</p>` : undefined);
}
