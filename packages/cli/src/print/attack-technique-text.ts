// `merlon attack technique` for people: the technique, what stands against it, and where it could be used.
import { blank, ink, labelled, line, renderLines, type Ink, type Line, type Page } from "@merlon/reports";
import type { OutsideControl, TechniqueAt, TechniqueVerdict, TechniqueView } from "@merlon/schema";

const looks: Readonly<Record<Exclude<TechniqueVerdict, "no">, { readonly mark: string; readonly colour: Ink; readonly word: string }>> = {
  applies: { mark: "●", colour: "red", word: "could be used here" }, possible: { mark: "?", colour: "yellow", word: "perhaps" },
};

const titles: Readonly<Record<string, string>> = { "nist-800-53": "NIST SP 800-53", "csa-ccm": "Cloud Controls Matrix", "d3fend": "D3FEND" };

/** More candidates than this of one body are counted, not listed. */
const MOST = 8;

export function techniqueText(technique: TechniqueView, page: Page): string {
  const { id, name, version, tactics, platforms, artefacts, mitigations, detections, groups, outsideControls, model } = technique;
  const facts: readonly (readonly [string, string])[] = [
    ["tactics", tactics.join(", ")], ["platforms", platforms.join(", ")], ["touches", artefacts.join(", ")],
    ["mitigations", mitigations.length === 0 ? "none is known: accept or detect" : mitigations.map(named).join(", ")],
    ["detection", detections === 0 ? "" : `${detections} ${detections === 1 ? "strategy" : "strategies"} known`],
    ["groups", groups.length === 0 ? "" : `${groups.length} seen to use it${groups.length <= MOST ? `: ${groups.join(", ")}` : ""}`],
    ...Object.entries(outsideControls).map(([catalogue, entries]): readonly [string, string] => [titles[catalogue] ?? catalogue, listed(entries)]),
  ];
  return renderLines([
    line([ink("bold", `${id} ${name}`), ink("dim", `  ${version}`)]),
    ...facts.filter(([, text]) => text !== "").map(([label, text]) => labelled(ink("dim", `${label.padEnd(22)}`), text, 2)),
    ...(model ? modelLines(model) : []),
  ], page);
}

function modelLines({ id, threats, elements }: NonNullable<TechniqueView["model"]>): readonly Line[] {
  const excluded = new Map<string, string[]>();
  for (const one of elements) if (one.verdict === "no") excluded.set(one.why, [...excluded.get(one.why) ?? [], one.id]);
  return [
    blank, line([ink("bold", `In ${id}`), ink("dim", threats.length === 0 ? "  no threat names it" : `  named by ${threats.map((threat) => threat.id).join(", ")}`)]),
    ...elements.filter(({ verdict }) => verdict !== "no").map(elementLine),
    ...[...excluded].map(([why, ids]) => labelled([ink("dim", `○ not here: ${why}  `)], ink("dim", ids.join(", ")), 2)),
  ];
}

function elementLine({ id, verdict, aspects }: TechniqueAt): Line {
  const { mark, colour, word } = looks[verdict === "no" ? "possible" : verdict];
  return labelled([ink(colour, `${mark} `), ink("bold", id), ink("dim", `  ${word}  `)], aspects.map((one) => `${one.aspect}: ${one.why}`).join("; "), 2);
}

function listed(entries: readonly OutsideControl[]): string {
  const rest = entries.length - MOST;
  return rest > 1 ? `${entries.slice(0, MOST).map(named).join(", ")} and ${rest} more` : entries.map(named).join(", ");
}

function named({ id, name }: OutsideControl): string {
  return `${id} ${name}`;
}
