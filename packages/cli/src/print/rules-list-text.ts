// `merlon rules list` for people: a table, and how many there are.
import type { RuleEntry } from "@merlon/app";
import { ink, renderTable, type Page } from "@merlon/reports";

export function rulesListText(rules: readonly RuleEntry[], page: Page): string {
  if (rules.length === 0) return "No rule fits.\n";
  const columns = [{ title: "rule" }, { title: "pack" }, { title: "STRIDE" }, { title: "scope" }, { title: "status" }, { title: "title", max: 60 }];
  const rows = rules.map((rule) => ({
    cells: [[ink("bold", rule.id)], [rule.pack], [rule.stride.join("")], [rule.scope], [rule.status === "stable" ? rule.status : ink("yellow", rule.status)], [rule.title]],
  }));
  return `${renderTable(columns, rows, page)}\n${rules.length === 1 ? "1 rule" : `${rules.length} rules`}\n`;
}
