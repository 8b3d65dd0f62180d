// The open threats of one version, for platforms that find out themselves what is new by comparing two lists.
import type { Analysis, Impact, Severity, Threat } from "@merlon/schema";
import { isWorse } from "../impact/story.ts";
import { sentence } from "../wording/counted.ts";
import { targetsWords } from "../wording/titles.ts";
import type { PipelineProblem, PipelineSuite } from "./pipeline-problem.ts";

/** Of a change, what it brought or made worse comes first. */
export function suiteOfThreats({ model, threats }: Analysis, impact?: Pick<Impact, "threats">): PipelineSuite {
  const worse = new Set(impact?.threats.filter(isWorse).map(({ id }) => id));
  const open = threats.filter(({ status }) => status === "open");
  return { model: model.id, passes: "No threat is open", problems: [...open.filter(({ id }) => worse.has(id)), ...open.filter(({ id }) => !worse.has(id))].map(problemOf) };
}

const levels: Readonly<Record<Severity, PipelineProblem["level"]>> = { critical: "error", high: "error", medium: "warning", low: "note", info: "note" };

function problemOf(threat: Threat): PipelineProblem {
  const { id, severity, title, statement, where } = threat;
  return { level: levels[severity], severity, kind: threat.rule?.id ?? "threat", title, lines: [`${id} at ${targetsWords(threat)}`, sentence(statement)], key: id, ...(where ? { where } : {}) };
}
