// The impact on every compared model as one page, with the picture of each.
import { impactHtml, type ChangeGraphOptions, type ImpactHtmlOptions, type ImpactOfModel } from "@merlon/reports";
import { inTime } from "../picture/in-time.ts";
import type { Session } from "../session.ts";
import type { ComparedModel, ModelsDiff } from "./diff-models.ts";
import { isChanged, pictureOfDiff } from "./picture-of-diff.ts";

export interface PageOfDiff {
  readonly html: string;
  /** Sentences about pictures that are missing. */
  readonly notes: readonly string[];
}

export async function htmlOfDiff({ models }: ModelsDiff, session: Session, options: ImpactHtmlOptions & ChangeGraphOptions = {}): Promise<PageOfDiff> {
  const pages: ImpactOfModel[] = [];
  const notes: string[] = [];
  for (const compared of models) {
    const pictureSvg = isChanged(compared) ? await svgOf(compared, session, options) : undefined;
    if (pictureSvg === undefined && isChanged(compared)) notes.push(`${compared.name} has no picture, because drawing it takes too long: raise --time.`);
    pages.push({ impact: compared.impact, title: compared.head.model.header.title, ...(pictureSvg === undefined ? {} : { pictureSvg }) });
  }
  return { html: session.limit(() => impactHtml(pages, options)), notes };
}

async function svgOf(compared: ComparedModel, session: Session, options: ChangeGraphOptions): Promise<string | undefined> {
  const picture = await inTime(() => pictureOfDiff(compared, "svg", { ...session, limit: session.pictureLimit }, options));
  return picture && new TextDecoder().decode(picture);
}
