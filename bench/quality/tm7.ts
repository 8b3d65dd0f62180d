// Part (d) of the scoreboard: the templates of the Microsoft tool as rule packs of ours, run by our own engine over imported models, held against the threats that the tool itself stored.
import { readFileSync, readdirSync } from "node:fs";
import { builtInLibrary } from "@merlon/testkit";
import { hasCorpus, readShared, sharedPath } from "./corpus.ts";
import type { Section } from "./section.ts";
import { compareFile } from "./tm7/compare-file.ts";
import type { Compared, Refused } from "./tm7/compare-file.ts";
import { expressionsOf } from "./tm7/expressions.ts";
import type { Expressions } from "./tm7/expressions.ts";

const title = "(d) Microsoft templates: stored threats generated again";
const folder = "corpus/tm7/";

/** From `oracle.json` beside the models. */
interface OracleFile {
  readonly file: string;
  readonly storedThreats: number;
  readonly crossings: Readonly<Record<string, readonly string[]>>;
}

export async function tm7Scores(): Promise<Section> {
  if (!hasCorpus) return { title, lines: ["Not measured: the models are not there."], figures: {} };
  const names = readdirSync(sharedPath(folder), { recursive: true, encoding: "utf8" }).filter((name) => /\.t[mb]7$/.test(name)).sort();
  const files = names.map((file) => ({ file, text: readFileSync(sharedPath(folder + file), "utf8") }));
  const all = files.filter(({ file }) => file.endsWith(".tm7")).map(({ file, text }) => compareFile(file, text, builtInLibrary()));
  const compared = all.filter((one): one is Compared => !("refused" in one));
  const refused = all.filter((one): one is Refused => "refused" in one);
  const oracle = (readShared(`${folder}oracle.json`) as { readonly files: readonly OracleFile[] }).files;
  const crossing = crossingAgreement(compared, oracle);
  const expressions = expressionsOf(files);
  const figures = { ...figuresOf(compared, refused, crossing), "distinct expressions": expressions.distinct, "expressions not understood": expressions.misunderstood.length };
  return { title, lines: [...summary(figures), ...expressionLines(expressions), "", ...table(compared), "", ...notes(compared, refused, crossing, oracle)], figures };
}

interface Agreement {
  readonly flows: number;
  readonly differ: readonly string[];
}

/** Whether the drawn line of a flow meets a boundary, against the oracle's own geometry. */
function crossingAgreement(compared: readonly Compared[], oracle: readonly OracleFile[]): Agreement {
  const pairs = compared.flatMap(({ file, crossing }) => Object.entries(oracle.find((one) => one.file === file)?.crossings ?? {})
    .flatMap(([guid, boundaries]) => (crossing.has(guid) ? [{ place: `${guid} in ${file}`, same: crossing.get(guid) === boundaries.length > 0 }] : [])));
  return { flows: pairs.length, differ: pairs.filter(({ same }) => !same).map(({ place }) => place) };
}

function figuresOf(compared: readonly Compared[], refused: readonly Refused[], crossing: Agreement): Section["figures"] {
  const on = compared.filter(({ generation }) => generation === "on");
  const withTemplate = compared.filter(({ rules }) => rules > 0);
  const sum = (files: readonly Compared[], of: (file: Compared) => number): number => files.reduce((total, file) => total + of(file), 0);
  return {
    models: withTemplate.length, refused: refused.length,
    stored: sum(withTemplate, ({ stored }) => stored), reproduced: sum(withTemplate, ({ reproduced }) => reproduced), missing: sum(withTemplate, ({ missing }) => missing.length),
    "extra where generation is on": sum(on, ({ extra }) => extra.length), "questions left open": sum(withTemplate, ({ open }) => open),
    "flows with the oracle's crossing": crossing.flows - crossing.differ.length, "flows compared": crossing.flows,
  };
}

function summary(figures: Section["figures"]): readonly string[] {
  const of = (name: string): number => figures[name] ?? 0;
  return [
    `${of("models")} models with a template inside: **${of("reproduced")} of ${of("stored")}** stored threats come again, ${of("missing")} is missing, **${of("extra where generation is on")} extra** where generation is on.`,
    `Whether a flow's line meets a boundary is the same as in the oracle for ${of("flows with the oracle's crossing")} of ${of("flows compared")} flows. Nothing is left open for want of an answer: ${of("questions left open")} questions.`,
  ];
}

function expressionLines({ distinct, templates, misunderstood }: Expressions): readonly string[] {
  const left = misunderstood.length === 0 ? "all are understood." : `${misunderstood.length} threat types are left out: ${[...new Set(misunderstood)].join(" ")}`;
  return [`The templates of ${templates} files have ${distinct} different conditions; ${left}`];
}

function table(compared: readonly Compared[]): readonly string[] {
  const rows = compared.map(({ file, generation, rules, stored, reproduced, extra, missing, kept, losses }) =>
    `| ${file} | ${generation} | ${rules === 0 ? "no template" : rules} | ${stored} | ${rules === 0 ? "–" : reproduced} | ${extra.length} | ${rules === 0 ? "–" : missing.length} | ${kept} | ${losses} |`);
  return [
    "| model | generation | rules | stored | come again | extra | missing | kept as written | lines of loss report |",
    "|---|---|---:|---:|---:|---:|---:|---:|---:|", ...rows,
  ];
}

function notes(compared: readonly Compared[], refused: readonly Refused[], crossing: Agreement, oracle: readonly OracleFile[]): readonly string[] {
  const differ = compared.filter(({ file, stored }) => (oracle.find((one) => one.file === file)?.storedThreats ?? stored) !== stored);
  return [
    "All rules are switched on for this table. After an import they run only where the model has generation on; where it has not, or brings no template, the stored threats are kept as they are written.",
    "",
    ...compared.flatMap(({ file, rules, missing }) => (rules > 0 ? missing.map((one) => `- Missing: ${one} in ${file}. ${whyMissing(file)}`) : [])),
    ...compared.filter(({ generation, extra }) => generation !== "on" && extra.length > 0).map(({ file, extra }) => `- ${file} has generation off and stores nothing; with it on there would be ${extra.length}${twin(file)}.`),
    ...refused.map(({ file, refused: why }) => `- Refused: ${file} (${why})`),
    ...crossing.differ.map((place) => `- Another crossing than the oracle: ${place}`),
    ...differ.map(({ file, stored }) => `- The oracle counts other stored threats than the ${stored} in ${file}.`),
  ];
}

function whyMissing(file: string): string {
  return file.endsWith("test_model_lines.tm7") ? "It is stale: its connector hangs on an element that was deleted, so the tool would not generate it now either." : "Not explained.";
}

function twin(file: string): string {
  return file.endsWith("tmt-reference.tm7") ? ", which is what the tool stored in its public twin with generation on (61)" : "";
}
