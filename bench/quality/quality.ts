// The scoreboard: what Merlon finds, on models and labels that nobody here wrote. `npm run bench:quality` measures and writes results.md; `npm run bench:quality -- g h` measures these sections only and leaves the others as they are.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openSession } from "@merlon/app";
import { attributionScores } from "./attribution-scores.ts";
import { hasCorpus } from "./corpus.ts";
import { expertScores } from "./expert-scores.ts";
import { mergeScores } from "./merge-scores.ts";
import { microsecendScores } from "./microsecend.ts";
import { pytmScores } from "./pytm-scores.ts";
import { renameScores } from "./rename-scores.ts";
import { printResults, readResults } from "./results-file.ts";
import type { Section } from "./section.ts";
import { stabilityScores } from "./stability-scores.ts";
import { tm7Scores } from "./tm7.ts";
import { variantDiffScores } from "./variant-diff-scores.ts";
import { weaknessScores } from "./weakness-scores.ts";

if (!hasCorpus) throw new Error("The samples are not here: they lie beside the repository, in ../shared. Nothing was measured.");

const session = await openSession();
/** By the letter in the section's title. */
const measures: Readonly<Record<string, () => Section | Promise<Section>>> = {
  a: () => microsecendScores(), b: () => expertScores(session), c: () => pytmScores(session), d: tm7Scores, e: () => weaknessScores(session), f: () => stabilityScores(session),
  g: mergeScores, h: () => renameScores(session), i: attributionScores, j: variantDiffScores,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((letter) => !Object.hasOwn(measures, letter));
if (unknown.length > 0) throw new Error(`There is no section ${unknown.join(", ")}: they are ${Object.keys(measures).join(", ")}.`);

const target = fileURLToPath(new URL("results.md", import.meta.url));
const measured: Section[] = [];
for (const [letter, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(letter)) continue;
  const start = performance.now();
  const section = await measure();
  measured.push(section);
  console.log(`${section.title}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
const others = wanted.length === 0 ? [] : readResults(readFileSync(target, "utf8")).filter(({ title }) => !wanted.some((letter) => title.startsWith(`(${letter})`)));
const sections = [...others, ...measured].sort((a, b) => (a.title < b.title ? -1 : 1));
const rules = session.builtIn.library.rules.filter(({ status }) => status === "stable").length;
writeFileSync(target, printResults(sections, rules));
console.log("Written to bench/quality/results.md.");
