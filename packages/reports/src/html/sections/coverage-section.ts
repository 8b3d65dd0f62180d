// What was looked at: each rule with its outcomes, and what this analysis was made of.
import type { RuleOutcome } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../../escape/html.ts";
import { counted } from "../../wording/counted.ts";
import { anchorId } from "../anchors.ts";
import { dataTable, folded, section, term } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";

export function coverageSection({ analysis: { rules, threats } }: ReportContext): Html {
  const found = new Set(threats.map(({ rule }) => rule?.id));
  const looked = rules.filter((rule) => rule.threats + rule.questions + rule.mitigated + rule.checked > 0);
  const idle = rules.filter((rule) => !looked.includes(rule));
  const name = (rule: RuleOutcome): Html => (found.has(rule.rule) ? html`<a href="#${anchorId("rule", rule.rule)}"><code>${rule.rule}</code></a>` : html`<code>${rule.rule}</code>`);
  const row = (rule: RuleOutcome): HtmlPart[] => [
    html`${name(rule)}${rule.status === "stable" ? undefined : html` <span class="note">${rule.status}</span>`}`, ...[rule.threats, rule.questions, rule.mitigated, rule.checked, rule.notExamined].map((n) => (n === 0 ? html`<span class="soft">0</span>` : n)),
  ];
  return section("coverage", "Coverage",
    html`<p>${counted(looked.length, "rule")} of ${rules.length} had something to look at in this model. <em>Checked</em> means the rule looked and what makes the threat possible is not there; <em>not examined</em> means the rule is not about it.</p>`,
    looked.length === 0 ? undefined : folded("Rules that looked, with their outcomes", dataTable("Rules and outcomes", ["Rule", "Threats", "Questions", "Mitigated", "Checked", "Not examined"], looked.map(row))),
    idle.length === 0 ? undefined : folded(`${counted(idle.length, "rule")} without anything to look at`, html`<ul>${idle.map((rule) => html`<li>${name(rule)}</li>`)}</ul>`));
}

export function modelFactsSection({ analysis: { model, packs, at, counts } }: ReportContext): Html {
  return section("model", "About this analysis",
    html`<dl class="facts">${[
      term("model", html`${model.title} <code>${model.id}</code>`), term("version", model.version), term("owners", model.owners.length > 0 ? model.owners.join(", ") : "not named"),
      term("stage and depth", `${model.stage}, ${model.depth}`), term("judged at", at),
      term("size", [counted(counts.elements, "element"), counted(counts.flows, "flow"), counted(counts.boundaries, "boundary"), `${counts.data} kinds of data`].join(", ")),
      term("digest", html`<code>${model.digest}</code>`), ...packs.map((pack) => term(`pack ${pack.id}`, html`${pack.version} <code>${pack.digest}</code>`)),
    ]}</dl>
<p class="note">The same model, packs and day give the same report, to the byte.</p>`);
}
