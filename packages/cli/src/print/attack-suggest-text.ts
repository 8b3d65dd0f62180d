// `merlon attack suggest` for people: each technique with the grounds for it.
import type { SuggestedTechniques } from "@merlon/app";
import { blank, ink, line, renderLines, type Page } from "@merlon/reports";

const SHOWN = 5;
/** Of each; the strongest come first. */
const GROUNDS = 3;

export function suggestText({ weaknesses, version, suggestions }: SuggestedTechniques, page: Page): string {
  return renderLines([
    ...weaknesses.map(({ id, name }) => line([ink("bold", id), ` ${name}`])), line(ink("dim", `techniques of ATT&CK ${version}, the likeliest first`)), blank,
    ...suggestions.slice(0, SHOWN).flatMap(({ id, name, because }) => [line([ink("cyan", id), ` ${name}`]), ...because.slice(0, GROUNDS).map((ground) => line(ink("dim", ground), 4))]),
    ...(suggestions.length === 0 ? [line("Nothing is known that leads from there to a technique.")] : []),
  ], page);
}
