// A section of what a change does: the same items in the same order as on a terminal and in a comment, each with all there is to know.
import type { Question, Threat } from "@merlon/schema";
import { html, type Html } from "../../escape/html.ts";
import { AT, CLEARS, type Detail, type StoryItem, type StorySection, type Tone } from "../../impact/story.ts";
import { catalogueRefs, folded, letterBadges, section, severityBadge, term, withCode } from "../parts.ts";
import { answers } from "../sections/questions-section.ts";
import { fixes, reasons } from "../sections/threat-card.ts";
import { placeOf, type ImpactContext } from "./impact-context.ts";

/** How many of a section are open when the page opens, and how many more are shown closed before the rest is folded away. */
const OPEN: Readonly<Record<Tone, number>> = { worse: 6, ask: 5, better: 0, plain: 0 };
const LISTED: Readonly<Record<Tone, number>> = { worse: 60, ask: 20, better: 20, plain: 20 };

export function storySection({ tone, items }: StorySection, id: string, title: string, context: ImpactContext): Html {
  const cards = items.map((item, index) => card(item, index < OPEN[tone], tone, context));
  const [listed, rest] = [cards.slice(0, LISTED[tone]), cards.slice(LISTED[tone])];
  return section(id, title, listed, rest.length === 0 ? undefined : folded(`${rest.length} more`, html`${rest}`));
}

const placed: ReadonlySet<StoryItem["kind"]> = new Set(["threat", "decision", "question"]);

function card(item: StoryItem, open: boolean, tone: Tone, context: ImpactContext): Html {
  const { kind, id, severity } = item;
  const anchor = id !== undefined && placed.has(kind) ? html` id="${placeOf(context, kind as "threat" | "decision" | "question", id)}"` : undefined; // as `placed` says
  const look = tone === "worse" ? severity ?? "medium" : "";
  return html`<details class="card threat ${look}"${anchor} data-find="${kind}"${open ? html` open` : undefined}><summary>${summaryOf(item, tone)}</summary>
${bodyOf(item, context)}</details>
`;
}

/** Also where, since a page may have many of one title and most are closed. */
function summaryOf({ severity, mark = "", title, threat, details }: StoryItem, tone: Tone): Html {
  const at = details.find(({ label }) => label === AT)?.lines.join();
  const word = mark === "" ? undefined : html`<span class="badge ${tone === "worse" ? "look" : "status-open"}">${mark}</span>`;
  return html`${severity === undefined ? undefined : severityBadge(severity)} ${word} <span class="where">${withCode(title)}</span>${at === undefined ? undefined : html` <span class="soft">${at}</span>`} ${threat ? letterBadges(threat.stride) : undefined}`;
}

function bodyOf({ id, threat, question, details }: StoryItem, context: ImpactContext): Html {
  const terms = [
    ...details.filter(({ label }) => label !== AT && label !== CLEARS).map((detail) => term(detail.label, detailWords(detail, context))), ...(threat ? threatTerms(threat) : []),
    question ? term("to answer", html`<code>merlon ask --answer ${question.id}=…</code>`) : undefined, id === undefined ? undefined : term("id", html`<code>${id}</code>`),
  ];
  return html`${threat ? html`<p class="statement">${threat.statement}</p>` : undefined}${question ? aboutQuestion(question) : undefined}
<dl class="facts">${terms}</dl>`;
}

function aboutQuestion(question: Question): Html {
  return html`${question.why === "" ? undefined : html`<p>${question.why}</p>`}${question.help === "" ? undefined : html`<p class="note">${question.help}</p>`}${answers(question)}`;
}

/** Operations point at where the change is told whole. */
function detailWords({ lines, operations = [] }: Detail, context: ImpactContext): Html | undefined {
  const words = lines.map((line, index) => {
    const operation = operations[index];
    return operation === undefined ? withCode(line) : html`<a href="#${placeOf(context, "operation", String(operation))}">${withCode(line)}</a>`;
  });
  return words.length < 2 ? html`${words}` : html`<ul>${words.map((word) => html`<li>${word}</li>`)}</ul>`;
}

/** The fixes with the edit that each makes. */
function threatTerms({ fixes: all, likelihood, impact, why, cwe, capec, attack }: Threat): readonly Html[] {
  const known = [...cwe, ...capec, ...attack.map(({ id }) => id)];
  return [
    term(CLEARS, fixes(all)), term(`likelihood ${likelihood.value} of 4`, reasons(likelihood)), term(`impact ${impact.value} of 4`, reasons(impact)),
    term("why it matters", why === "" ? undefined : withCode(why)), term("catalogues", known.length === 0 ? undefined : catalogueRefs(known)),
  ];
}
