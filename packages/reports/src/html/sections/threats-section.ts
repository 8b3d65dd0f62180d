// Threats grouped by the rule, and so the fix, that they share; those that people wrote stand in a section of their own.
import type { Severity, Threat } from "@merlon/schema";
import { html, type Html } from "../../escape/html.ts";
import { counted } from "../../wording/counted.ts";
import { SEVERITIES } from "../../wording/severity.ts";
import { letterNames, STRIDE_LETTERS } from "../../wording/stride-letter.ts";
import { anchorId } from "../anchors.ts";
import { letterBadges, section } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";
import { classification, threatCard } from "./threat-card.ts";

/** Places of a group that are open when the page opens. */
const OPEN = 3;

export function threatsSection(context: ReportContext): Html {
  const threats = context.analysis.threats.filter(({ origin }) => origin === "rule");
  return section("threats", "Threats",
    context.analysis.threats.length === 0 ? html`<p>No rule found a threat, and nobody wrote one.</p>` : filterForm(context), html`<div data-filtered="threats">
${groupsOf(threats).map((group) => groupCard(group, context))}</div>
`);
}

export function humanThreatsSection(context: ReportContext): Html {
  const threats = context.analysis.threats.filter(({ origin }) => origin === "person");
  if (threats.length === 0) return html``;
  return section("human-threats", "Threats that people wrote", html`<div data-filtered="threats">
${threats.map((threat) => html`<section class="group"><header><h3 id="${anchorId("rule", threat.id)}">${threat.title}</h3> ${letterBadges(threat.stride)}</header>
${classification(threat)}${threatCard(threat, context, "open")}</section>
`)}</div>
`);
}

/** In the order in which their first threat comes: open before decided, worst first. */
function groupsOf(threats: readonly Threat[]): readonly (readonly Threat[])[] {
  const groups = new Map<string, Threat[]>();
  for (const threat of threats) {
    const key = threat.rule?.id ?? threat.id;
    groups.set(key, [...(groups.get(key) ?? []), threat]);
  }
  return [...groups.values()];
}

function groupCard(group: readonly Threat[], context: ReportContext): Html {
  const [first] = group;
  if (!first) return html``;
  return html`<section class="group"><header><h3 id="${anchorId("rule", first.rule?.id ?? first.id)}">${first.title}</h3> ${letterBadges(first.stride)}${group.length > 1 ? html` <span class="soft">${counted(group.length, "place")}</span>` : undefined}</header>
${classification(first)}${group.map((threat, index) => threatCard(threat, context, index < OPEN ? "open" : "closed"))}</section>
`;
}

/** Hidden until the script runs: without it the controls would do nothing. */
function filterForm({ analysis }: ReportContext): Html {
  const used = new Set<Severity>(analysis.threats.map(({ severity }) => severity));
  const elements = analysis.elements.filter(({ outOfScope }) => outOfScope === undefined);
  const option = (value: string, title: string): Html => html`<option value="${value}">${title}</option>`;
  return html`<form class="filter" id="filter" hidden role="search" aria-label="Filter threats">
<fieldset><legend>Severity</legend>${SEVERITIES.filter((severity) => used.has(severity)).map((severity) => html`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity}</label>`)}</fieldset>
<label>STRIDE <select name="stride">${option("", "any")}${STRIDE_LETTERS.map((letter) => option(letter, `${letter} ${letterNames[letter]}`))}</select></label>
<label>Status <select name="status">${["", "open", "planned", "accepted", "dismissed"].map((status) => option(status, status === "" ? "any" : status))}</select></label>
<label>Element <select name="at">${option("", "any")}${elements.map(({ id, title }) => option(id, title))}</select></label>
<label>Text <input type="search" name="text" autocomplete="off"></label>
<button type="reset">Show all</button>
<output class="soft" aria-live="polite"></output>
</form>
`;
}
