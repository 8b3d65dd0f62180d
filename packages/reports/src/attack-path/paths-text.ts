// Attack paths for a terminal: what all depend on and what cuts most; then by jewel the cheapest path of each attacker hop by hop.
import type { AttackHop, AttackPath, AttackPaths, Jewel, PathCut } from "@merlon/schema";
import { counted } from "../wording/counted.ts";
import { blank, ink, labelled, line, renderLines, type Line, type Page } from "../terminal/lines.ts";
import { apartFromAnybody, barrierWords, chainOf, directNeeds, effortWords, lossOf, partialWords, pathCount, propertyWords, techniqueWords, titleOfAttacker, weakPoints } from "./path-wording.ts";

export interface PathsTextOptions extends Page {
  /** Every path hop by hop; else of each jewel the cheapest, the others in a line. */
  readonly all: boolean;
  /** How to run another command here. */
  readonly command: (verb: string) => string;
}

export function pathsText(paths: AttackPaths, options: PathsTextOptions): string {
  const { jewels, attackers } = paths;
  const lines: readonly Line[] = [
    line([ink("bold", `Attack paths of ${paths.model.title}`), ink("dim", `  ${counted(attackers.length, "attacker")}, ${counted(jewels.length, "thing")} to protect, ${pathCount(paths.paths.length)}`)]),
    ...(paths.partial ? [line(ink("yellow", partialWords(paths)))] : []),
    ...(jewels.length === 0 ? [line("There is nothing that matters more than the rest: state levels of data, or say --to.")] : []),
    ...chokeLines(paths), ...controlLines(paths), ...cutLines(paths),
    ...jewels.flatMap((jewel) => jewelLines(jewel, paths, options)), ...nextLines(paths, options),
  ];
  return renderLines(lines, options);
}

function jewelLines(jewel: Jewel, paths: AttackPaths, { all }: PathsTextOptions): readonly Line[] {
  const { own, asAnybody } = apartFromAnybody(jewel, paths);
  const [cheapest, ...others] = own;
  const title = line([ink(["bold", "underline"], lossOf(jewel)), ink("dim", `  ${jewel.id}, ${propertyWords(jewel)}`)]);
  if (!cheapest) return [blank, title, line(ink("green", "No path leads there."), 2)];
  const rest = all ? others.flatMap((path) => pathLines(path, paths)) : others.flatMap((path) => shortLines(path, paths));
  const same = asAnybody.length > 0 ? [labelled(ink("dim", "as anybody: "), asAnybody.join(", "), 2)] : [];
  return [blank, title, ...pathLines(cheapest, paths), ...rest, ...same];
}

function heading(path: AttackPath, { attackers }: AttackPaths): Line {
  return line([ink("bold", titleOfAttacker(path.entry, attackers)), path.rank > 1 ? ` (way ${path.rank})` : "", ink(inkOf(path), `  ${effortWords(path)}`), ink("dim", `  ${path.id}`)], 2);
}

function inkOf({ effort }: AttackPath) {
  return effort === "low" ? "red" : effort === "moderate" ? "yellow" : "green";
}

function pathLines(path: AttackPath, paths: AttackPaths): readonly Line[] {
  const { openings, assumed } = weakPoints(path);
  return [
    heading(path, paths), ...path.hops.flatMap((hop) => hopLines(hop, path)),
    ...(openings.length > 0 ? [labelled(ink("red", "open threats: "), openings.join(", "), 4)] : []),
    ...(assumed.length > 0 ? [labelled(ink("yellow", "nobody said: "), assumed.join(", "), 4)] : []),
  ];
}

function hopLines(hop: AttackHop, { hops }: AttackPath): readonly Line[] {
  const together = directNeeds(hop, hops);
  const label = `${String(hop.number).padStart(2)}. `;
  const why = [...hop.because, ...hop.barriers.map((barrier) => `slowed by ${barrierWords(barrier)}`)];
  return [
    labelled(label, [hop.text, together.length > 1 ? ` (with ${together.join(" and ")})` : "", ink("dim", `  ${techniqueWords(hop)}${hop.cost > 0 ? `  +${hop.cost}` : ""}`)], 4),
    ...(why.length > 0 && hop.step !== "reach" ? [line(ink("dim", why.join("; ")), 8)] : []),
  ];
}

function shortLines(path: AttackPath, paths: AttackPaths): readonly Line[] {
  return [heading(path, paths), line(ink("dim", chainOf(path)), 4)];
}

function chokeLines({ chokePoints, paths }: AttackPaths): readonly Line[] {
  const pairs = paths.filter(({ rank }) => rank === 1).length;
  const telling = chokePoints.filter(({ paths: of }) => of.length > 1 || pairs <= 3).slice(0, 8);
  if (telling.length === 0) return [];
  return [blank, line(ink(["bold", "underline"], "Choke points: no path can do without them")), ...telling.map(({ target, paths: of }) => labelled(`${pathCount(of.length).padEnd(9)} `, [target.title, ink("dim", `  ${target.id}`)], 2))];
}

function controlLines({ soleControls }: AttackPaths): readonly Line[] {
  if (soleControls.length === 0) return [];
  return [
    blank, line(ink(["bold", "underline"], "All that stands in the way")),
    ...soleControls.slice(0, 8).map((control) => labelled(`${pathCount(control.paths.length).padEnd(9)} `, [barrierWords(control), ink("dim", `  ${control.paths.slice(0, 4).join(", ")}${control.paths.length > 4 ? " …" : ""}`)], 2)),
  ];
}

function cutLines({ cuts }: AttackPaths): readonly Line[] {
  const telling = cuts.filter(({ adds }) => adds > 0).slice(0, 8).sort(byEffect);
  if (telling.length === 0) return [];
  return [
    blank, line(ink(["bold", "underline"], "What would cut most")),
    ...telling.map(({ text, blocks, raises }, i) => labelled(`${i + 1}. `, [text, ink("dim", `  ${[...(blocks.length > 0 ? [`stops ${pathCount(blocks.length)}`] : []), ...(raises.length > 0 ? [`makes ${pathCount(raises.length)} harder`] : [])].join(", ")}`)], 2)),
  ];
}

/** By what is told of them: all paths that they do something for, then those that they stop. */
function byEffect(a: PathCut, b: PathCut): number {
  return b.blocks.length + b.raises.length - a.blocks.length - a.raises.length || b.blocks.length - a.blocks.length;
}

function nextLines({ paths, jewels }: AttackPaths, { command, all }: PathsTextOptions): readonly Line[] {
  const [first] = jewels;
  if (all || !first || paths.length === 0) return [];
  return [blank, line(ink("dim", `Every hop: ${command(`paths --to ${first.id}`)}; drawn: ${command(`paths --to ${first.id} -o paths.svg`)}`))];
}
