// Attack paths as Markdown: a page of its own, and a short section for the report.
import type { AttackPath, AttackPaths, Jewel } from "@merlon/schema";
import { code, joinMarkdown, markdown, markdownTable, type Markdown } from "../escape/markdown.ts";
import { heading } from "../markdown/markdown-parts.ts";
import { apartFromAnybody, barrierWords, chainOf, directNeeds, effortWords, lossOf, partialWords, pathCount, pathsOf, techniqueWords, titleOfAttacker } from "./path-wording.ts";

export function pathsMarkdown(paths: AttackPaths): string {
  const parts = [
    markdown`# Attack paths of ${paths.model.title}`, ...(paths.partial ? [markdown`*${partialWords(paths)}*`] : []),
    ...endParts(paths, 2),
    ...paths.jewels.flatMap((jewel) => jewelParts(jewel, paths)),
  ];
  return `${parts.map(({ source }) => source).join("\n\n")}\n`;
}

function jewelParts(jewel: Jewel, paths: AttackPaths): readonly Markdown[] {
  const { own, asAnybody } = apartFromAnybody(jewel, paths);
  const title = markdown`## ${lossOf(jewel)}`;
  return own.length === 0 ? [title, markdown`No path leads there.`] : [title, ...own.flatMap((path) => pathParts(path, paths)), ...(asAnybody.length > 0 ? [markdown`As anybody: ${asAnybody.join(", ")}.`] : [])];
}

function pathParts(path: AttackPath, { attackers }: AttackPaths): readonly Markdown[] {
  const rows = path.hops.map((hop) => {
    const together = directNeeds(hop, path.hops);
    const why = [...hop.because, ...hop.barriers.map((barrier) => `slowed by ${barrierWords(barrier)}`)];
    return [hop.number, `${hop.text}${together.length > 1 ? ` (with ${together.join(" and ")})` : ""}`, techniqueWords(hop), why.join("; "), joinMarkdown(hop.openings.map(code), ", "), joinMarkdown(hop.assumed.map(code), ", "), hop.cost];
  });
  return [
    markdown`### ${titleOfAttacker(path.entry, attackers)}${path.rank > 1 ? ` (way ${path.rank})` : ""}: ${effortWords(path)}`, code(path.id),
    markdownTable(["#", "Step", "ATT&CK", "Because", "Open threats", "Nobody said", "Cost"], rows),
  ];
}

function endParts({ chokePoints, soleControls, cuts }: AttackPaths, level: number): readonly Markdown[] {
  return [
    ...(chokePoints.length > 0 ? [heading(level, "Choke points"), markdownTable(["Object", "Paths that cannot do without it"], chokePoints.map(({ target, paths }) => [markdown`${target.title} ${code(target.id)}`, paths.length]))] : []),
    ...(soleControls.length > 0 ? [heading(level, "All that stands in the way"), markdownTable(["Control", "Paths that depend on it alone"], soleControls.map((control) => [barrierWords(control), control.paths.length]))] : []),
    ...(cuts.length > 0 ? [heading(level, "What would cut most"), markdownTable(["Change", "Stops", "Makes harder"], cuts.map(({ text, blocks, raises }) => [text, blocks.length, raises.length]))] : []),
  ];
}

/** For the report: of each jewel the cheapest path in a line, and the ends. `level`: of the headings below it. */
export function pathsSection(paths: AttackPaths, level: number): readonly Markdown[] {
  const rows = paths.jewels.flatMap((jewel) => {
    const [cheapest] = pathsOf(jewel, paths);
    return cheapest ? [[lossOf(jewel), titleOfAttacker(cheapest.entry, paths.attackers), effortWords(cheapest), chainOf(cheapest)]] : [];
  });
  if (rows.length === 0) return [];
  return [
    markdown`The cheapest path to each of the things that matter most; ${pathCount(paths.paths.length)} in all.`, ...(paths.partial ? [markdown`*${partialWords(paths)}*`] : []),
    markdownTable(["What", "Who", "Effort", "How"], rows), ...endParts(paths, level),
  ];
}
