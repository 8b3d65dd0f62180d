// The scoreboard: what Merlon finds, on models and labels that nobody here wrote. `npm run bench:quality` measures and writes results.md.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openSession } from "@merlon/app";
import { hasCorpus } from "./corpus.ts";
import { expertScores } from "./expert-scores.ts";
import { mergeScores } from "./merge-scores.ts";
import { microsecendScores } from "./microsecend.ts";
import { pytmScores } from "./pytm-scores.ts";
import type { Section } from "./section.ts";
import { stabilityScores } from "./stability-scores.ts";
import { tm7Scores } from "./tm7.ts";
import { weaknessScores } from "./weakness-scores.ts";

if (!hasCorpus) throw new Error("The samples are not here: they lie beside the repository, in ../shared. Nothing was measured.");

const session = await openSession();
const sections: Section[] = [];
for (const measure of [microsecendScores, () => expertScores(session), () => pytmScores(session), tm7Scores, () => weaknessScores(session), () => stabilityScores(session), mergeScores]) {
  const start = performance.now();
  const section = await measure();
  sections.push(section);
  console.log(`${section.title}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
const rules = session.builtIn.library.rules.filter(({ status }) => status === "stable").length;
const lines = [
  "# Quality", "", `Measured by \`npm run bench:quality\` with ${rules} stable rules; redo it with the same command. The samples lie beside the repository; none of them was made here.`, "",
  ...sections.flatMap(({ title, lines: body }) => [`## ${title}`, "", ...body, ""]),
  "## Figures", "", "| section | figure | value |", "|---|---|---|",
  ...sections.flatMap(({ title, figures }) => Object.entries(figures).map(([name, value]) => `| ${title.slice(0, 3)} | ${name} | ${Number.isInteger(value) ? value : value.toFixed(3)} |`)),
];
writeFileSync(fileURLToPath(new URL("results.md", import.meta.url)), `${lines.join("\n")}\n`);
console.log("Written to bench/quality/results.md.");
