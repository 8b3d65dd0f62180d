// `merlon attack coverage` for people: a technique with its mitigations, and whether its use would be seen.
import { blank, ink, labelled, line, renderLines, type Ink, type Line, type Page } from "@merlon/reports";
import type { AttackCoverage, CoverageState, CoveredTechnique, MitigationState } from "@merlon/schema";

const looks: Readonly<Record<MitigationState, { readonly mark: string; readonly colour: Ink; readonly word: string }>> = {
  "in-place": { mark: "✓", colour: "green", word: "in place" }, "partly": { mark: "◐", colour: "yellow", word: "at some of the threats" },
  "planned": { mark: "○", colour: "cyan", word: "planned" }, "missing": { mark: "✗", colour: "red", word: "missing" },
  "not-stated": { mark: "?", colour: "yellow", word: "not stated" },
};

export function coverageText({ version, techniques, unknown, untagged, counts }: AttackCoverage, page: Page): string {
  const sum = `${counts.techniques} techniques: ${counts.mitigated} with a mitigation in place, ${counts.unmitigated} without one, ${counts.withoutMitigation} that nothing is known against. There are alarms where ${counts.noticed} would be used, and records where ${counts.recorded} would be.`;
  const rest = untagged.length === 0 ? [] : [blank, line(ink("dim", `${untagged.length} threats name no technique: ${untagged.slice(0, 5).map(({ id }) => id).join(", ")}${untagged.length > 5 ? " …" : ""}`))];
  const strange = unknown.length === 0 ? [] : [blank, line(ink("yellow", `ATT&CK ${version} does not have ${unknown.join(", ")}, which threats name.`))];
  return renderLines([line([ink("bold", `ATT&CK ${version}`), ink("dim", `  ${sum}`)]), ...techniques.flatMap(techniqueLines), ...strange, ...rest], page);
}

function techniqueLines({ id, name, threats, mitigations, detections, noticed, recorded }: CoveredTechnique): readonly Line[] {
  const stateLine = (title: string, state: CoverageState): Line => {
    const { mark, colour, word } = looks[state.state];
    return line([ink(colour, `${mark} `), title, ink("dim", `  ${[word, ...toldBy(state)].join(": ")}`)], 4);
  };
  const shown = mitigations.map((mitigation) => stateLine(`${mitigation.id} ${mitigation.name}`, mitigation));
  return [
    blank, line([ink("bold", `${id} ${name}`)]), labelled(ink("dim", "threats  "), threats.map((threat) => threat.id).join(", "), 2),
    ...(shown.length > 0 ? shown : [line(ink("yellow", "No mitigation is known: accept or detect."), 4)]), stateLine(`alarms there${detections > 0 ? ` (${detections} detection ${detections === 1 ? "strategy" : "strategies"} known)` : ""}`, noticed), stateLine("records there", recorded),
  ];
}

/** By which controls, and by which characteristics. */
function toldBy({ controls, stated }: CoverageState): readonly string[] {
  const parts = [...(controls.length > 0 ? [controls.join(", ")] : []), ...(stated.length > 0 ? [`stated: ${stated.join(", ")}`] : [])];
  return parts.length === 0 ? [] : [parts.join("; ")];
}
