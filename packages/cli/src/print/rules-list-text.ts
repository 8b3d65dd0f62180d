// `merlon rules list` for people: a table, and how many there are.
import type { RuleEntry } from "@merlon/app";
import { ink, renderTable, type Page } from "@merlon/reports";
import { counted } from "./counts-text.ts";

/** `notShown`: optional packs whose rules the list leaves out. */
export function rulesListText(rules: readonly RuleEntry[], page: Page, notShown: readonly string[]): string {
  if (rules.length === 0) return "No rule fits.\n";
  const columns = [{ title: "rule" }, { title: "pack" }, { title: "STRIDE" }, { title: "scope" }, { title: "status" }, { title: "title", max: 60 }];
  const rows = rules.map((rule) => ({
    cells: [[ink("bold", rule.id)], [rule.pack], [rule.stride.join("")], [rule.scope], [rule.status === "stable" ? rule.status : ink("yellow", rule.status)], [rule.title]],
  }));
  return `${renderTable(columns, rows, page)}\n${counted(rules.length, "rule")}${notShown.length === 0 ? "" : `; not shown: those of the optional packs ${notShown.join(", ")} (--pack shows one)`}\n`;
}
