// `merlon attack groups` for people: per group its threats, then techniques without one, then a count of the rest.
import type { AttackGroupUse } from "@merlon/app";
import { blank, ink, labelled, line, renderLines, type Line, type Page } from "@merlon/reports";
import type { GroupTechnique, GroupUse } from "@merlon/schema";

export function groupsText({ version, groups }: AttackGroupUse, page: Page): string {
  return renderLines([line(ink("dim", `ATT&CK ${version}`)), ...groups.flatMap(groupLines)], page);
}

function groupLines({ id, name, techniques, uses, without, elsewhere }: GroupUse): readonly Line[] {
  const certain = without.filter(({ elements }) => elements.length > 0);
  const possible = without.filter(({ elements }) => elements.length === 0);
  return [
    blank, line([ink("bold", `${name} (${id})`), ink("dim", `  uses ${techniques} techniques`)]),
    line(ink("underline", `Threats that it would use: ${uses.length}`), 2), ...uses.map(({ id: threat, severity, by }) => labelled(`${severity.padEnd(9)}`, [ink("cyan", threat), ink("dim", `  ${words(by)}`)], 4)),
    line(ink("underline", `Techniques that could be asked about, since no threat names them: ${certain.length}`), 2), ...certain.map((one) => line([`${one.id} ${one.name}`, ink("dim", `  ${one.elements.join(", ")}`)], 4, 6)),
    ...(possible.length === 0 ? [] : [line(ink("underline", `May work, since operating systems are not stated: ${possible.length}`), 2), line(ink("dim", possible.map((one) => one.id).join(", ")), 4)]),
    ...elsewhere.map(({ why, techniques: others }) => line(ink("dim", `${others.length} other: each ${why}`), 2)),
  ];
}

function words(techniques: readonly GroupTechnique[]): string {
  return techniques.map(({ id }) => id).join(", ");
}
