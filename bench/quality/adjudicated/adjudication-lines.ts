// Generated threats that match no expert's: a sample judged by hand, because experts' lists are never complete.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import type { Shown } from "../shown.ts";

/** valid-unlisted: real, and no expert listed it. generic: true of anything like it. wrong: not so in this system. */
type Judgement = "valid-unlisted" | "generic" | "wrong";

interface Sample {
  readonly by: string;
  readonly on: string;
  /** System -> `rule@target` -> judgement and a word why. */
  readonly judged: Readonly<Record<string, Readonly<Record<string, readonly [Judgement, string]>>>>;
}

const file = fileURLToPath(new URL("sample.yaml", import.meta.url));

export function adjudicationLines(shown: ReadonlyMap<string, Shown>): readonly string[] {
  const { by, on, judged } = load(readFileSync(file, "utf8")) as Sample;
  const all = Object.entries(judged).flatMap(([system, threats]) => Object.entries(threats).map(([id, [judgement]]) => ({ system, id, judgement })));
  const count = (judgement: Judgement): number => all.filter((one) => one.judgement === judgement).length;
  const still = all.filter(({ system, id }) => shown.get(system)?.items.some(({ generated }) => generated.some((one) => one.id === id))).length;
  return [
    `What matches no expert's threat, judged by hand (${by}, ${on}; [sample](adjudicated/sample.yaml)): of ${all.length} generated or asked about, ${count("valid-unlisted")} are valid and unlisted, ${count("generic")} generic, ${count("wrong")} wrong. ${still} of them are still shown.`,
  ];
}
