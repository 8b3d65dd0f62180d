// A decision as the report tells it: what was decided and why, where the work is followed, and what has changed since.
import type { DecisionStatus } from "@merlon/schema";
import { html, type Html } from "../../escape/html.ts";
import { decisionSentence, standingWords, wantsALook } from "../../wording/decision.ts";
import { addressRef, placeRef } from "../parts.ts";

export function decisionWords(status: DecisionStatus): Html {
  const { decision, stale } = status;
  return html`<div>${decisionSentence(status)} ${decision.reason}</div>
<div>${standingBadge(status)} ${placeRef(status.where)}</div>${tickets(decision.tickets ?? [])}${stale.length > 0 ? staleFacts(status) : undefined}`;
}

export function standingBadge(status: DecisionStatus): Html {
  return wantsALook(status) ? html`<span class="badge look">${standingWords(status)}</span>` : html`<span class="soft">${standingWords(status)}</span>`;
}

function tickets(all: readonly string[]): Html {
  return all.length === 0 ? html`` : html`<div class="note">followed in ${all.map((ticket, index) => html`${index > 0 ? ", " : ""}${addressRef(ticket)}`)}</div>`;
}

function staleFacts({ stale }: DecisionStatus): Html {
  return html`<table class="stale"><caption>Facts that changed since</caption><thead><tr><th scope="col">Fact</th><th scope="col">was</th><th scope="col">is</th><th scope="col">written</th></tr></thead><tbody>${stale.map(({ fact, was, is, where }) => html`<tr><th scope="row"><code>${fact}</code></th><td>${was}</td><td><strong>${is}</strong></td><td>${placeRef(where)}</td></tr>`)}</tbody></table>`;
}
