// What docs/guides/stages.md shows of the examples, between its two markers: judged anew at every run, so that the guide says what the command says.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyzeModels, openSession, type AnalysedModel } from "@merlon/app";
import { STAGES } from "@merlon/core";

const path = "docs/guides/stages.md";
const root = new URL("../../../", import.meta.url);
const start = "<!-- stages: written by npm run gen from examples/stages -->";
const end = "<!-- /stages -->";
const DEPTHS = ["sketch", "standard", "full"];
/** The day at which the guide judges. */
const DAY = "2026-11-24";

export async function generateStagesGuide(): Promise<ReadonlyMap<string, string>> {
  const session = await openSession({ cwd: fileURLToPath(new URL("examples/stages", root)), at: DAY });
  const models: AnalysedModel[] = [];
  for (const stage of STAGES) models.push(...(await analyzeModels(`${stage}.yaml`, session)).models);
  const text = readFileSync(new URL(path, root), "utf8");
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has lost its markers ${start} and ${end}.`);
  return new Map([[path, `${text.slice(0, from + start.length)}\n\n${tableOf(models)}\n\`\`\`\n${models.map(storyOf).join("\n")}\`\`\`\n\n${text.slice(to)}`]]);
}

function tableOf(models: readonly AnalysedModel[]): string {
  const rows = models.map(({ analysis: { model, counts, gate } }) => {
    const open = Object.values(counts.open).reduce((sum, count) => sum + count, 0);
    return `| [${model.stage}](../../examples/stages/${model.stage}.yaml) | ${counts.elements} | ${counts.rules} | ${open} | ${counts.questions} | ${gate?.failed ? "stops" : "passes"} |\n`;
  });
  return `| stage | elements | rules asked | open threats | questions | gate |\n|---|---|---|---|---|---|\n${rows.join("")}`;
}

function storyOf({ analysis }: AnalysedModel): string {
  const { model, threats, questionGroups, questions, gate } = analysis;
  const shown = new Set(questions.filter(({ depth }) => DEPTHS.indexOf(depth) <= DEPTHS.indexOf(model.depth)).map(({ id }) => id));
  const lines = [
    ...threats.map(({ severity, title, id, status }) => `  ${status === "open" ? "!" : "="} ${severity}  ${title}  ${id}${status === "open" ? "" : `  ${status}`}`),
    ...questionGroups.filter((group) => group.questions.some((id) => shown.has(id))).map(({ text }) => `  ? ${text}`),
    ...(gate?.failed ? gate.reasons.map(({ text, policy = "" }) => `  gate: ${text}  ${policy}`) : ["  gate: passes"]),
  ];
  return `${model.stage}\n${lines.join("\n")}\n`;
}
