// What is not known yet, one question for all that are alike, in the order of what the answers decide.
import type { Question, QuestionGroup } from "@merlon/schema";
import { html, type Html } from "../../escape/html.ts";
import { counted } from "../../wording/counted.ts";
import { isDeeper, roundOf, wantedGroups } from "../../wording/open-questions.ts";
import { anchorId, objectRef } from "../anchors.ts";
import { folded, placeRef, section, severityBadge } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";

export function questionsSection(context: ReportContext): Html {
  const { analysis } = context;
  const { questionGroups, model } = analysis;
  const round = roundOf(analysis);
  const later = wantedGroups(analysis).slice(round.length);
  const deeper = questionGroups.filter((group) => isDeeper(group, analysis));
  const fold = (title: string, groups: readonly QuestionGroup[]) => (groups.length === 0 ? undefined : folded(title, groups.map((group) => groupCard(group, context)), "fold screen"));
  return section("questions", "Questions",
    round.length === 0 ? html`<p>Nothing is open at depth ${model.depth}.</p>` : html`<p class="note">Unknown is not no: until a question is answered, the threats behind it stay open. The first answers decide most.</p>`,
    round.map((group) => groupCard(group, context)),
    fold(`${counted(later.length, "more question")} whose answers decide less`, later), fold(`${counted(deeper.length, "question")} that ask for more than depth ${model.depth} wants`, deeper));
}

function groupCard(group: QuestionGroup, context: ReportContext): Html {
  const members = group.questions.map((id) => context.questions.get(id)).filter((question) => question !== undefined);
  const [first] = members;
  if (!first) return html``;
  const decides = new Set(members.flatMap((question) => question.decides));
  const rules = [...new Set([...decides].map((id) => id.split("@")[0] ?? id))].sort();
  const list = html`<dl class="facts">${members.map((question) => placeOf(question, context))}</dl>`;
  return html`<article class="card" data-find="question"><h3>${group.text}</h3>
<p>${severityBadge(group.worst)} <span class="soft">at worst; decides ${counted(decides.size, "threat")}</span></p>
${first.why === "" ? undefined : html`<p>${first.why}</p>`}${first.help === "" ? undefined : html`<p class="note">${first.help}</p>`}${answers(first)}
<p class="note">Rules that wait: ${rules.map((rule, index) => html`${index > 0 ? ", " : ""}<code>${rule}</code>`)}</p>
${members.length > 4 ? folded(counted(members.length, "place"), list) : list}</article>
`;
}

export function answers({ answers: all, kind }: Question): Html | undefined {
  if (all.length === 0 || kind === "flag") return undefined;
  return html`<p class="note">Answers: ${all.map(({ value, title }, index) => html`${index > 0 ? ", " : ""}<code>${value}</code>${title.toLowerCase() === value ? undefined : ` ${title}`}`)}</p>`;
}

/** The object that is asked about, and how the answer is called. */
function placeOf({ id, target, where }: Question, { titles }: ReportContext): Html {
  return html`<div><dt>${target.kind === "model" ? "the model" : objectRef(target.id, titles)}</dt><dd><code id="${anchorId("question", id)}">${id}</code> <span class="soft">${placeRef(where)}</span></dd></div>`;
}
