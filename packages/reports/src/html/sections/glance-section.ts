// The first screen: how many threats are open and how bad, what else was found, what to do next.
import type { Analysis } from "@merlon/schema";
import { html, type Html } from "../../escape/html.ts";
import { counted } from "../../wording/counted.ts";
import { wantsALook } from "../../wording/decision.ts";
import { nothingOpen, wantedGroups } from "../../wording/open-questions.ts";
import { SEVERITIES, severityLooks } from "../../wording/severity.ts";
import { anchorId } from "../anchors.ts";
import { section, severityBadge, withCode } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";

const SHOWN = 8;

export function glanceSection({ analysis }: ReportContext): Html {
  return section("glance", "At a glance", severityTiles(analysis), restTiles(analysis), topGroups(analysis), nextSteps(analysis));
}

function severityTiles({ counts }: Analysis): Html {
  return html`<h3>Open threats</h3>
<ul class="tiles">${SEVERITIES.map((severity) => html`<li class="${counts.open[severity] > 0 ? `sev-${severity}` : "none"}"><strong>${counts.open[severity]}</strong><span><span aria-hidden="true">${severityLooks[severity].mark}</span> ${severity}</span></li>
`)}</ul>
`;
}

function restTiles(analysis: Analysis): Html {
  const { counts, decisions } = analysis;
  const look = decisions.filter(wantsALook).length;
  const tiles: readonly (readonly [number, string, string])[] = [
    [wantedGroups(analysis).length, "open questions", "questions"], [counts.planned, "planned", "threats"], [counts.accepted, "accepted", "threats"],
    [counts.dismissed, "dismissed", "threats"], [counts.mitigated, "mitigated by what is there", "holds"], [look, "decisions to look at again", "decisions"],
  ];
  return html`<ul class="tiles">${tiles.map(([n, words, id]) => html`<li><strong>${n}</strong><span><a href="#${anchorId("section", id)}">${words}</a></span></li>
`)}</ul>
`;
}

function topGroups(analysis: Analysis): Html {
  const { groups } = analysis;
  if (groups.length === 0) return html`<p>${nothingOpen(analysis)}</p>
`;
  const shown = groups.length > SHOWN + 1 ? groups.slice(0, SHOWN) : groups;
  return html`<h3>The worst first</h3>
<ol class="next">${shown.map((group) => html`<li>${severityBadge(group.severity)} <a href="#${anchorId("rule", group.rule)}">${group.title}</a>${group.threats.length > 1 ? html` <span class="soft">at ${counted(group.threats.length, "place")}</span>` : undefined}</li>
`)}</ol>
${shown.length < groups.length ? html`<p class="note">And ${groups.length - shown.length} more under <a href="#${anchorId("section", "threats")}">Threats</a>.</p>
` : undefined}`;
}

function nextSteps({ next }: Analysis): Html {
  return html`<h3>${next.enough ? "Enough for now" : "What to do next"}</h3>
<ol class="next">${next.sentences.map((text) => html`<li>${withCode(text)}</li>
`)}</ol>
`;
}
