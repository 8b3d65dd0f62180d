// What to do next, and when it is enough: nothing material is left at the depth that this model wants.
import type { DecisionStatus, Depth, NextStep, QuestionGroup, Threat } from "@merlon/schema";
import { SEVERITIES } from "../threats/severity.ts";
import { isDeeper } from "../questions/build-questions.ts";

export interface NextInput {
  readonly depth: Depth;
  readonly threats: readonly Threat[];
  readonly questions: number;
  readonly groups: readonly QuestionGroup[];
  readonly decisions: readonly DecisionStatus[];
  readonly elements: number;
  readonly flows: number;
  readonly boundaries: number;
  /** Those that run on the model. */
  readonly rules: number;
}

export function nextStep(input: NextInput): NextStep {
  const sentences: string[] = [];
  if (input.rules === 0) sentences.push("No rules run on this model: leave `packs` out of its header, or name packs with rules.");
  if (input.elements === 0) sentences.push("Name the first elements: what runs, what stores data, and who uses it.");
  else if (input.flows === 0) sentences.push("Draw the flows between the elements: most threats are about what crosses.");
  if (input.elements > 1 && input.boundaries === 0) sentences.push("Draw at least one trust boundary, so that it is clear where trust changes.");
  const first = input.groups.find((g) => !isDeeper(g, input.depth) && isMaterial(g));
  if (first) sentences.push(`Answer next: ${first.text} (\`${first.key}\`, ${count(first.questions.length, "place")}; could be ${first.worst}).`);
  const open = input.threats.filter((t) => t.status === "open" && SEVERITIES.indexOf(t.severity) >= SEVERITIES.indexOf("medium"));
  if (open.length > 0) sentences.push(`Decide ${count(open.length, "open threat")} of medium severity or worse, starting with ${open[0]!.id}.`);
  const again = input.decisions.filter((d) => d.state === "stale" || d.state === "expired" || d.state === "unconfirmed");
  if (again.length > 0) sentences.push(`Look again at ${count(again.length, "decision")} that ${again.length === 1 ? "is" : "are"} stale, expired or unconfirmed, starting with ${again[0]!.key}.`);
  if (sentences.length > 0) return { enough: false, sentences };
  const deeper = input.questions;
  return {
    enough: true,
    sentences: [`Nothing material is left at depth ${input.depth}.`, ...(deeper > 0 ? [`${count(deeper, "question")} wait at a greater depth or could only reveal something minor.`] : [])],
  };
}

/** Questions matter when an answer may bring a threat of at least medium severity. */
function isMaterial(group: Pick<QuestionGroup, "worst">): boolean {
  return SEVERITIES.indexOf(group.worst) >= SEVERITIES.indexOf("medium");
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
