// The open threats of one version, for platforms that find out themselves what is new by comparing two lists.
import type { Analysis, Severity, Threat } from "@merlon/schema";
import { sentence } from "../wording/counted.ts";
import { targetsWords } from "../wording/titles.ts";
import type { PipelineProblem, PipelineSuite } from "./pipeline-problem.ts";

export function suiteOfThreats({ model, threats }: Analysis): PipelineSuite {
  return { model: model.id, passes: "No threat is open", problems: threats.filter(({ status }) => status === "open").map(problemOf) };
}

const levels: Readonly<Record<Severity, PipelineProblem["level"]>> = { critical: "error", high: "error", medium: "warning", low: "note", info: "note" };

function problemOf(threat: Threat): PipelineProblem {
  const { id, severity, title, statement, where } = threat;
  return { level: levels[severity], severity, kind: threat.rule?.id ?? "threat", title, lines: [`${id} at ${targetsWords(threat)}`, sentence(statement)], key: id, ...(where ? { where } : {}) };
}
