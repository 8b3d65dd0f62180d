// A landscape for a terminal: what it is made of by type, each thing with how it hangs together with what the landscape is of.
import type { Landscape, LandscapeObject, LandscapeType, RiskRollUp, Severity } from "@merlon/schema";
import { heading } from "../summary/summary-options.ts";
import { blank, ink, labelled, line, renderLines, type Line, type Page } from "../terminal/lines.ts";
import { listedUpTo, sentence } from "../wording/counted.ts";
import { SEVERITIES, severityLooks } from "../wording/severity.ts";
import { viewSentence } from "../wording/view-words.ts";
import { chainsOf, type ChainLink } from "./landscape-chains.ts";
import { headingOf } from "./landscape-graph.ts";
import { countedType, ownId, stateWords } from "./landscape-words.ts";
import { isDisagreement, rollUpWords } from "./roll-up-words.ts";

export interface LandscapeTextOptions extends Page {
  /** Every thing of every type, instead of the first few. */
  readonly all: boolean;
}

/** What people want to see first. */
export const ORDER: readonly LandscapeType[] = ["risk", "vulnerability", "incident", "threat", "path", "decision", "control", "evidence", "ticket", "question", "technique", "weakness", "data", "flow", "element", "boundary", "model", "person"];
const MOST = 8;

export function landscapeText(landscape: Landscape, options: LandscapeTextOptions): string {
  const chain = chainsOf(landscape);
  const rolled = new Map(landscape.rollUp?.map((risk) => [risk.id, risk]));
  const head = [
    line([ink("bold", landscape.model.title), ink("dim", `  ${headingOf(landscape)}`)]), ...(landscape.view ? [line(ink("yellow", viewSentence(landscape.view)))] : []),
    line(sentence(countsOf(landscape))),
  ];
  const sections = byType(landscape).flatMap(({ type, objects }) => {
    const shown = options.all || objects.length <= MOST + 1 ? objects : objects.slice(0, MOST);
    const more = objects.length - shown.length;
    return [blank, heading(countedType(objects.length, type)), ...shown.flatMap((object) => objectLines(object, chain(object), rolled.get(object.id))), ...(more > 0 ? [line(ink("dim", `and ${more} more, with --all`), 2)] : [])];
  });
  return renderLines([...head, ...sections], options);
}

export function countsOf(landscape: Landscape): string {
  const parts = byType(landscape).map(({ type, objects }) => countedType(objects.length, type));
  return parts.length === 0 ? "Nothing is there" : listedUpTo(parts.length, parts);
}

/** Without what the landscape is of; the worst first, then the nearest. */
export function byType({ objects, of }: Landscape): readonly { readonly type: LandscapeType; readonly objects: readonly LandscapeObject[] }[] {
  const others = objects.filter(({ id }) => !of?.includes(id));
  const rank = (object: LandscapeObject): number => {
    const level = levelOf(object);
    return level ? SEVERITIES.indexOf(level) : SEVERITIES.length;
  };
  return ORDER.map((type) => ({ type, objects: others.filter((object) => object.type === type).sort((a, b) => rank(a) - rank(b) || (a.distance ?? 0) - (b.distance ?? 0)) })).filter((group) => group.objects.length > 0);
}

/** Of a risk what it adds up to. */
export function levelOf({ level, severity }: LandscapeObject): Severity | undefined {
  return level ?? severity;
}

function objectLines(object: LandscapeObject, chain: readonly ChainLink[], rolled: RiskRollUp | undefined): readonly Line[] {
  const level = levelOf(object);
  const look = level ? severityLooks[level] : undefined;
  const state = stateWords(object);
  const mark = look ? ink(look.inks, `${look.mark} `) : "· ";
  const how = chainWords(chain);
  const own = ownId(object);
  return [
    labelled(mark, [object.title, state === "" ? "" : ink("dim", ` (${state})`), own === undefined ? "" : ink("cyan", `  ${own}`)], 2),
    ...(rolled ? [line(ink(isDisagreement(rolled) ? "yellow" : "dim", rollUpWords(rolled)), 4)] : []), ...(how === "" ? [] : [line(ink("dim", how), 4)]),
  ];
}

/** What lies between the start and a thing; nothing for what is beside the start. */
export function chainWords(chain: readonly ChainLink[]): string {
  return chain.length < 3 ? "" : `by way of ${chain.slice(1, -1).map(({ object }) => object.title).join(" › ")}`;
}
