// What stands beside a page: where its parts are, and a box to find anything by text.
import { html, type Html } from "../escape/html.ts";
import { anchorId } from "./anchors.ts";

/** A section of a page. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly amount?: number;
  readonly body: Html;
}

export function contents(parts: readonly Part[]): Html {
  return html`<ol>${parts.map(({ id, title, amount }) => html`<li><a href="#${anchorId("section", id)}">${title}${amount === undefined ? undefined : html` <span class="amount">${amount}</span>`}</a></li>
`)}</ol>
`;
}

/** Hidden until the script runs. */
export function findBox(page: string): Html {
  return html`<div class="find" id="find" hidden role="search"><label for="find-text">Find in this ${page}</label>
<input type="search" id="find-text" autocomplete="off" placeholder="/">
<ul aria-live="polite"></ul></div>
`;
}
