// The STRIDE tables as a page of their own, with the look of the report.
import type { StrideTables } from "@merlon/schema";
import { html } from "../escape/html.ts";
import { counted } from "../wording/counted.ts";
import { htmlPage } from "./html-page.ts";
import { strideAnchor, strideBody } from "./sections/boundaries-section.ts";

/** Quiet rows are folded, and only left out, with their number, where there are too many for a page. */
export function strideHtml(stride: StrideTables): string {
  return htmlPage({
    title: `${stride.model.title}: STRIDE`,
    header: html`<p class="eyebrow">STRIDE tables</p>
<h1>${stride.model.title}</h1>
<dl class="meta"><div><dt>model</dt><dd>${stride.model.id}</dd></div><div><dt>boundaries</dt><dd>${counted(stride.tables.length, "trust boundary")}</dd></div></dl>
`,
    aside: html`<ol>${stride.tables.map((table) => html`<li><a href="#${strideAnchor(table.boundary)}">${table.title}</a></li>
`)}</ol>
`,
    main: html`<section>
<h2>Trust boundaries</h2>
<h3>STRIDE at each boundary</h3>
${strideBody({ stride, titles: new Map(), threats: new Map(), questions: new Map() })}</section>
`,
    footer: html`<p>Made by Merlon.</p>
`,
  });
}
