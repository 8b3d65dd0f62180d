// `merlon due`: what runs out, what should be done by now, and what holds no more, in one model or several.
import type { Diagnostic, Due, DueItem } from "@merlon/schema";
import { analyzeModels } from "../analyze-models.ts";
import { attackProblems } from "../attack/attack-problems.ts";
import type { Session } from "../session.ts";
import { dayAfter } from "./days.ts";
import { dueItems } from "./due-items.ts";

export interface DueOptions {
  /** How many days from today count as soon. */
  readonly within: number;
  /** Only what this person or team sees to. */
  readonly owner?: string;
}

export interface FoundDue {
  readonly due: Due;
  readonly diagnostics: readonly Diagnostic[];
  /** Everybody who has something to see to, whoever was asked for. */
  readonly owners: readonly string[];
}

export async function dueOfModels(path: string | undefined, { within, owner }: DueOptions, session: Session): Promise<FoundDue> {
  const { models } = await analyzeModels(path, session);
  const span = { at: session.at, until: dayAfter(session.at, within) };
  const items: DueItem[] = [];
  for (const { loaded, analysis, diagnostics } of models) {
    const locked = [...diagnostics, ...await attackProblems(loaded, session)].filter(({ code }) => code === "A4013");
    items.push(...dueItems(analysis, locked, span));
  }
  const owners = [...new Set(items.flatMap((item) => item.owners))].sort();
  const wanted = items.filter((item) => owner === undefined || item.owners.includes(owner)).sort(byOwnerAndDay);
  return { due: { schema: "merlon/due/1", ...span, models: models.map(({ analysis }) => analysis.model.id), items: wanted }, diagnostics: models.flatMap((model) => model.diagnostics), owners };
}

/** What nobody sees to comes first. */
function byOwnerAndDay(a: DueItem, b: DueItem): number {
  return compared(a.owners.join(", "), b.owners.join(", ")) || Number(b.late) - Number(a.late) || compared(a.on ?? "", b.on ?? "") || compared(a.model, b.model) || compared(a.key, b.key) || compared(a.reason, b.reason);
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
