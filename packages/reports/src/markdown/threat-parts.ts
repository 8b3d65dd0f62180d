// Threats in Markdown, grouped by the rule whose fix they share: what, why so bad, what to do, what was decided.
import type { Score, Threat } from "@merlon/schema";
import { code, joinMarkdown, markdown, type Markdown } from "../escape/markdown.ts";
import { valueWords } from "../explanation/fix-lines.ts";
import { reference } from "../stride-table/stride-markdown.ts";
import { decisionSentence, staleWords, standingWords } from "../wording/decision.ts";
import { severityLooks } from "../wording/severity.ts";
import { letterNames } from "../wording/stride-letter.ts";
import { targetsWords, titleOf, type Titles } from "../wording/titles.ts";
import { bullets, heading, objects, place, terms, words } from "./markdown-parts.ts";

export function threatParts(threats: readonly Threat[], titles: Titles): readonly Markdown[] {
  const groups = new Map<string, Threat[]>();
  for (const threat of threats) {
    const key = threat.rule?.id ?? threat.id;
    groups.set(key, [...(groups.get(key) ?? []), threat]);
  }
  return [...groups.values()].flatMap((group) => groupParts(group, titles));
}

function groupParts(group: readonly Threat[], titles: Titles): readonly Markdown[] {
  const [first] = group;
  if (!first) return [];
  const references = [...first.cwe, ...first.capec].map(reference);
  return [
    heading(3, first.title), ...(first.why === "" ? [] : [markdown`${first.why}`]),
    terms([
      ["STRIDE", first.stride.map((letter) => `${letter} ${letterNames[letter]}`).join(", ")], ["LINDDUN", first.linddun.join(", ")],
      ["Known as", references.length > 0 ? joinMarkdown(references, " ") : undefined], ["Rule", first.rule ? words(code(first.rule.id), `revision ${first.rule.revision}, pack ${first.rule.pack}`) : undefined],
      ...first.attack.map(({ id, role, why }) => ["ATT&CK", words(reference(id), `(${role})`, why)] as const),
    ]),
    ...group.flatMap((threat) => threatCard(threat, titles)),
  ].filter(({ source }) => source !== "");
}

function threatCard(threat: Threat, titles: Titles): readonly Markdown[] {
  const status = threat.status === "open" ? undefined : `(${threat.status})`;
  return [
    heading(4, words(severityLooks[threat.severity].mark, threat.severity, "·", targetsWords(threat), status)),
    markdown`${threat.statement}`,
    terms([
      ["Id", words(code(threat.id), place(threat.where))], ["About", threat.about === undefined ? undefined : titleOf(threat.about, titles)],
      ["Responsible", threat.responsible?.length ? objects(threat.responsible.map(({ id }) => id), titles) : undefined],
      [`Likelihood ${threat.likelihood.value} of 4`, reasons(threat.likelihood)], [`Impact ${threat.impact.value} of 4`, reasons(threat.impact)],
      ["Planned", threat.plannedBy === undefined ? undefined : `${titleOf(threat.plannedBy, titles)} would stop it`], ["Found by", threat.by],
      ["Decision", threat.decision ? words(decisionSentence(threat.decision), threat.decision.decision.reason, `(${standingWords(threat.decision)})`, threat.decision.stale.map(staleWords).join("; ")) : undefined],
    ]),
    ...(threat.fixes.length > 0 ? [markdown`What to do:`, fixes(threat)] : []),
  ];
}

function fixes(threat: Threat): Markdown {
  return bullets(threat.fixes.map(({ text, edit, attack, kind }) => words(
    text, edit === undefined ? undefined : code("object" in edit ? `${edit.object}: ${edit.key} = ${valueWords(edit.value)}` : `control ${edit.type} at ${edit.at}`),
    kind === "advice" ? "(advice)" : undefined, ...attack.map(reference),
  )));
}

function reasons({ reasons: all, assumed }: Score): string {
  return `${all.filter((reason) => reason !== "").join("; ")}${assumed ? " (assumed)" : ""}`;
}
