// Places in the report that can be pointed at. An id of the model becomes part of an address, so it keeps only what is safe there.
import { html, type Html } from "../escape/html.ts";
import type { Titles } from "../wording/titles.ts";

export type AnchorKind = "threat" | "question" | "element" | "flow" | "boundary" | "data" | "control" | "assumption" | "decision" | "risk" | "section" | "rule" | "operation" | "model";

export function anchorId(kind: AnchorKind, id: string): string {
  return `${kind}-${id.replace(/[^A-Za-z0-9@+.-]/g, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)}`;
}

/** The title of an object of the model, pointing at where the report describes it. */
export function objectRef(id: string, titles: Titles): Html {
  const known = titles.get(id);
  if (!known || known.kind === "model" || known.kind === "path") return html`<code>${id}</code>`;
  return html`<a href="#${anchorId(known.kind, id)}">${known.title}</a>`;
}

export function objectRefs(ids: readonly string[], titles: Titles): Html {
  return html`${ids.map((id, index) => html`${index > 0 ? ", " : ""}${objectRef(id, titles)}`)}`;
}

/** Points at the threat; its id is what people copy into decisions. */
export function threatRef(id: string): Html {
  return html`<a href="#${anchorId("threat", id)}"><code>${id}</code></a>`;
}

export function questionRef(id: string): Html {
  return html`<a href="#${anchorId("question", id)}"><code>${id}</code></a>`;
}
