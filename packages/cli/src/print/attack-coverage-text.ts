// `merlon attack coverage` for people: a technique with its mitigations, what is missing first.
import { blank, ink, labelled, line, renderLines, type Ink, type Line, type Page } from "@merlon/reports";
import type { AttackCoverage, CoveredMitigation, CoveredTechnique, MitigationState } from "@merlon/schema";

const looks: Readonly<Record<MitigationState, { readonly mark: string; readonly colour: Ink; readonly word: string }>> = {
  "in-place": { mark: "✓", colour: "green", word: "in place" }, "partly": { mark: "◐", colour: "yellow", word: "at some of the threats" },
  "planned": { mark: "○", colour: "cyan", word: "planned" }, "missing": { mark: "✗", colour: "red", word: "missing" },
  "not-stated": { mark: "?", colour: "yellow", word: "not stated" },
};

export function coverageText({ version, techniques, unknown, untagged, counts }: AttackCoverage, page: Page): string {
  const sum = `${counts.techniques} techniques: ${counts.mitigated} with a mitigation in place, ${counts.unmitigated} without one, ${counts.withoutMitigation} that nothing is known against`;
  const rest = untagged.length === 0 ? [] : [blank, line(ink("dim", `${untagged.length} threats name no technique: ${untagged.slice(0, 5).map(({ id }) => id).join(", ")}${untagged.length > 5 ? " …" : ""}`))];
  const strange = unknown.length === 0 ? [] : [blank, line(ink("yellow", `ATT&CK ${version} does not have ${unknown.join(", ")}, which threats name.`))];
  return renderLines([line([ink("bold", `ATT&CK ${version}`), ink("dim", `  ${sum}`)]), ...techniques.flatMap(techniqueLines), ...strange, ...rest], page);
}

function techniqueLines({ id, name, threats, mitigations, detections }: CoveredTechnique): readonly Line[] {
  const shown = mitigations.map((mitigation) => {
    const { mark, colour, word } = looks[mitigation.state];
    return line([ink(colour, `${mark} `), `${mitigation.id} ${mitigation.name}`, ink("dim", `  ${[word, ...toldBy(mitigation)].join(": ")}`)], 4);
  });
  const none = `No mitigation is known: accept or detect${detections > 0 ? ` (${detections} detection ${detections === 1 ? "strategy" : "strategies"})` : ""}.`;
  return [
    blank, line([ink("bold", `${id} ${name}`)]), labelled(ink("dim", "threats  "), threats.map((threat) => threat.id).join(", "), 2),
    ...(shown.length > 0 ? shown : [line(ink("yellow", none), 4)]),
  ];
}

/** By which controls, and by which characteristics. */
function toldBy({ controls, stated }: CoveredMitigation): readonly string[] {
  const parts = [...(controls.length > 0 ? [controls.join(", ")] : []), ...(stated.length > 0 ? [`stated: ${stated.join(", ")}`] : [])];
  return parts.length === 0 ? [] : [parts.join("; ")];
}
