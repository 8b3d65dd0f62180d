// Decisions for people: what was decided and where it is written, and how all of them stand.
import type { MadeDecision } from "@merlon/app";
import { blank, diagnosticsText, ink, line, renderLines, type Line, type Page } from "@merlon/reports";
import type { Analysis, DecisionStatus } from "@merlon/schema";
import type { Context } from "../context.ts";
import { changesText } from "./change-outcome.ts";
import { counted } from "./counts-text.ts";

export function resultOf(made: readonly MadeDecision[], dryRun: boolean): object {
  const files = made.flatMap(({ change }) => change.files);
  return {
    made: made.map(({ key, decision, before, statuses }) => ({ key, decision, ...(before ? { before } : {}), states: Object.fromEntries(statuses.map((status) => [status.key, status.state])) })),
    files, written: !dryRun && files.length > 0,
  };
}

export function madeText(made: readonly MadeDecision[], { page }: Pick<Context, "page">, dryRun: boolean): string {
  return made.map((one) => `${renderLines(linesOf(one), page)}${dryRun ? changesText(one.change.files, page) : ""}${diagnosticsText(one.diagnostics, page)}`).join("\n");
}

function linesOf({ key, decision, before, statuses, change }: MadeDecision): readonly Line[] {
  const [file] = change.files;
  const facts = Object.keys(decision.facts ?? {}).length;
  const rests = facts > 0 ? `It rests on ${counted(facts, "fact")} of the model; when one of them changes, it is stale.` : decision.expanded ? `It covers ${counted(decision.expanded.length, "threat")}; new matches wait to be confirmed.` : "";
  const replaced = before && before.state !== decision.state ? [line(`It was ${before.state} before.`, 2)] : [];
  const where = statuses[0]?.where;
  return [
    line([ink("bold", key), `: ${decision.state}`]), ...replaced, ...(rests === "" ? [] : [line(rests, 2)]),
    line(file ? `${file.path}${where ? `:${where.line}` : ""}` : "Nothing changes: it is decided like that already.", 2),
  ];
}

const order: readonly DecisionStatus["state"][] = ["stale", "expired", "unconfirmed", "orphaned", "valid", "resolved"];

export function decisionsText({ decisions }: Analysis, page: Page): string {
  if (decisions.length === 0) return "Nothing is decided yet.\n";
  const sorted = [...decisions].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.key < b.key ? -1 : 1));
  return renderLines(order.flatMap((state) => {
    const list = sorted.filter((status) => status.state === state);
    return list.length === 0 ? [] : [line(ink("bold", `${titles[state]}: ${list.length}`)), ...list.flatMap(statusLines), blank];
  }), page);
}

const titles: Readonly<Record<DecisionStatus["state"], string>> = {
  stale: "Stale, because facts changed", expired: "Expired", unconfirmed: "Not confirmed for what newly matches", orphaned: "About nothing in this model", valid: "Valid", resolved: "Resolved: the threat is gone",
};

function statusLines({ key, alias, decision, stale, overdue, where }: DecisionStatus): readonly Line[] {
  const parts = [
    decision.state, decision.owner && `owner ${decision.owner}`, decision.until && `until ${decision.until}`, decision.due && `due ${decision.due}${overdue ? " (overdue)" : ""}`, decision.by && `by ${decision.by}`,
    decision.approved?.length ? `approved by ${decision.approved.join(" and ")}` : undefined,
  ].filter((part) => part !== undefined && part !== "");
  return [
    line([ink("cyan", key), alias === undefined ? "" : ink("dim", ` (${decision.match ? "by" : "filed as"} ${alias})`)], 2), line(parts.join(", "), 4),
    ...(decision.reason === undefined ? [] : [line(ink("dim", decision.reason), 4)]),
    ...stale.map((fact) => line(ink("yellow", `${fact.fact} was ${fact.was}, is ${fact.is}${fact.where ? ` (${fact.where.file}:${fact.where.line})` : ""}`), 4)),
    ...(where ? [line(ink("dim", `${where.file}:${where.line}`), 4)] : []),
  ];
}
