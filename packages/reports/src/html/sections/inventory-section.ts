// Elements and flows with what follows about them, so that everything the report points at can be looked up.
import type { ElementFacts, FlowFacts, ProtectedProperty } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../../escape/html.ts";
import { anchorId, objectRef, objectRefs } from "../anchors.ts";
import { answerWords, dataTable, dottedKey, section, summaryWords } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";

export function inventorySection(context: ReportContext): Html {
  const { elements, flows } = context.analysis;
  return section("inventory", "Elements and flows",
    elements.length === 0 ? undefined : html`<h3>Elements</h3>
${dataTable("Elements", ["Element", "Kind", "Inside", "Reach", "Sensitivity", "Data"], elements.map((e) => elementRow(e, context)))}`,
    flows.length === 0 ? undefined : html`<h3>Flows</h3>
${dataTable("Flows", ["Flow", "From and to", "Protocol", "Carries", "Returns", "Encrypted", "Authenticated", "Crosses"], flows.map((f) => flowRow(f, context)))}`);
}

function named(kind: "element" | "flow", { id, title, outOfScope }: ElementFacts | FlowFacts): Html {
  return html`<span id="${anchorId(kind, id)}" data-find="${kind}">${title}</span><span class="note"><code>${id}</code></span>${outOfScope === undefined ? undefined : html`<span class="note">out of scope: ${outOfScope}</span>`}`;
}

function elementRow(e: ElementFacts, { titles }: ReportContext): readonly HtmlPart[] {
  const classes = (Object.keys(e.classes) as ProtectedProperty[]).filter((property) => e.classes[property].worst !== "none");
  return [
    named("element", e), html`${e.kind}<span class="note">${e.type === undefined ? undefined : dottedKey(e.type)}${e.actor === undefined ? undefined : html` ${e.actor}`}</span>`,
    html`${objectRefs(e.boundaries, titles)}<span class="note">trust ${summaryWords(e.trust)}</span>`, summaryWords(e.reach),
    html`${classes.map((property) => html`<div><span class="soft">${property}</span> ${summaryWords(e.classes[property])}</div>`)}`, objectRefs(e.data, titles),
  ];
}

function flowRow(f: FlowFacts, { titles }: ReportContext): readonly HtmlPart[] {
  const leg = (data: readonly string[] | "unknown"): Html => (data === "unknown" ? html`<span class="unsure">unknown</span>` : data.length === 0 ? html`<span class="soft">nothing</span>` : objectRefs(data, titles));
  return [
    named("flow", f), html`${objectRef(f.from, titles)} → ${objectRef(f.to, titles)}`, f.protocol ?? html`<span class="unsure">unknown</span>`,
    leg(f.carries), leg(f.response), answerWords(f.encrypted), answerWords(f.authenticated), objectRefs(f.crosses, titles),
  ];
}
