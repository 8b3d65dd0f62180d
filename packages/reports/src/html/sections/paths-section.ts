// Attack paths in short: of each jewel the cheapest path, then what no path can do without and what would cut most.
import type { AttackPath, AttackPaths } from "@merlon/schema";
import { barrierWords, effortWords, lossOf, partialWords, pathCount, pathsOf, techniqueWords, titleOfAttacker } from "../../attack-path/path-wording.ts";
import { html, type Html, type HtmlPart } from "../../escape/html.ts";
import { objectRef } from "../anchors.ts";
import { dataTable, folded, section } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";

export function pathsSection({ titles }: ReportContext, paths: AttackPaths | undefined): Html {
  const rows = (paths?.jewels ?? []).flatMap((jewel): readonly HtmlPart[][] => {
    const [cheapest] = pathsOf(jewel, paths!);
    return cheapest ? [[html`<span data-find="path">${lossOf(jewel)}</span><span class="note"><code>${cheapest.id}</code></span>`, titleOfAttacker(cheapest.entry, paths!.attackers), effortWords(cheapest), hopList(cheapest)]] : [];
  });
  if (!paths || rows.length === 0) return html``;
  const { chokePoints, soleControls, cuts } = paths;
  return section("paths", "Attack paths",
    html`<p>The cheapest path to each of the things that matter most, of ${pathCount(paths.paths.length)}. Effort compares ways; it is no probability. What nobody stated counts as not protected.</p>`,
    paths.partial ? html`<p class="note">${partialWords(paths)}</p>` : undefined,
    dataTable("Attack paths", ["What", "Who", "Effort", "How"], rows),
    chokePoints.length === 0 ? undefined : folded("Choke points: no path can do without them", dataTable("Choke points", ["Object", "Paths"], chokePoints.map(({ target, paths: of }) => [objectRef(target.id, titles), of.length]))),
    soleControls.length === 0 ? undefined : folded("All that stands in the way", dataTable("Controls that stand alone", ["Control", "Paths"], soleControls.map((control) => [barrierWords(control), control.paths.length]))),
    cuts.length === 0 ? undefined : folded("What would cut most", dataTable("Changes", ["Change", "Stops", "Makes harder"], cuts.map(({ text, blocks, raises }) => [text, blocks.length, raises.length]))));
}

function hopList({ hops }: AttackPath): Html {
  return html`<ol>${hops.filter(({ step, cost }) => step !== "reach" || cost > 0).map((hop) => html`<li>${hop.text} <span class="soft">${techniqueWords(hop)}</span></li>`)}</ol>`;
}
