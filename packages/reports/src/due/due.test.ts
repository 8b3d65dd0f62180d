import type { Due } from "@merlon/schema";
import { DueSchema } from "@merlon/schema/results";
import { expect, test } from "vitest";
import { plainStyle } from "../terminal/style.ts";
import { infected, payloads } from "../testing/payloads.ts";
import { dueMarkdown } from "./due-markdown.ts";
import { dueText } from "./due-text.ts";

const page = { style: plainStyle, width: 100 };
const where = { file: "shop/decisions.yaml", line: 4, column: 3 };
const sample: Due = {
  schema: "merlon/due/1", at: "2026-11-02", until: "2026-12-02", models: ["shop", "till"],
  items: [
    { model: "till", about: "lock", reason: "lock-differs", key: "merlon.lock", covers: [], title: "Other rules are in use than were locked", owners: [], late: false, says: ["The pack core is locked at 1; 2 is used."] },
    { model: "shop", about: "decision", reason: "overdue", key: "stored-in-clear@orders", covers: ["stored-in-clear@orders"], title: "Sensitive data stored in clear", owners: ["team-blue"], on: "2026-10-01", days: -32, late: true, says: [], where },
    { model: "shop", about: "decision", reason: "expired", key: "floods", covers: ["unlimited-requests@web", "unlimited-requests@till"], title: "Nothing limits requests", owners: ["team-blue"], on: "2026-11-01", days: -1, late: true, says: ["The shop closes at night"], where },
    { model: "shop", about: "decision", reason: "stale", key: "S@visit", covers: ["S@visit"], title: "S@visit", owners: ["team-blue"], late: false, says: ["flow.protocol was https, is http"], where },
    { model: "shop", about: "assumption", reason: "expires", key: "patched", covers: [], title: "The provider patches within a week.", owners: ["team-blue"], on: "2026-11-02", days: 0, late: false, says: [] },
  ],
};

test("the sample is what is published", () => {
  expect(DueSchema.safeParse(sample).error?.issues ?? []).toEqual([]);
});

test("what is due on a terminal, by owner", async () => {
  await expect(dueText(sample, page)).toMatchFileSnapshot("golden/due.txt");
});

test("what is due as Markdown, by owner", async () => {
  await expect(dueMarkdown(sample)).toMatchFileSnapshot("golden/due.md");
});

test("[PIP-5] nothing due is one line on a terminal and no Markdown at all", () => {
  const none = { ...sample, items: [] };
  expect([dueText(none, page), dueMarkdown(none)]).toEqual(["2 models  as of 2026-11-02\nNothing is due by 2026-12-02.\n", ""]);
});

test("no text of a model becomes an element, a reference or a cell", () => {
  for (const payload of payloads) {
    const text = dueMarkdown(infected(sample, payload));
    const elements = text.match(/<(?!br>)[^>]*>?/g) ?? [];
    const cells = text.split("\n").filter((row) => row.startsWith("|")).map((row) => row.replace(/\\\\/g, "").replace(/\\\|/g, "").split("|").length);
    expect({ payload, elements, references: text.match(/(?<!\\)\]\(/g), cells: [...new Set(cells)] }).toEqual({ payload, elements: [], references: null, cells: [6] });
  }
});
