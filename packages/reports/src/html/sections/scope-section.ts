// What the model looks at, what it leaves out and why, and the picture of it.
import { html, trusted, type Html } from "../../escape/html.ts";
import { anchorId } from "../anchors.ts";
import { paragraphs, section } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";
import { leftOutLines } from "../../wording/view-words.ts";

export function scopeSection({ analysis: { model, view, elements, flows } }: ReportContext): Html {
  const { scope } = model;
  const list = (title: string, items: readonly string[] | undefined): Html =>
    items === undefined || items.length === 0 ? html`` : html`<h3>${title}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const out = [...elements, ...flows].filter(({ outOfScope }) => outOfScope !== undefined);
  return section("scope", "Scope",
    model.description === undefined ? undefined : paragraphs(model.description),
    list("In scope", scope?.in), list("Out of scope", scope?.out),
    scope?.why === undefined ? undefined : html`<p><strong>Why the line is there.</strong> ${scope.why}</p>`,
    list("Shown but not judged", out.map(({ title, outOfScope }) => `${title}: ${outOfScope ?? ""}`)),
    list("Not in this view", view && leftOutLines(view)),
    scope === undefined && out.length === 0 ? html`<p class="note">The model does not say what it leaves out; everything in it is looked at.</p>` : undefined);
}

/** `svg` is a diagram that this package drew. */
export function diagramSection(svg: string | undefined, id = "diagram", title = "Diagram"): Html {
  if (svg === undefined) return html``;
  const zoom = id === "diagram" ? "zoom" : anchorId("section", `${id}-zoom`);
  return section(id, title,
    html`<input type="checkbox" class="zoom" id="${zoom}"><label for="${zoom}">Full size</label>
<div class="diagram" tabindex="0" role="region" aria-label="Data flow diagram">
${trusted(svg.replace(/^<\?xml[^>]*\?>\s*/, ""))}</div>
`);
}
