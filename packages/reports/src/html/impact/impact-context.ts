// What every part of an impact's page knows: the impact, and where on the page its things are, also when several models share one.
import type { Impact } from "@merlon/schema";
import { html, type Html } from "../../escape/html.ts";
import { anchorId, type AnchorKind } from "../anchors.ts";

/** One compared model. */
export interface ImpactOfModel {
  readonly impact: Impact;
  readonly title: string;
  /** The picture of both versions, which this package drew. */
  readonly pictureSvg?: string;
}

export interface ImpactContext extends ImpactOfModel {
  /** The gate is told, but does not count. */
  readonly gate?: "off";
  /** In front of every place of a model that shares the page with others. */
  readonly prefix: string;
}

export function placeOf({ prefix }: ImpactContext, kind: AnchorKind, id: string): string {
  return anchorId(kind, prefix + id);
}

/** What an id is about, pointed at where the page tells of it. */
export function idRef(id: string, context: ImpactContext): Html {
  const { threats, decisions, questions } = context.impact;
  const kind = threats.some((one) => one.id === id) ? "threat" : decisions.some(({ key }) => key === id) ? "decision" : questions.some(({ question }) => question.id === id) ? "question" : undefined;
  return kind === undefined ? html`<code>${id}</code>` : html`<a href="#${placeOf(context, kind, id)}"><code>${id}</code></a>`;
}
