// Questions, decisions, assumptions, controls, risks, what holds and coverage in Markdown.
import type { Analysis, Question, QuestionGroup, Threat } from "@merlon/schema";
import { code, joinMarkdown, markdown, markdownTable, withCode, type Markdown, type MarkdownPart } from "../escape/markdown.ts";
import { counted, listedUpTo } from "../wording/counted.ts";
import { decisionSentence, staleWords, standingWords, wantsALook } from "../wording/decision.ts";
import { nothingOpen, questionWords, roundOf } from "../wording/open-questions.ts";
import { severityLooks } from "../wording/severity.ts";
import { targetWords, type Titles } from "../wording/titles.ts";
import { bullets, objects, place, words } from "./markdown-parts.ts";

export function questionParts(analysis: Analysis): readonly Markdown[] {
  const { questionGroups, questions } = analysis;
  if (questionGroups.length === 0) return [markdown`Nothing is open.`];
  const byId = new Map(questions.map((question) => [question.id, question]));
  const rowOf = (group: QuestionGroup, index: number): MarkdownPart[] => {
    const members = group.questions.map((id) => byId.get(id)).filter((question): question is Question => question !== undefined);
    const decides = new Set(members.flatMap((question) => question.decides)).size;
    return [index + 1, group.text, joinMarkdown(members.map(({ id }) => code(id)), ", "), counted(decides, "threat"), `${severityLooks[group.worst].mark} ${group.worst}`, group.depth];
  };
  const rows = questionGroups.map(rowOf);
  const first = roundOf(analysis).length || rows.length;
  const table = (some: readonly MarkdownPart[][]): Markdown => markdownTable(["", "Question", "Asked as", "Decides", "At worst", "Depth"], some);
  return [
    markdown`Unknown is not no: until a question is answered, the threats behind it stay open. The first answers decide most.`, table(rows.slice(0, first)),
    ...(rows.length > first ? [markdown`${counted(rows.length - first, "more question")} whose answers decide less, or that ask for more than depth ${analysis.model.depth} wants:`, table(rows.slice(first))] : []),
  ];
}

export function decisionParts({ decisions }: Analysis): readonly Markdown[] {
  if (decisions.length === 0) return [markdown`Nothing is decided yet.`];
  const rows = decisions.map((status): MarkdownPart[] => [
    words(code(status.key), status.alias === undefined ? undefined : markdown`(found as ${code(status.alias)})`), decisionSentence(status), status.decision.reason,
    words(wantsALook(status) ? markdown`**${standingWords(status)}**` : standingWords(status), status.stale.map(staleWords).join("; "), place(status.where)), (status.decision.tickets ?? []).join(", "),
  ]);
  return [markdownTable(["About", "Decision", "Reason", "Today", "Tickets"], rows)];
}

export function assumptionParts({ assumptions }: Analysis, titles: Titles): readonly Markdown[] {
  if (assumptions.length === 0) return [markdown`None are written down.`];
  const rows = assumptions.map((a): MarkdownPart[] => [
    words(a.text, code(a.id)), objects(a.about ?? [], titles), a.by, words(a.until, a.expired ? markdown`**no longer stands**` : undefined),
    Object.keys(a.facts ?? {}).sort().map((fact) => `${fact}: ${String(a.facts?.[fact])}`).join(", "),
  ]);
  return [markdownTable(["Assumption", "About", "By", "Until", "Stands for"], rows)];
}

export function controlParts({ controls }: Analysis, titles: Titles): readonly Markdown[] {
  if (controls.length === 0) return [markdown`None are written down as such.`];
  return [markdownTable(["Control", "Type", "State", "At"], controls.map((c): MarkdownPart[] => [words(c.title, code(c.id)), c.type, c.state, objects(c.at, titles)]))];
}

export function riskParts({ risks = [] }: Analysis, titles: Titles): readonly Markdown[] {
  const rows = risks.map((risk): MarkdownPart[] => [
    words(risk.title, risk.description), risk.level, risk.owner, objects(risk.at ?? [], titles), joinMarkdown((risk.from ?? []).map(code), ", "), (risk["leads-to"] ?? []).join(", "),
  ]);
  return rows.length === 0 ? [] : [markdownTable(["Risk", "Level", "Owner", "At", "Fed by", "Leads to"], rows)];
}

export function holdParts({ mitigated }: Analysis): readonly Markdown[] {
  if (mitigated.length === 0) return [markdown`Nothing in the model stops a threat yet.`];
  const rows = mitigated.map(({ id, target, by }): MarkdownPart[] => [code(id), targetWords(target), by.join("; ")]);
  return [markdown`These would be threats, were it not for what is there. Each comes back, with its cause, when that goes.`, markdownTable(["Stopped", "At", "By"], rows)];
}

export function coverageParts({ rules }: Analysis): readonly Markdown[] {
  const looked = rules.filter((rule) => rule.threats + rule.questions + rule.mitigated + rule.checked > 0);
  const idle = rules.filter((rule) => !looked.includes(rule));
  const rows = looked.map((rule): MarkdownPart[] => [words(code(rule.rule), rule.status === "stable" ? undefined : `(${rule.status})`), rule.threats, rule.questions, rule.mitigated, rule.checked, rule.notExamined]);
  return [
    markdown`${counted(looked.length, "rule")} of ${rules.length} had something to look at in this model.`,
    ...(rows.length > 0 ? [markdownTable(["Rule", "Threats", "Questions", "Mitigated", "Checked", "Not examined"], rows)] : []),
    ...(idle.length > 0 ? [markdown`Without anything to look at: ${joinMarkdown(idle.map(({ rule }) => code(rule)), ", ")}.`] : []),
  ];
}

export function countParts(analysis: Analysis): readonly Markdown[] {
  const { counts, decisions, groups, next, threats } = analysis;
  const look = decisions.filter(wantsALook).length;
  const rows = (Object.keys(severityLooks) as (keyof typeof severityLooks)[]).map((severity): MarkdownPart[] => [`${severityLooks[severity].mark} ${severity}`, counts.open[severity]]);
  const byId = new Map(threats.map((threat): [string, Threat] => [threat.id, threat]));
  return [
    markdownTable(["Open threats", "How many"], rows),
    bullets([
      `${counts.planned} planned, ${counts.accepted} accepted, ${counts.dismissed} dismissed, ${counts.mitigated} mitigated by what is there`,
      questionWords(analysis, "open question"), look > 0 ? `${counted(look, "decision")} to look at again` : undefined,
    ]),
    ...(groups.length === 0 ? [markdown`${nothingOpen(analysis)}`] : [markdown`**The worst first**`, bullets(groups.slice(0, 10).map((group) => words(`${severityLooks[group.severity].mark} ${group.severity}:`, group.title, `(${listedUpTo(4, group.threats.map((id) => byId.get(id)?.target.title ?? id))})`)))]),
    ...(groups.length > 10 ? [markdown`And ${groups.length - 10} more below.`] : []),
    markdown`**${next.enough ? "Enough for now" : "What to do next"}**`, bullets(next.sentences.map(withCode)),
  ];
}
