// The data of the system with its sensitivity: the scales in use and what each level means to rules, then each kind of data.
import type { Analysis, DataPlacement, ProtectedProperty } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../../escape/html.ts";
import { counted } from "../../wording/counted.ts";
import { anchorId, objectRefs } from "../anchors.ts";
import { answerWords, dataTable, dottedKey, folded, section, summaryWords } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";

export function dataSection(context: ReportContext): Html {
  const { analysis } = context;
  return section("data", "Data and its sensitivity",
    analysis.data.length === 0 ? html`<p>The model names no data.</p>` : dataTable("Kinds of data", ["Data", "Sensitivity", "Personal", "Where", "Leaves to"], analysis.data.map((d) => dataRow(d, context))),
    scales(analysis));
}

function dataRow(d: DataPlacement, { titles, analysis }: ReportContext): readonly HtmlPart[] {
  const where = [
    d.heldBy.length > 0 ? html`<div>kept at ${objectRefs(d.heldBy, titles)}</div>` : undefined,
    d.handledBy.length > 0 ? html`<div>handled at ${objectRefs(d.handledBy, titles)}</div>` : undefined,
    d.flows.length > 3 ? folded(`on ${counted(d.flows.length, "flow")}`, objectRefs(d.flows, titles)) : d.flows.length > 0 ? html`<div>on ${objectRefs(d.flows, titles)}</div>` : undefined,
    html`<span class="note">${d.leastTrust === undefined ? "at no element yet" : `least trusted place: ${d.leastTrust}`}</span>`,
  ];
  const derived = (d.derivedFrom ?? []).map(({ data, by }) => html`<span class="note">${by} from ${objectRefs([data], titles)}</span>`);
  return [
    html`<span id="${anchorId("data", d.data)}" data-find="data">${d.title}</span><span class="note">${dottedKey(d.kind ?? d.data)}</span>${d.credential ? html`<span class="badge look">credential</span>` : undefined}${derived}`,
    sensitivity(d, analysis),
    html`${answerWords(d.personal)}${d.special === "yes" ? html` <span class="badge look">special category</span>` : d.special === "unknown" && d.personal !== "no" ? html`<span class="note">special category unknown</span>` : undefined}`,
    where, objectRefs(d.recipients, titles),
  ];
}

/** The class of each property with the level that it comes from. */
function sensitivity({ classes, levels }: DataPlacement, analysis: Analysis): Html {
  const some = (Object.keys(classes) as ProtectedProperty[]).filter((property) => classes[property].worst !== "none");
  const levelOf = (property: ProtectedProperty): string => analysis.scales.filter((scale) => scale.protects === property).map(({ id }) => levels[id]).filter((level) => level !== undefined).join(", ");
  const line = (property: ProtectedProperty): Html => html`<div class="line"><span class="soft">${property}</span> ${summaryWords(classes[property])}${levelOf(property) === "" ? undefined : html` <span class="soft">(${levelOf(property)})</span>`}</div>`;
  return some.length === 0 ? html`<span class="soft">none</span>` : html`${some.map(line)}`;
}

function scales({ scales: all }: Analysis): Html {
  if (all.length === 0) return html``;
  const rows = all.map(({ id, protects, levels }): HtmlPart[] => [
    id, id === "trust" ? "order of trust" : protects ?? "",
    html`${levels.map((level, index) => html`${index > 0 ? html` <span class="soft" aria-label="below">‹</span> ` : undefined}${level.id}${id === "trust" ? undefined : html` <span class="soft">(${level.class})</span>`}`)}`,
  ]);
  return html`<h3>Scales</h3>
<p class="note">Rules never look at the names of levels, only at the class in brackets: how much harm a loss does.</p>
${dataTable("Scales and the class of each level", ["Scale", "Protects", "Levels, least first"], rows)}`;
}
