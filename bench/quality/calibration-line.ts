// How well the threshold for alike texts parts the pairs that were judged by hand.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import type { ExpertSystem } from "./expert/read-systems.ts";
import { alike } from "./matcher/match.ts";
import { similarity, type Weights } from "./matcher/similarity.ts";

type Pair = readonly [system: string, expert: string, rule: string, same: boolean | "yes" | "no"];

/** `texts`: title and reasons of each rule. */
export function calibrationLine(systems: readonly ExpertSystem[], texts: ReadonlyMap<string, string>, weights: Weights): string {
  const pairs = load(readFileSync(fileURLToPath(new URL("matcher/calibration.yaml", import.meta.url)), "utf8")) as readonly Pair[];
  const judged = pairs.map(([system, id, rule, same]) => {
    const expert = systems.find((one) => one.system === system)?.threats.find((threat) => threat.id === id);
    const isAlike = similarity(expert?.text ?? "", texts.get(rule.split("@")[0] ?? "") ?? "", weights) >= alike;
    return { same: same === true || same === "yes", isAlike };
  });
  const count = (same: boolean, isAlike: boolean): number => judged.filter((one) => one.same === same && one.isAlike === isAlike).length;
  return `Alike texts (M3): the threshold ${alike} takes ${count(true, true)} of ${count(true, true) + count(true, false)} pairs that say the same and ${count(false, true)} of ${count(false, true) + count(false, false)} that do not ([pairs](matcher/calibration.yaml), judged by hand). Experts and rules use different words, so M3 adds little.`;
}
