// Attack trees as indented text: each jewel is reached by one of its paths; each step needs all that stands below it.
import type { AttackHop, AttackPath, AttackPaths } from "@merlon/schema";
import { oneLine } from "../escape/visible.ts";
import { apartFromAnybody, directNeeds, effortWords, lossOf, techniqueWords, titleOfAttacker } from "./path-wording.ts";

export function attackTree(paths: AttackPaths): string {
  const trees = paths.jewels.map((jewel) => {
    const { own, asAnybody } = apartFromAnybody(jewel, paths);
    const head = own.length === 0 ? `${lossOf(jewel)}: no path` : `${lossOf(jewel)}${own.length > 1 ? ": one of" : ""}`;
    return [oneLine(head), ...own.flatMap((path) => branch(path, paths)), ...(asAnybody.length > 0 ? [`  ${oneLine(`As anybody: ${asAnybody.join(", ")}`)}`] : [])].map((line) => `${line}\n`).join("");
  });
  return trees.join("\n");
}

function branch(path: AttackPath, { attackers }: AttackPaths): readonly string[] {
  const last = path.hops.at(-1);
  return [`  ${oneLine(`${titleOfAttacker(path.entry, attackers)} [${effortWords(path)}]`)}`, ...(last ? stepLines(last, path, "    ", new Set()) : [])];
}

/** A step that stands further up already is named again, not unfolded again. */
function stepLines(hop: AttackHop, path: AttackPath, indent: string, shown: Set<number>): readonly string[] {
  const needs = directNeeds(hop, path.hops);
  const isAgain = shown.has(hop.number);
  const head = `${indent}${oneLine(`${hop.number}. ${hop.text} (${techniqueWords(hop)}${hop.cost > 0 ? `, +${hop.cost}` : ""})`)}`;
  if (isAgain) return [`${head}, see above`];
  shown.add(hop.number);
  return [needs.length > 1 ? `${head}: all of` : head, ...needs.flatMap((need) => stepLines(path.hops[need - 1]!, path, `${indent}  `, shown))];
}
