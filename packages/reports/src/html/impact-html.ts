// The impact of a change as one HTML file, of one model or of several: nothing is loaded, and it can be read without script.
import type { Impact } from "@merlon/schema";
import { html, type Html, type HtmlPart } from "../escape/html.ts";
import { impactSentence, versionWords } from "../impact/impact-counts.ts";
import { storyOf } from "../impact/story.ts";
import { changesOf } from "../impact/told-together.ts";
import { counted, sentence } from "../wording/counted.ts";
import { anchorId } from "./anchors.ts";
import { contents, findBox, type Part } from "./contents.ts";
import { htmlPage } from "./html-page.ts";
import { glanceOfImpact, verdictWords } from "./impact/glance-of-impact.ts";
import type { ImpactContext, ImpactOfModel } from "./impact/impact-context.ts";
import { operationsSection } from "./impact/operations-section.ts";
import { storySection } from "./impact/story-section.ts";
import { pageScript } from "./page-script.ts";
import { dataTable, section, term } from "./parts.ts";
import { diagramSection } from "./sections/scope-section.ts";

export interface ImpactHtmlOptions {
  /** The gate is told, but does not count. */
  readonly gate?: "off";
}

export function impactHtml(models: readonly ImpactOfModel[], options: ImpactHtmlOptions = {}): string {
  const [only, ...others] = models;
  const one = others.length === 0 ? only : undefined;
  const parts = one ? partsOf({ ...one, ...options, prefix: "" }) : partsOfSet(models, options);
  return htmlPage({
    title: `${one ? one.title : counted(models.length, "model")}: impact of a change`,
    header: one ? headerOf(one) : html`<p class="eyebrow">Impact of a change</p>
<h1>${counted(models.length, "model")}</h1>
`,
    aside: html`${findBox("page")}${contents(parts)}`, main: html`${parts.map(({ body }) => body)}`, script: pageScript,
    footer: html`<p>Made by Merlon${only ? ` as of ${only.impact.at}` : ""}. The cause of a difference is what without which it would not be. What is not told here did not change.</p>
`,
  });
}

function headerOf({ impact: { base, head, at }, title }: ImpactOfModel): Html {
  return html`<p class="eyebrow">Impact of a change</p>
<h1>${title}</h1>
<dl class="meta">${[term("model", head.model), term("from", versionWords(base)), term("to", versionWords(head)), term("as of", at)]}</dl>
`;
}

function partsOfSet(models: readonly ImpactOfModel[], options: ImpactHtmlOptions): readonly Part[] {
  const told = models.filter(({ impact }) => isTold(impact)).toSorted((a, b) => Number(b.impact.gate.failed) - Number(a.impact.gate.failed));
  const rows = models.map((model): HtmlPart[] => [
    isTold(model.impact) ? html`<a href="#${anchorId("section", `${model.impact.head.model}/glance`)}">${model.title}</a>` : model.title, `${versionWords(model.impact.base)} → ${versionWords(model.impact.head)}`,
    isTold(model.impact) ? sentence(impactSentence(model.impact)) : "Nothing changed.", `${verdictWords({ impact: model.impact, ...options })}.`,
  ]);
  return [
    { id: "models", title: "Models", amount: models.length, body: section("models", "Models", dataTable("Models", ["Model", "Compared", "What changed", "Gate"], rows)) },
    ...told.flatMap((model) => partsOf({ ...model, ...options, prefix: `${model.impact.head.model}/` })),
  ];
}

function isTold({ operations, quiet }: Impact): boolean {
  return operations.length > 0 || !quiet;
}

function partsOf(context: ImpactContext): readonly Part[] {
  const { prefix, title, impact, pictureSvg } = context;
  const part = (id: string, name: string, body: (id: string, name: string) => Html, amount?: number): Part => {
    const [place, heading] = [prefix + id, prefix === "" ? name : `${title}: ${name}`];
    return { id: place, title: heading, ...(amount === undefined ? {} : { amount }), body: body(place, heading) };
  };
  const story = storyOf(impact);
  const sections = story.map((one) => part(one.title.toLowerCase().replaceAll(" ", "-"), one.title, (id, name) =>
    (one.items[0]?.kind === "operation" ? operationsSection(context, id, name) : storySection(one, id, name, context)), changesOf(one.items)));
  const picture = pictureSvg === undefined ? [] : [part("picture", "Picture of both versions", (id, name) => diagramSection(pictureSvg, id, name))];
  const worse = story.findLastIndex(({ tone }) => tone === "worse") + 1;
  return [part("glance", "At a glance", (id, name) => glanceOfImpact(context, id, name)), ...sections.slice(0, worse), ...picture, ...sections.slice(worse)];
}
