// One threat at one place: what can happen, why it counts so much, what to do about it, what was decided.
import { targetsOf } from "@merlon/core";
import type { Score, Threat, ThreatFix } from "@merlon/schema";
import { html, type Html } from "../../escape/html.ts";
import { valueWords } from "../../explanation/fix-lines.ts";
import { anchorId, objectRef, objectRefs } from "../anchors.ts";
import { catalogueRefs, folded, linddunWords, paragraphs, placeRef, severityBadge, statusBadge, term } from "../parts.ts";
import type { ReportContext } from "../report-context.ts";
import { decisionWords } from "./decision-words.ts";

export function threatCard(threat: Threat, context: ReportContext, open: "open" | "closed"): Html {
  const targets = targetsOf(threat);
  const place = targets.map((target, index) => html`${index > 0 ? ", " : ""}${target.kind === "model" ? "the model as a whole" : target.title}${target.leg === "response" ? html` <span class="soft">(response)</span>` : undefined}`);
  return html`<details class="card threat ${threat.severity}" id="${anchorId("threat", threat.id)}" data-find="threat" data-severity="${threat.severity}" data-status="${threat.status}" data-stride="${threat.stride.join(" ")}" data-at="${placesOf(threat, context).join(" ")}"${open === "open" ? html` open` : undefined}>
<summary>${severityBadge(threat.severity)} <span class="where">${place}</span> ${threat.status === "open" ? undefined : statusBadge(threat.status)} ${threat.origin === "person" ? html`<span class="badge person">written by a person</span>` : undefined}</summary>
<p class="statement">${threat.statement}</p>
<dl class="facts">${[
    term("where", html`${objectRefs(targets.map(({ id }) => id), context.titles)} ${placeRef(threat.where)}`),
    term("about", threat.about === undefined ? undefined : objectRef(threat.about, context.titles)),
    term("responsible", threat.responsible?.length ? objectRefs(threat.responsible.map(({ id }) => id), context.titles) : undefined),
    term(`likelihood ${threat.likelihood.value} of 4`, reasons(threat.likelihood)), term(`impact ${threat.impact.value} of 4`, reasons(threat.impact)),
    term("what to do", fixes(threat.fixes)), term("planned", threat.plannedBy === undefined ? undefined : html`${objectRef(threat.plannedBy, context.titles)} would stop it`),
    term("decision", threat.decision ? decisionWords(threat.decision) : undefined), term("found by", threat.by), term("id", html`<code>${threat.id}</code>`),
  ]}</dl></details>
`;
}

/** What a reader may filter by: the objects themselves, and the ends of a flow. */
function placesOf(threat: Threat, { flows }: ReportContext): readonly string[] {
  return [...new Set(targetsOf(threat).flatMap(({ kind, id }) => {
    const flow = kind === "flow" ? flows.get(id) : undefined;
    return flow ? [id, flow.from, flow.to] : [id];
  }))];
}

/** What all threats of a rule share, or a person's threat says of its own. */
export function classification({ linddun, cwe, capec, attack, why, rule }: Threat): Html {
  const known = [...cwe, ...capec, ...attack.map(({ id }) => id)];
  const words = [
    known.length > 0 ? catalogueRefs(known) : undefined, linddun.length > 0 ? html`LINDDUN ${linddunWords(linddun)}` : undefined,
    rule ? html`<code>${rule.id}</code> revision ${rule.revision}, pack ${rule.pack}` : undefined,
  ].filter((part) => part !== undefined);
  return html`${why === "" ? undefined : paragraphs(why)}${words.length > 0 ? html`<p class="note">${words.map((part, index) => html`${index > 0 ? " · " : ""}${part}`)}</p>
` : undefined}${attack.length > 0 ? folded("Why these techniques", html`<ul>${attack.map(({ id, role, why: because }) => html`<li>${catalogueRefs([id])} <span class="soft">${role.replaceAll("-", " ")}:</span> ${because}</li>`)}</ul>`) : undefined}`;
}

export function reasons({ reasons: all, assumed }: Score): Html {
  return html`${all.filter((reason) => reason !== "").join("; ")}${assumed ? html` <span class="badge look">assumed</span>` : undefined}`;
}

export function fixes(all: readonly ThreatFix[]): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<ul>${all.map(({ text, edit, attack, kind }) => html`<li>${text}${edit === undefined ? undefined : html` <code class="soft">${"object" in edit ? `${edit.object}: {${edit.key}: ${valueWords(edit.value)}}` : `control ${edit.type} at ${edit.at}`}</code>`}${kind === "advice" ? html` <span class="soft">(advice)</span>` : undefined} ${catalogueRefs(attack)}</li>`)}</ul>`;
}
